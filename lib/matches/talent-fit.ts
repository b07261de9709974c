import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { askEngine, type Patience } from "./ask.ts";
import { matchableNeed, waiting } from "./policy.ts";

/** So far down the ranking of a need one may look. */
export const FIT_DEPTH = 200;

export type Fit = { place: number; score: number; conflicts: string[] };
export type FitRanking = {
  need: { id: string; code: string; title: string; lang: string };
  /** an engine's ranking just now, or that of the stored suggestions where none is ready */
  source: "engine" | "saved";
  /** ids of talents, the best first */
  order: string[];
  fits: Map<string, Fit>;
};

/** Who fits an open need best, by the need's code. Null when no open need has it, or the viewer is not staff. */
export async function rankByFit(
  viewer: Viewer,
  code: string,
  patience?: Patience,
): Promise<FitRanking | null> {
  if (!isStaff(viewer)) return null;
  const need = await db.need.findFirst({
    where: { code: code.toUpperCase(), ...matchableNeed(today()) },
    select: { id: true, code: true, title: true, locale: true },
  });
  if (!need) return null;
  const answer = await askEngine(
    { kind: "rank", needId: need.id, weights: [null], depth: FIT_DEPTH },
    patience,
  );
  const ranked = answer?.lists[0] ?? (await savedFor(need.id));
  return {
    need: { id: need.id, code: need.code, title: need.title, lang: fromDbLocale(need.locale) },
    source: answer ? "engine" : "saved",
    order: ranked.map((one) => one.talentId),
    fits: new Map(
      ranked.map(({ talentId, score, conflicts }, at) => [talentId, { place: at + 1, score, conflicts }]),
    ),
  };
}

const savedFor = (needId: string) =>
  db.match.findMany({
    where: { needId, status: waiting },
    orderBy: [{ priority: "desc" }, { talentId: "asc" }],
    take: FIT_DEPTH,
    select: { talentId: true, score: true, conflicts: true },
  });
