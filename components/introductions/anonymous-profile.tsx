import { getTranslations } from "next-intl/server";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Facts, Tag } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import type { AnonymousCv, AnonymousProfile } from "#lib/talents/projection.ts";

/** What may be read of a person before an introduction. */
export async function AnonymousProfileView({ profile }: { profile: AnonymousProfile }) {
  const t = await getTranslations("introductions.profile");
  const terms = await getTranslations("terms");
  const lang = langTag(profile.locale);
  const text = (value: string) => <UserText locale={profile.locale}>{value}</UserText>;
  const list = (values: string[]) => <span lang={lang}>{values.join(" · ")}</span>;
  const wishes = [
    profile.direction && terms(`directions.${profile.direction}` as never),
    ...profile.intentions.map((one) => terms(`intentions.${one}` as never)),
    profile.daysPerMonth && t("days", { count: profile.daysPerMonth }),
  ].filter(Boolean);
  const items = [
    profile.summary && { term: t("summary"), value: text(profile.summary) },
    profile.education.length > 0 && {
      term: t("education"),
      value: profile.education.map((one, index) => (
        <p key={index}>
          {one.level && terms(`education.${one.level}`)}
          {one.discipline && <span lang={lang}> · {one.discipline}</span>}
        </p>
      )),
    },
    profile.qualifications.length > 0 && { term: t("qualifications"), value: list(profile.qualifications) },
    profile.languages.length > 0 && {
      term: t("languages"),
      value: profile.languages
        .map((one) => `${terms(`languages.${one.code}` as never)} ${one.level}`)
        .join(" · "),
    },
    profile.industries.length > 0 && {
      term: t("industries"),
      value: profile.industries.map((one) => terms(`chains.${one}` as never)).join(" · "),
    },
    wishes.length > 0 && { term: t("wishes"), value: wishes.join(" · ") },
    profile.availableFrom && { term: t("available"), value: <DateText value={profile.availableFrom} /> },
    profile.pay && { term: t("pay"), value: <Money {...profile.pay} /> },
    profile.members.length > 0 && {
      term: t("members"),
      value: profile.members.map((one, index) => (
        <p key={index} lang={lang}>
          {[one.role, ...one.skills].join(" · ")}
        </p>
      )),
    },
  ].filter((item) => item !== false && item !== null && item !== "" && item !== undefined) as Parameters<
    typeof Facts
  >[0]["items"];
  return (
    <>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="mb-3 text-sm text-slate">{t("masked")}</p>
      {profile.experienceMonths > 0 && (
        <p className="mb-2 font-medium">
          {t("years", { years: Math.round(profile.experienceMonths / 1.2) / 10 })}
        </p>
      )}
      {profile.skills.length > 0 && (
        <ul aria-label={t("skills")} className="mb-4 flex flex-wrap gap-1.5">
          {profile.skills.map((skill) => (
            <li key={skill}>
              <Tag lang={lang}>{skill}</Tag>
            </li>
          ))}
        </ul>
      )}
      <Facts items={items} />
    </>
  );
}

/** The work history with identity removed, where the person shows it. */
export async function AnonymousCvView({ cv }: { cv: AnonymousCv }) {
  const t = await getTranslations("introductions.cv");
  const lang = langTag(cv.locale);
  return (
    <>
      <h2 className="mb-3 text-lg">{t("title")}</h2>
      <ol className="grid gap-4">
        {cv.experience.map((job, index) => (
          <li key={index}>
            <p className="text-sm text-slate">
              <span className="tabular-nums">
                {[job.from?.replace("-", "."), job.to ? job.to.replace("-", ".") : t("present")]
                  .filter(Boolean)
                  .join("–")}
              </span>
              {job.organisation && ` · ${job.organisation}`}
            </p>
            <p lang={lang} className="font-semibold">
              {job.title}
              {job.industry && <span className="font-normal text-slate"> · {job.industry}</span>}
            </p>
            {job.description && <UserText locale={cv.locale}>{job.description}</UserText>}
          </li>
        ))}
      </ol>
      {cv.outputs.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-sm font-semibold text-mute">{t("outputs")}</h3>
          <ul lang={lang} className="list-disc pl-5">
            {cv.outputs.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
