import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Facts, Tag } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import type { NeedDraft } from "#lib/needs/schema.ts";
import { DUTIES_OF, PAY_OF } from "./need-types.ts";

/** A need as talents read it, also while it is a draft: what is missing says so. */
export function NeedPreview({ need, enterprise }: { need: NeedDraft; enterprise: string }) {
  const t = useTranslations("needs");
  const terms = useTranslations("terms");
  const challenge = need.type === "challenge";
  return (
    <article>
      <p className="text-sm text-slate">
        {need.confidential ? t("view.confidential") : enterprise}
        {need.district && <> · {terms(`districts.${need.district}`)}</>}
      </p>
      <h3 lang={langTag(need.locale)} className="mt-1 text-xl [overflow-wrap:anywhere]">
        {need.title || <Missing />}
      </h3>
      <p className="mt-3 mb-5 flex flex-wrap gap-1.5">
        <Tag tone="sea">{terms(`needTypes.${need.type}`)}</Tag>
        {need.modes.map((mode) => (
          <Tag key={mode}>{terms(`modes.${mode}`)}</Tag>
        ))}
        {need.daysPerMonth && <Tag>{t("view.days", { count: need.daysPerMonth })}</Tag>}
        {need.ftz && <Tag>{t("view.ftz")}</Tag>}
      </p>
      <Part title={t(challenge ? "form.problem" : "form.description")}>
        {need.description ? <UserText locale={need.locale}>{need.description}</UserText> : <Missing />}
      </Part>
      <Lines title={t(`form.${DUTIES_OF[need.type]}`)} lines={need.duties} need={need} />
      <Lines title={t("form.mustHave")} lines={need.mustHave} need={need} />
      <Lines title={t("form.preferred")} lines={need.preferred} need={need} />
      <Part title={t("view.facts")}>
        <Facts items={factsOf(need, t, terms)} />
      </Part>
      {need.ipTerms && (
        <Part title={t("form.ipTerms")}>
          <UserText locale={need.locale}>{need.ipTerms}</UserText>
        </Part>
      )}
    </article>
  );
}

type Texts = ReturnType<typeof useTranslations<"needs">>;
type Terms = ReturnType<typeof useTranslations<"terms">>;

function factsOf(need: NeedDraft, t: Texts, terms: Terms): { term: ReactNode; value: ReactNode }[] {
  const { payMin: min, payMax: max, payCurrency: currency, payPeriod: period } = need;
  const pay =
    currency && (min !== null || max !== null) ? (
      <Money min={min} max={max} currency={currency} period={need.type === "challenge" ? null : period} />
    ) : (
      t("view.discuss")
    );
  const support = [need.housing && t("form.housing"), need.relocation && t("form.relocation")].filter(
    Boolean,
  );
  const rows: [ReactNode, ReactNode][] = [
    [t(`form.${PAY_OF[need.type]}`), pay],
    [t("form.headcount"), need.headcount],
    [t("form.direction"), terms(`directions.${need.direction}`)],
    [t("form.chain"), need.chainText || (need.chain && terms(`chains.${need.chain}`))],
    [
      t("form.education"),
      need.educationMin && t("view.education", { level: terms(`education.${need.educationMin}`) }),
    ],
    [t("form.disciplines"), need.disciplines.join(" · ")],
    [
      t("form.experience"),
      need.experienceYearsMin && t("view.experience", { years: need.experienceYearsMin }),
    ],
    [t("form.languages"), languagesOf(need, t, terms)],
    [t("form.qualifications"), need.qualificationsRequired.join("\n")],
    [t("view.support"), support.join("\n")],
    [t("form.start"), need.start && <DateText value={need.start} />],
    [t("form.deadline"), need.deadline ? <DateText value={need.deadline} /> : <Missing />],
  ];
  return rows.filter(([, value]) => Boolean(value)).map(([term, value]) => ({ term, value }));
}

const languagesOf = (need: NeedDraft, t: Texts, terms: Terms) =>
  need.languages
    .map(({ code, level, required }) =>
      t(required ? "view.languageRequired" : "view.languageWished", {
        language: terms(`languages.${code}`),
        level: terms(`levels.${level}`),
      }),
    )
    .join("\n");

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-5">
      <h4 className="mb-1.5 font-semibold text-slate">{title}</h4>
      {children}
    </section>
  );
}

function Lines({ title, lines, need }: { title: string; lines: string[]; need: NeedDraft }) {
  if (lines.length === 0) return null;
  return (
    <Part title={title}>
      <ul lang={langTag(need.locale)} className="list-disc pl-5">
        {lines.map((line, index) => (
          <li key={index} dir="auto" className="[overflow-wrap:anywhere]">
            {line}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Missing() {
  const t = useTranslations("needs.view");
  return <span className="font-normal text-mute">{t("missing")}</span>;
}
