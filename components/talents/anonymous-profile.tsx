import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Facts, Tag } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import type { AnonymousCv, AnonymousProfile as Profile } from "#lib/talents/projection.ts";

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-6">
      <h3 className="mb-2 text-base text-slate">{title}</h3>
      {children}
    </section>
  );
}

function Tags({ items, lang }: { items: string[]; lang?: string }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {items.map((item) => (
        <li key={item}>
          <Tag tone="sea" lang={lang}>
            {item}
          </Tag>
        </li>
      ))}
    </ul>
  );
}

/** A person without identity, as an enterprise may read them; with the positions where the talent allowed the CV. */
export function AnonymousProfile({ profile }: { profile: Profile | AnonymousCv }) {
  const t = useTranslations("talents.anonymous");
  const lang = langTag(profile.locale);
  return (
    <article>
      <p className="text-sm text-mute">
        {t("code", { code: profile.code })}
        {profile.kind === "team" && ` · ${t("team")}`}
      </p>
      <h2 lang={lang} dir="auto" className="mt-1 text-xl [overflow-wrap:anywhere]">
        {profile.headline}
      </h2>
      <p className="mt-1 text-slate">{t("years", { years: Math.floor(profile.experienceMonths / 12) })}</p>
      {profile.summary && (
        <UserText locale={profile.locale} className="mt-3">
          {profile.summary}
        </UserText>
      )}
      {profile.skills.length > 0 && (
        <Part title={t("skills")}>
          <Tags items={profile.skills} lang={lang} />
        </Part>
      )}
      {profile.members.length > 0 && (
        <Part title={t("members")}>
          <ul className="grid gap-2">
            {profile.members.map((member, index) => (
              <li key={index} lang={lang}>
                <span className="font-semibold">{member.role}</span>
                {member.skills.length > 0 && (
                  <span className="text-slate"> · {member.skills.join(" · ")}</span>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Background profile={profile} />
      <Wishes profile={profile} />
      {"experience" in profile && <Positions profile={profile} />}
    </article>
  );
}

function Background({ profile }: { profile: Profile }) {
  const t = useTranslations("talents.anonymous");
  const terms = useTranslations("terms");
  const education = profile.education
    .map(({ level, discipline }) =>
      [level && terms(`education.${level}`), discipline].filter(Boolean).join(" · "),
    )
    .filter(Boolean);
  const languages = profile.languages.map(({ code, level }) => `${terms(`languages.${code}`)} ${level}`);
  const items = [
    { term: t("education"), value: education.join("\n") },
    { term: t("qualifications"), value: profile.qualifications.join("\n") },
    { term: t("languages"), value: languages.join(" · ") },
  ].filter(({ value }) => value);
  return items.length > 0 ? (
    <div className="mt-6">
      <Facts items={items} />
    </div>
  ) : null;
}

function Wishes({ profile }: { profile: Profile }) {
  const t = useTranslations("talents.anonymous");
  const terms = useTranslations("terms");
  const { pay } = profile;
  const items = [
    { term: t("intentions"), value: profile.intentions.map((one) => terms(`intentions.${one}`)).join(" · ") },
    { term: t("direction"), value: profile.direction && terms(`directions.${profile.direction}`) },
    { term: t("industries"), value: profile.industries.map((one) => terms(`chains.${one}`)).join(" · ") },
    { term: t("available"), value: profile.availableFrom && <DateText value={profile.availableFrom} /> },
    { term: t("days"), value: profile.daysPerMonth },
    {
      term: t("pay"),
      value: pay && <Money min={pay.min} max={pay.max} currency={pay.currency} period={pay.period} />,
    },
  ].filter(({ value }) => value);
  return items.length > 0 ? (
    <Part title={t("terms")}>
      <Facts items={items} />
    </Part>
  ) : null;
}

function Positions({ profile }: { profile: AnonymousCv }) {
  const t = useTranslations("talents.anonymous");
  const lang = langTag(profile.locale);
  return (
    <>
      {profile.experience.length > 0 && (
        <Part title={t("experience")}>
          <ol className="grid gap-4">
            {profile.experience.map((entry, index) => (
              <li key={index} className="border-l-2 border-line pl-4">
                <p className="text-sm text-mute tabular-nums">
                  {entry.from && `${entry.from} – ${entry.to ?? t("present")}`}
                </p>
                <p lang={lang} className="font-semibold">
                  {entry.title}
                </p>
                <p className="text-slate">
                  {[entry.organisation, entry.industry].filter(Boolean).join(" · ")}
                </p>
                {entry.description && <UserText locale={profile.locale}>{entry.description}</UserText>}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {profile.outputs.length > 0 && (
        <Part title={t("outputs")}>
          <UserText locale={profile.locale}>{profile.outputs.join("\n")}</UserText>
        </Part>
      )}
    </>
  );
}
