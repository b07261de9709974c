import { getTranslations } from "next-intl/server";
import { Card, Facts, Tag } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { mergeTalentsAction } from "#lib/talents/actions.ts";
import type { DuplicateForStaff, TalentForStaff } from "#lib/talents/staff-queries.ts";
import { ActDialog } from "./dock.tsx";
import { RecordStatus } from "./record-status.tsx";

const nameOf = ({ nameZh, nameEn }: { nameZh: string | null; nameEn: string | null }) =>
  [nameZh, nameEn].filter(Boolean).join(" ");

/** Profiles that are likely the same person, side by side with this one, and merging them. */
export async function TalentDuplicates({
  talent,
  duplicates,
}: {
  talent: TalentForStaff;
  duplicates: DuplicateForStaff[];
}) {
  if (duplicates.length === 0) return null;
  const t = await getTranslations("staff.talents");
  const common = await getTranslations("staff.common");
  const facts = (one: Omit<DuplicateForStaff, "because" | "talentId">) => [
    { term: t("code"), value: one.code },
    { term: t("name"), value: one.name || common("none") },
    { term: t("email"), value: one.email ?? common("none") },
    { term: t("phone"), value: one.phone ?? common("none") },
    { term: t("profile"), value: one.headline || common("none") },
    { term: t("work"), value: one.work.join("\n") || common("none") },
    { term: t("account"), value: t(one.hasAccount ? "claimed" : "unclaimed") },
    { term: common("status"), value: <RecordStatus kind="talents" status={one.status} /> },
  ];
  const self = {
    code: talent.code,
    status: talent.status,
    headline: talent.profile.headline,
    name: nameOf(talent.identity),
    email: talent.identity.email,
    phone: talent.identity.phone,
    work: talent.profile.experience.slice(0, 3).map((entry) => `${entry.from ?? ""} ${entry.title}`),
    hasAccount: talent.claimed,
  };
  return (
    <Card aria-labelledby="duplicates" className="border-warn/40">
      <h2 id="duplicates" className="mb-4 text-xl">
        {t("duplicates")}
      </h2>
      <ul className="grid gap-8">
        {duplicates.map((other) => (
          <li key={other.talentId}>
            <p className="mb-3 flex flex-wrap gap-1.5">
              {other.because.map((reason) => (
                <Tag key={reason} tone="warn">
                  {t(`because.${reason}`)}
                </Tag>
              ))}
            </p>
            <div className="grid gap-6 md:grid-cols-2 md:divide-x md:divide-line">
              <section>
                <h3 className="mb-2 text-base text-slate">{t("thisOne")}</h3>
                <Facts items={facts(self)} />
              </section>
              <section className="md:pl-6">
                <h3 className="mb-2 text-base text-slate">
                  <Link href={`/staff/talents/${other.talentId}`} className="text-sea-700">
                    {t("otherOne")}
                  </Link>
                </h3>
                <Facts items={facts(other)} />
              </section>
            </div>
            {talent.can.handOver && (
              <div className="mt-4">
                <ActDialog
                  id={`merge-${other.talentId}`}
                  action={mergeTalentsAction}
                  hidden={{ keepId: talent.id, dropId: other.talentId }}
                  field="reason"
                  trigger={t("merge")}
                  label={t("mergeReason")}
                  help={t("mergeHelp")}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
