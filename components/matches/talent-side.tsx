import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Tag } from "#components/ui/surface.tsx";
import type { TalentView } from "#lib/matches/review-query.ts";
import { MarkedText, type Shown } from "./marked-text.tsx";
import { Block, Items } from "./side.tsx";

/** Hong Kong's shore: the profile as the person wrote it, without name and contact. */
export async function TalentSide({
  talent,
  shown,
  tools,
}: {
  talent: TalentView;
  shown: Shown;
  tools?: ReactNode;
}) {
  const t = await getTranslations("matches.review");
  const terms = await getTranslations("terms");
  const { content } = talent;
  const text = (value: string, field: string) => <MarkedText text={value} field={field} shown={shown} />;
  return (
    <>
      <p className="text-sm font-semibold text-bau-700">
        {[content.base && terms(`bases.${content.base}`), t("anonymous", { code: talent.code })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <h2 className="mt-1 text-xl">{text(content.headline ?? "", "headline")}</h2>
      <p className="text-slate">
        {[
          talent.verifiedAt && t("verifiedBy", { office: terms(`offices.${talent.office}`) }),
          content.pathway && terms(`pathways.${content.pathway}`),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {tools}
      <TalentTags talent={talent} />
      {content.summary && <Block title={t("summary")}>{text(content.summary, "summary")}</Block>}
      <Work talent={talent} shown={shown} />
      {(content.skills ?? []).length > 0 && (
        <Block title={t("skills")}>
          <ul className="flex flex-wrap gap-1.5">
            {content.skills?.map((one, index) => (
              <li key={one}>
                <Tag>{text(one, `skills[${index}]`)}</Tag>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {(content.education ?? []).length > 0 && (
        <Block title={t("education")}>
          <Items>
            {content.education?.map((one, index) => (
              <li key={index}>
                {one.level && terms(`education.${one.level}`)}
                {one.discipline && <> · {text(one.discipline, `education[${index}].discipline`)}</>}
                <span className="text-slate" lang={shown.lang}>
                  {[one.institution && shown.convert(one.institution), one.year]
                    .filter(Boolean)
                    .map((fact) => ` · ${fact}`)}
                </span>
              </li>
            ))}
          </Items>
        </Block>
      )}
      {(content.qualifications ?? []).length > 0 && (
        <Block title={t("qualifications")}>
          <Items>
            {content.qualifications?.map((one, index) => (
              <li key={one}>{text(one, `qualifications[${index}]`)}</li>
            ))}
          </Items>
        </Block>
      )}
      {(content.members ?? []).length > 0 && (
        <Block title={t("members")}>
          <Items>
            {content.members?.map((one, index) => (
              <li key={index}>
                {text(one.role, `members[${index}].role`)} ·{" "}
                {one.skills.map((skill, at) => (
                  <span key={skill}>
                    {at > 0 && " · "}
                    {text(skill, `members[${index}].skills[${at}]`)}
                  </span>
                ))}
              </li>
            ))}
          </Items>
        </Block>
      )}
      {talent.outputs.length > 0 && (
        <Block title={t("outputs")}>
          <Items>
            {talent.outputs.map((one) => (
              <li key={one} lang={shown.lang}>
                {shown.convert(one)}
              </li>
            ))}
          </Items>
        </Block>
      )}
    </>
  );
}

async function TalentTags({ talent }: { talent: TalentView }) {
  const t = await getTranslations("matches.review");
  const terms = await getTranslations("terms");
  const { content } = talent;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5">
      {content.direction && <Tag tone="bauhinia">{terms(`directions.${content.direction}`)}</Tag>}
      {content.intentions?.map((one) => (
        <Tag key={one} tone="bauhinia">
          {terms(`intentions.${one}`)}
        </Tag>
      ))}
      {content.languages && (
        <Tag>
          {content.languages
            .map((one) => `${terms(`languages.${one.code}` as never)} ${one.level}`)
            .join(" · ")}
        </Tag>
      )}
      {content.availableFrom && (
        <Tag>
          {t("available")} <DateText value={content.availableFrom} />
        </Tag>
      )}
      {content.daysPerMonth && <Tag>{t("days", { count: content.daysPerMonth })}</Tag>}
      {content.expectedPay && (
        <Tag>
          {t("expectedPay")}{" "}
          <Money
            min={content.expectedPay.min}
            max={content.expectedPay.max}
            currency={content.expectedPay.currency}
            period={content.expectedPay.period}
          />
        </Tag>
      )}
    </div>
  );
}

async function Work({ talent, shown }: { talent: TalentView; shown: Shown }) {
  const t = await getTranslations("matches.review");
  const jobs = talent.content.experience ?? [];
  if (jobs.length === 0) return null;
  return (
    <Block title={t("experience")}>
      <ol className="grid gap-3 pl-3">
        {jobs.map((job, index) => (
          <li key={index}>
            <p className="text-sm text-slate">
              <span className="tabular-nums">
                {job.from?.replace("-", ".")}–{job.to ? job.to.replace("-", ".") : t("present")}
              </span>
              {job.organisation && <span lang={shown.lang}> · {shown.convert(job.organisation)}</span>}
            </p>
            <p className="font-medium">
              <MarkedText text={job.title} field={`experience[${index}].title`} shown={shown} />
              {job.industry && (
                <span className="font-normal text-slate">
                  {" · "}
                  <MarkedText text={job.industry} field={`experience[${index}].industry`} shown={shown} />
                </span>
              )}
            </p>
            {job.description && (
              <MarkedText text={job.description} field={`experience[${index}].description`} shown={shown} />
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}
