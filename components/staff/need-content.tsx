import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Card, Facts } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import type { NeedForStaff } from "#lib/needs/views.ts";

/** A need as it was posted, with what only staff read: contact and confidentiality. */
export function NeedContent({ need }: { need: NeedForStaff }) {
  const t = useTranslations("staff.needs");
  return (
    <Card aria-labelledby="posted">
      <h2 id="posted" className="mb-4 text-xl">
        {t("posted")}
      </h2>
      {need.description && (
        <section className="mb-5">
          <h3 className="mb-1 text-base text-slate">{t("description")}</h3>
          <UserText locale={need.locale}>{need.description}</UserText>
        </section>
      )}
      <Lines title={t("mustHave")} items={need.mustHave} need={need} />
      <Lines title={t("preferred")} items={need.preferred} need={need} />
      <Lines title={t("duties")} items={need.duties} need={need} />
      <Lines title={t("qualifications")} items={need.qualificationsRequired} need={need} />
      {need.ipTerms && (
        <section className="mb-5">
          <h3 className="mb-1 text-base text-slate">{t("ipTerms")}</h3>
          <UserText locale={need.locale}>{need.ipTerms}</UserText>
        </section>
      )}
      <Terms need={need} />
    </Card>
  );
}

function Lines({ title, items, need }: { title: string; items: string[]; need: NeedForStaff }) {
  if (items.length === 0) return null;
  return (
    <section className="mb-5">
      <h3 className="mb-1 text-base text-slate">{title}</h3>
      <ul lang={langTag(need.locale)} className="list-disc pl-5">
        {items.map((item) => (
          <li key={item} className="[overflow-wrap:anywhere]">
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Terms({ need }: { need: NeedForStaff }) {
  const t = useTranslations("staff.needs");
  const common = useTranslations("staff.common");
  const terms = useTranslations("terms");
  const none = <span className="text-mute">{common("none")}</span>;
  const offers = [need.housing && t("housing"), need.relocation && t("relocation")]
    .filter(Boolean)
    .join(", ");
  const languages = need.languages.map(
    ({ code, level, required }) =>
      `${terms(`languages.${code}`)} ${level}${required ? ` (${t("required")})` : ""}`,
  );
  return (
    <Facts
      items={[
        { term: t("education"), value: need.educationMin ? terms(`education.${need.educationMin}`) : none },
        { term: t("disciplines"), value: need.disciplines.join(" · ") || none },
        {
          term: t("experience"),
          value:
            need.experienceYearsMin === null ? none : common("years", { count: need.experienceYearsMin }),
        },
        { term: t("languages"), value: languages.join(" · ") || none },
        { term: t("modes"), value: need.modes.map((mode) => terms(`modes.${mode}`)).join(" · ") || none },
        { term: t("days"), value: need.daysPerMonth ?? none },
        {
          term: t(need.type === "challenge" ? "budget" : "pay"),
          value: need.payCurrency ? (
            <Money
              min={need.payMin}
              max={need.payMax}
              currency={need.payCurrency}
              period={need.type === "challenge" ? null : need.payPeriod}
            />
          ) : (
            none
          ),
        },
        { term: t("offers"), value: offers || none },
        {
          term: t("chain"),
          value:
            [need.chain && terms(`chains.${need.chain}`), need.chainText].filter(Boolean).join(" · ") || none,
        },
        {
          term: t("district"),
          value:
            [need.district && terms(`districts.${need.district}`), need.ftz && t("ftz")]
              .filter(Boolean)
              .join(" · ") || none,
        },
        { term: t("places"), value: `${need.filledCount} / ${need.headcount}` },
        { term: t("start"), value: need.start ? <DateText value={need.start} /> : none },
        { term: t("deadline"), value: need.deadline ? <DateText value={need.deadline} /> : none },
        { term: t("confidential"), value: common(need.confidential ? "yes" : "no") },
        {
          term: t("contact"),
          value: [need.contactName, need.contactPhone].filter(Boolean).join("\n") || none,
        },
      ]}
    />
  );
}
