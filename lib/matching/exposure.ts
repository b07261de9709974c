import type { PairScore } from "./score.ts";

/**
 * So that a few talents do not fill every list: a talent keeps full order in the `free` needs that it fits best; in each further
 * list whose first `within` places it would take, its order falls by `step`, and never below `least` of it. It is applied after
 * the scores, changes no score, and depends on nothing but the lists.
 */
export type ExposureRule = { within: number; free: number; step: number; least: number };
export const exposureRule: ExposureRule = { within: 10, free: 3, step: 0.03, least: 0.85 };

type Listed = Pick<PairScore, "needId" | "talentId" | "order">;
export type ExposedList<Pair extends Listed> = { needId: string; pairs: Pair[] };

/** What is left of the order of a talent that takes a first place in so many other lists with a better fit. */
export const exposureFactor = (betterLists: number, rule = exposureRule): number =>
  betterLists < rule.free ? 1 : Math.max(rule.least, 1 - rule.step * (betterLists - rule.free + 1));

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lists of needs, each best first, put into their final order; the lists given in are not changed. */
export function applyExposure<Pair extends Listed>(
  lists: readonly ExposedList<Pair>[],
  rule = exposureRule,
): ExposedList<Pair>[] {
  const places = new Map<string, Listed[]>();
  for (const { pairs } of lists)
    for (const pair of pairs.slice(0, rule.within)) {
      const held = places.get(pair.talentId) ?? [];
      held.push(pair);
      places.set(pair.talentId, held);
    }
  const factors = new Map<string, number>();
  for (const held of places.values()) {
    held.sort((a, b) => b.order - a.order || compareIds(a.needId, b.needId));
    held.forEach((pair, better) => {
      factors.set(`${pair.needId} ${pair.talentId}`, exposureFactor(better, rule));
    });
  }
  const finalOrder = (pair: Pair) => pair.order * (factors.get(`${pair.needId} ${pair.talentId}`) ?? 1);
  return lists.map(({ needId, pairs }) => ({
    needId,
    pairs: [...pairs].sort((a, b) => finalOrder(b) - finalOrder(a) || compareIds(a.talentId, b.talentId)),
  }));
}

/** How many different talents stand in the first places of all lists. */
export const distinctTalents = (
  lists: readonly ExposedList<Listed>[],
  within = exposureRule.within,
): number => new Set(lists.flatMap(({ pairs }) => pairs.slice(0, within).map((pair) => pair.talentId))).size;
