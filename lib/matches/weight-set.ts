import type { CriterionId } from "#lib/matching/types.ts";
import {
  criterionIds,
  defaultWeights,
  readFactors,
  type WeightFactors,
  weightBounds,
  weightsFor,
} from "#lib/matching/weights.ts";

/** The weights of a need as people set them: per cent of the standard, a criterion each. */
export type Percents = Record<CriterionId, number>;

export const PERCENT = { least: weightBounds.least * 100, most: weightBounds.most * 100, step: 5 };

export function percentsOf(factors: WeightFactors): Percents {
  const entries = criterionIds.map((id) => [id, Math.round((factors[id] ?? 1) * 100)]);
  return Object.fromEntries(entries) as Percents;
}

export const factorsOf = (percents: Percents): WeightFactors =>
  readFactors(Object.fromEntries(criterionIds.map((id) => [id, percents[id] / 100])));

/** So many of the list are shown as they move. */
export const MOVES_SHOWN = 20;

export const sameFactors = (a: WeightFactors, b: WeightFactors): boolean =>
  criterionIds.every((id) => (a[id] ?? 1) === (b[id] ?? 1));

/** Points of 100 that each criterion can give a pair that all criteria apply to. */
export function pointsOf(factors: WeightFactors): Percents {
  const weights = weightsFor(factors);
  const own = (id: CriterionId) => weights[id].need + weights[id].talent;
  const all = criterionIds.reduce((sum, id) => sum + own(id), 0);
  return Object.fromEntries(criterionIds.map((id) => [id, (100 * own(id)) / all])) as Percents;
}

/** In the order in which they are set: what gives most first. */
export const byPoints = [...criterionIds].sort((a, b) => {
  const points = (id: CriterionId) => defaultWeights[id].need + defaultWeights[id].talent;
  return points(b) - points(a);
});

/** The changed ones in an address, e.g. "mustHave:150,pay:50". */
export const percentsToText = (percents: Percents): string =>
  criterionIds
    .filter((id) => percents[id] !== 100)
    .map((id) => `${id}:${percents[id]}`)
    .join(",");

/** What is not understood, or out of bounds, is left at the standard. Null when the address says nothing. */
export function percentsFromText(text: string | undefined): Percents | null {
  if (text === undefined || text.length > 300) return null;
  const percents = percentsOf({});
  for (const part of text.split(",")) {
    const [, id, value] = /^(\w+):(\d{2,3})$/.exec(part) ?? [];
    const percent = Number(value);
    const known = criterionIds.find((one) => one === id);
    if (known && percent >= PERCENT.least && percent <= PERCENT.most) percents[known] = percent;
  }
  return percents;
}
