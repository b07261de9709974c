import { useTranslations } from "next-intl";
import { Card, Facts, Notice } from "#components/ui/surface.tsx";
import type { TalentForStaff } from "#lib/talents/staff-queries.ts";

/** Name and contact, with the word that looking is recorded. */
export function TalentIdentity({ talent, office }: { talent: TalentForStaff; office: string }) {
  const t = useTranslations("staff.talents");
  const { identity } = talent;
  const fields = (["nameZh", "nameEn", "email", "phone", "wechat", "whatsapp"] as const).flatMap((name) =>
    identity[name] ? [{ term: t(name), value: identity[name] }] : [],
  );
  return (
    <Card aria-labelledby="identity">
      <h2 id="identity" className="mb-4 text-xl">
        {t("identity")}
      </h2>
      <Facts
        items={[...fields, { term: t("account"), value: t(talent.claimed ? "claimed" : "unclaimed") }]}
      />
      {talent.members.length > 0 && (
        <>
          <h3 className="mt-5 mb-2 text-base text-slate">{t("members")}</h3>
          <ul className="grid gap-1">
            {talent.members.map((member) => (
              <li key={member.id}>
                <span className="font-semibold">{member.identity?.name}</span> · {member.role}
                <span className="block text-sm text-mute">
                  {t(`memberStatus.${member.status}`)}
                  {member.skills.length > 0 && ` · ${member.skills.join(", ")}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-5 text-sm">
        <Notice tone="sea">{t("identityNote", { office })}</Notice>
      </div>
    </Card>
  );
}
