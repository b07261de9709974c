import { getTranslations } from "next-intl/server";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { OwnCase } from "#lib/introductions/own-queries.ts";
import { CANDIDATE_STATES, type CandidateState, type ListedCandidate } from "#lib/introductions/schema.ts";
import { CandidateStateTag } from "./candidate-state.tsx";
import { CaseLine } from "./own-case.tsx";

/** Candidates by what is to be done with them; those that wait for an answer first. */
export async function CandidateList({
  candidates,
  counts,
  cases,
}: {
  candidates: ListedCandidate[];
  /** of the whole list, of which this is a page */
  counts: Record<CandidateState, number>;
  /** the cases of those who are introduced, by match */
  cases: ReadonlyMap<string, OwnCase>;
}) {
  const t = await getTranslations("introductions");
  return CANDIDATE_STATES.map((state) => {
    const of = candidates.filter(({ group }) => group === state);
    if (of.length === 0) return null;
    return (
      <section key={state} aria-labelledby={`group-${state}`} className="mb-8">
        <h2 id={`group-${state}`} className="mb-3 text-lg">
          {t(`groups.${state}`)} <span className="font-normal text-mute tabular-nums">{counts[state]}</span>
        </h2>
        <ul className="grid gap-4 lg:grid-cols-2">
          {of.map((candidate) => (
            <CandidateCard key={candidate.id} candidate={candidate} opened={cases.get(candidate.id)} />
          ))}
        </ul>
      </section>
    );
  });
}

async function CandidateCard({ candidate, opened }: { candidate: ListedCandidate; opened?: OwnCase }) {
  const t = await getTranslations("introductions");
  const { state, group } = candidate;
  return (
    <Card as="li" bridge={group === "waiting" || group === "introduced"}>
      <p className="text-sm font-semibold text-bau-700">{t("talent", { code: candidate.code })}</p>
      <h3 className="mt-0.5 text-lg [overflow-wrap:anywhere]">
        {/* not loaded ahead: looking at a person is noted for them */}
        <Link
          href={`/enterprise/introductions/${candidate.id}`}
          prefetch={false}
          className="underline-offset-4"
        >
          {candidate.headline ? (
            <span lang={langTag(candidate.headlineLang)}>{candidate.headline}</span>
          ) : (
            t("talent", { code: candidate.code })
          )}
        </Link>
      </h3>
      <p className="mt-1 text-slate">
        {t("forNeed")}{" "}
        <Link
          href={`/enterprise/needs/${candidate.needId}`}
          lang={langTag(candidate.needLang)}
          className="underline underline-offset-4"
        >
          {candidate.needTitle}
        </Link>
      </p>
      {opened ? (
        <>
          <CaseLine of={opened} />
          {!opened.running && (
            <p className="mt-2 text-sm text-mute">
              <DateText value={opened.statusSince} />
            </p>
          )}
        </>
      ) : (
        <p className="mt-3 flex flex-wrap items-center gap-3 text-sm text-slate">
          <CandidateStateTag state={state} />
          <span>
            {t("since")} <DateText value={candidate.since} />
          </span>
        </p>
      )}
    </Card>
  );
}
