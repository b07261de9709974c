import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Card, Facts, Tag } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import type { TalentForStaff } from "#lib/talents/staff-queries.ts";

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-6 first:mt-0">
    <h3 className="mb-2 text-base text-slate">{title}</h3>
    {children}
  </section>
);

function Tags({ items, lang }: { items: string[]; lang?: AppLocale }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {items.map((item) => (
        <li key={item}>
          <Tag lang={lang && langTag(lang)}>{item}</Tag>
        </li>
      ))}
    </ul>
  );
}

/** All that a person tells of their work, as they wrote it. */
export function TalentProfile({ talent }: { talent: TalentForStaff }) {
  const t = useTranslations("staff.talents");
  const terms = useTranslations("terms");
  const { profile, locale } = talent;
  return (
    <Card aria-labelledby="profile">
      <h2 id="profile" className="mb-4 text-xl">
        {t("profile")}
      </h2>
      {profile.summary && (
        <Part title={t("summary")}>
          <UserText locale={locale}>{profile.summary}</UserText>
        </Part>
      )}
      <Part title={t("work")}>
        <Work talent={talent} />
      </Part>
      {profile.education.length > 0 && (
        <Part title={t("educationTitle")}>
          <ul className="grid gap-1.5">
            {profile.education.map((entry, index) => (
              <li key={index}>
                <span className="font-semibold">
                  {entry.level && terms(`education.${entry.level}`)}{" "}
                  <span lang={langTag(locale)}>{entry.discipline}</span>
                </span>
                <span lang={langTag(locale)} className="block text-slate">
                  {[entry.institution, entry.year].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {profile.skills.length > 0 && (
        <Part title={t("skills")}>
          <Tags items={profile.skills} lang={locale} />
        </Part>
      )}
      {profile.qualifications.length > 0 && (
        <Part title={t("qualifications")}>
          <Tags items={profile.qualifications} lang={locale} />
        </Part>
      )}
      {profile.languages.length > 0 && (
        <Part title={t("languages")}>
          <Tags
            items={profile.languages.map(({ code, level }) => `${terms(`languages.${code}`)} ${level}`)}
          />
        </Part>
      )}
      {profile.outputs.length > 0 && (
        <Part title={t("outputs")}>
          <ul className="list-disc pl-5" lang={langTag(locale)}>
            {profile.outputs.map((output) => (
              <li key={output}>{output}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t("terms")}>
        <Wishes talent={talent} />
      </Part>
    </Card>
  );
}

function Work({ talent: { profile, locale } }: { talent: TalentForStaff }) {
  const t = useTranslations("staff.talents");
  if (profile.experience.length === 0) return <p className="text-mute">{t("workEmpty")}</p>;
  return (
    <ol className="grid gap-4">
      {profile.experience.map((entry, index) => (
        <li key={index} className="border-l-2 border-line pl-4">
          <p lang={langTag(locale)} className="font-semibold">
            {entry.title}
          </p>
          <p className="text-sm text-slate">
            <span lang={langTag(locale)}>
              {[entry.organisation, entry.industry].filter(Boolean).join(" · ")}
            </span>
            <span className="block tabular-nums text-mute">
              {entry.from} – {entry.to ?? t("now")}
            </span>
          </p>
          {entry.description && (
            <UserText locale={locale} className="mt-1">
              {entry.description}
            </UserText>
          )}
        </li>
      ))}
    </ol>
  );
}

function Wishes({ talent: { profile } }: { talent: TalentForStaff }) {
  const t = useTranslations("staff.talents");
  const common = useTranslations("staff.common");
  const terms = useTranslations("terms");
  const none = <span className="text-mute">{common("none")}</span>;
  const list = (values: string[], group: string) =>
    values.length ? values.map((value) => terms(`${group}.${value}`)).join(" · ") : none;
  return (
    <Facts
      items={[
        { term: t("base"), value: profile.base ? terms(`bases.${profile.base}`) : none },
        { term: t("pathway"), value: profile.pathway ? terms(`pathways.${profile.pathway}`) : none },
        { term: t("direction"), value: profile.direction ? terms(`directions.${profile.direction}`) : none },
        { term: t("intentions"), value: list(profile.intentions, "intentions") },
        { term: t("industries"), value: list(profile.industries, "chains") },
        {
          term: t("available"),
          value: profile.availableFrom ? <DateText value={profile.availableFrom} /> : none,
        },
        { term: t("days"), value: profile.daysPerMonth ?? none },
        {
          term: t("pay"),
          value: profile.payCurrency ? (
            <Money
              min={profile.payMin}
              max={profile.payMax}
              currency={profile.payCurrency}
              period={profile.payPeriod}
            />
          ) : (
            none
          ),
        },
        { term: t("matchable"), value: common(profile.matchable ? "yes" : "no") },
        ...(profile.blockedEmployers.length
          ? [{ term: t("blocked"), value: profile.blockedEmployers.join("\n") }]
          : []),
      ]}
    />
  );
}
