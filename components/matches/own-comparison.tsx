import { getTranslations } from "next-intl/server";
import type { MatchResult } from "#lib/matching/types.ts";
import { CriteriaList } from "./criteria-list.tsx";
import { Flags } from "./flags.tsx";
import { ScoreArc } from "./score-arc.tsx";

/** The whole comparison for the person it is about: every part, its words, and what nobody stated. */
export async function OwnComparison({
  result,
  score,
  talentToNeed,
}: {
  result: MatchResult;
  score: number;
  talentToNeed: number | null;
}) {
  const t = await getTranslations("matches");
  if (result.criteria.length === 0) return null;
  return (
    <details className="mt-4 border-t border-line pt-2">
      <summary className="flex min-h-11 cursor-pointer items-center font-medium text-sea-700">
        {t("invitations.parts")}
      </summary>
      <div className="mt-2">
        <ScoreArc score={score} parts={result.criteria} />
        {talentToNeed !== null && (
          <p className="mt-2 text-center text-sm text-slate">
            {t("fitting.forYou")}{" "}
            <strong className="text-bau-800 tabular-nums">{talentToNeed.toFixed(1)}</strong>
          </p>
        )}
        <div className="mt-4">
          <CriteriaList criteria={result.criteria} score={score} />
        </div>
        <div className="mt-4">
          <Flags result={result} />
        </div>
      </div>
    </details>
  );
}
