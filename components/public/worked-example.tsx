import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CriteriaList } from "#components/matches/criteria-list.tsx";
import { Flags } from "#components/matches/flags.tsx";
import { MarkedText, type Shown } from "#components/matches/marked-text.tsx";
import { acrossTheBridge, ScoreArc } from "#components/matches/score-arc.tsx";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { workedExample } from "#lib/matches/example.ts";
import { evidenceSpans } from "#lib/matches/marks.ts";

/** Two invented records, compared by the engine as the page is asked for; the sum is written out. */
export async function WorkedExample() {
  const t = await getTranslations("public.matching.example");
  const review = await getTranslations("matches.review");
  const { need, talent, result } = workedExample((await getLocale()) as AppLocale);
  const spans = evidenceSpans(result.criteria);
  const side = (record: { locale?: AppLocale | null }, own: Shown["spans"]): Shown => ({
    spans: own,
    lang: langTag(record.locale ?? "en"),
    convert: (text) => text,
    label: (number) => review("evidence", { number }),
  });
  const needSide = side(need, spans.need);
  const talentSide = side(talent, spans.talent);
  const parts = acrossTheBridge(result.criteria)
    .map((one) => one.contribution.toFixed(1))
    .join(" + ");
  return (
    <section id="example" className="mt-9 scroll-mt-6">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="mt-2.5 leading-[1.75]">{t("lead")}</p>
      <div className="mt-5 grid gap-4 md:grid-cols-2">
        <Record tone="border-sea-700" title={t("need")}>
          <Lines texts={[need.title ?? ""]} field={() => "title"} shown={needSide} strong />
          <Lines
            label={t("mustHave")}
            texts={need.mustHave ?? []}
            field={(i) => `mustHave[${i}]`}
            shown={needSide}
          />
          <Lines
            label={t("preferred")}
            texts={need.preferred ?? []}
            field={(i) => `preferred[${i}]`}
            shown={needSide}
          />
          <Fact label={t("other")}>{t("needFacts")}</Fact>
        </Record>
        <Record tone="border-bau-700" title={t("talent")}>
          <Lines texts={[talent.headline ?? ""]} field={() => "headline"} shown={talentSide} strong />
          <Fact label={t("work")}>
            {talent.experience?.map((job, i) => (
              <span key={job.title} className="mt-1 block">
                <span className="text-slate tabular-nums">
                  {job.from?.replace("-", ".")}–{job.to?.replace("-", ".") ?? review("present")}
                </span>{" "}
                <MarkedText text={job.title} field={`experience[${i}].title`} shown={talentSide} />
                {" · "}
                <MarkedText
                  text={job.description ?? ""}
                  field={`experience[${i}].description`}
                  shown={talentSide}
                />
              </span>
            ))}
          </Fact>
          <Lines
            label={t("skills")}
            texts={talent.skills ?? []}
            field={(i) => `skills[${i}]`}
            shown={talentSide}
          />
          <Fact label={t("other")}>{t("talentFacts")}</Fact>
        </Record>
      </div>
      <div className="mt-6">
        <ScoreArc score={result.score} parts={result.criteria} />
        <p className="mt-3 text-center font-medium tabular-nums">
          {t("sum", { parts, score: result.score.toFixed(1) })}
        </p>
      </div>
      <div className="mt-5 grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <CriteriaList criteria={result.criteria} score={result.score} help={false} />
        <Flags result={result} />
      </div>
    </section>
  );
}

function Record({ tone, title, children }: { tone: string; title: string; children: ReactNode }) {
  return (
    <div className={`rounded-lg border border-line border-t-4 bg-paper p-5 ${tone}`}>
      <h3 className="text-sm font-semibold text-slate">{title}</h3>
      {children}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="mt-3">
      <p className="text-sm text-slate">{label}</p>
      <div>{children}</div>
    </div>
  );
}

type LinesProps = {
  label?: string;
  texts: readonly string[];
  field: (index: number) => string;
  shown: Shown;
  strong?: boolean;
};

function Lines({ label, texts, field, shown, strong }: LinesProps) {
  const lines = texts.map((text, i) => (
    <span key={text} className={strong ? "mt-1 block text-lg font-semibold" : "block"}>
      <MarkedText text={text} field={field(i)} shown={shown} />
    </span>
  ));
  return label ? <Fact label={label}>{lines}</Fact> : lines;
}
