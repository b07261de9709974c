import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { reweigh } from "#lib/matching/score.ts";
import { readFactors, type WeightFactors, weightsFor, weightsVersionOf } from "#lib/matching/weights.ts";
import { askEngine, type Patience } from "./ask.ts";
import { canReview, WEIGHABLE, waiting } from "./policy.ts";
import { type Move, movesOf, type Placed } from "./weight-moves.ts";
import { MOVES_SHOWN } from "./weight-set.ts";

export type WeightsOfNeed = {
  factors: WeightFactors;
  revision: number;
  version: string;
  changed: { by: string; at: Date; reason: string | null } | null;
  canChange: boolean;
};

/** What staff set for a need, and who did last. */
export async function getWeightsOfNeed(viewer: Viewer, needId: string): Promise<WeightsOfNeed | null> {
  if (!canReview(viewer)) return null;
  const need = await db.need.findUnique({
    where: { id: needId },
    select: { status: true, weightFactors: true, weightsRevision: true },
  });
  if (!need) return null;
  const factors = readFactors(need.weightFactors);
  const last = need.weightsRevision
    ? await db.auditEvent.findFirst({
        where: { recordType: "need", recordId: needId, action: "need.weightsChanged" },
        orderBy: { id: "desc" },
        select: { actorName: true, at: true, reason: true },
      })
    : null;
  return {
    factors,
    revision: need.weightsRevision,
    version: weightsVersionOf(weightsFor(factors)),
    changed: last && { by: last.actorName, at: last.at, reason: last.reason },
    canChange: WEIGHABLE.includes(need.status),
  };
}

export type ShownMove = Move & { code: string; headline: string; lang: AppLocale };
export type WeightPreview = {
  /** all listed profiles, ranked by an engine just now; or only those that wait for review, where none is ready */
  source: "engine" | "saved";
  compared: number;
  moves: ShownMove[];
};

const DEPTH = 200;

/** How the list of a need would move under other weights. Changes nothing. */
export async function previewWeights(
  viewer: Viewer,
  needId: string,
  factors: WeightFactors,
  patience?: Patience,
): Promise<WeightPreview | null> {
  if (!canReview(viewer)) return null;
  const need = await db.need.findUnique({ where: { id: needId }, select: { weightFactors: true } });
  if (!need) return null;
  const answer = await askEngine(
    { kind: "rank", needId, weights: [null, readFactors(factors)], depth: DEPTH },
    patience,
  );
  const { before, after, compared } = answer
    ? { before: answer.lists[0]!, after: answer.lists[1]!, compared: answer.listed }
    : await fromSaved(needId, need.weightFactors, factors);
  return {
    source: answer ? "engine" : "saved",
    compared,
    moves: await named(movesOf(before, after, MOVES_SHOWN)),
  };
}

type Saved = {
  talentId: string;
  conflicts: string[];
  criteria: { id: Parameters<typeof reweigh>[0]["criteria"][number]["id"]; value: number | null }[] | null;
};

/** What waits for review, under both sets of weights, from the values that are stored with it. */
async function fromSaved(needId: string, present: unknown, wished: unknown) {
  const rows = await db.$queryRaw<Saved[]>`
    SELECT m."talentId"::text, m.conflicts, (
      SELECT jsonb_agg(jsonb_build_object('id', c->'id', 'value', c->'value')) FROM jsonb_array_elements(m.explanation->'criteria') AS c
    ) AS criteria FROM "Match" m WHERE m."needId" = ${needId}::uuid AND m.status::text = ANY(${waiting.in})
    ORDER BY m.priority DESC, m.id LIMIT ${DEPTH}`;
  const ranked = (factors: unknown): Placed[] => {
    const weights = weightsFor(factors);
    return rows
      .map(({ talentId, conflicts, criteria }) => ({
        talentId,
        ...reweigh({ criteria: criteria ?? [], conflicts }, weights),
      }))
      .sort((a, b) => b.order - a.order || (a.talentId < b.talentId ? -1 : 1))
      .map(({ talentId, base }) => ({ talentId, score: base }));
  };
  return { before: ranked(present), after: ranked(wished), compared: rows.length };
}

async function named(moves: Move[]): Promise<ShownMove[]> {
  const rows = await db.talent.findMany({
    where: { id: { in: moves.map((one) => one.talentId) }, status: "LISTED" },
    select: { id: true, code: true, headline: true, locale: true },
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  return moves.flatMap((move) => {
    const row = known.get(move.talentId);
    return row
      ? [{ ...move, code: row.code, headline: row.headline, lang: fromDbLocale(row.locale) as AppLocale }]
      : [];
  });
}
