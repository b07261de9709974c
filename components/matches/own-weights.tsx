import { Scale } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#lib/i18n/navigation.ts";
import type { MatchForReview } from "#lib/matches/review-query.ts";
import { byPoints, percentsOf } from "#lib/matches/weight-set.ts";

/** A line where the weights are not the standard: which, and whether this match was computed with them. */
export async function OwnWeights({ match: { need, weights } }: { match: MatchForReview }) {
  const t = await getTranslations("weights");
  const names = await getTranslations("matching.criteria");
  const changed = byPoints.filter((id) => weights.factors[id] !== undefined);
  const other = weights.used !== weights.present;
  if (changed.length === 0 && !other) return null;
  const percents = percentsOf(weights.factors);
  const list = changed.map((id) => t("noteItem", { name: names(id), percent: percents[id] })).join(" · ");
  return (
    <p className="mt-3 flex gap-2.5 rounded-md bg-bau-50 px-3 py-2.5 text-sm leading-relaxed text-bau-800">
      <Scale aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {changed.length > 0 && t("note", { list })} {other && t("noteOther", { version: weights.used })}{" "}
        <Link
          href={`/staff/needs/${need.id}/matches?weights=open#weights`}
          className="underline underline-offset-4"
        >
          {t("noteLink")}
        </Link>
      </span>
    </p>
  );
}
