import { conflictsOf, runChecks } from "./checks.ts";
import type { CompiledNeed, CompiledTalent } from "./compile.ts";
import { weightsOf } from "./context.ts";
import { educationValue } from "./criteria/education.ts";
import { experienceValue } from "./criteria/experience.ts";
import { fieldValue } from "./criteria/field.ts";
import { freshnessValue } from "./criteria/freshness.ts";
import { languageValue } from "./criteria/language.ts";
import { payValue } from "./criteria/pay.ts";
import { mustHaveValue, preferredValue } from "./criteria/requirements.ts";
import { termsValue } from "./criteria/terms.ts";
import type { ConflictId, CriterionId } from "./types.ts";
import { conflictFactor, unknownValue, type Weights } from "./weights.ts";

type CriterionValue = (need: CompiledNeed, talent: CompiledTalent) => number | null | undefined;

/** In the order in which they are shown. */
const criteria: readonly (readonly [CriterionId, CriterionValue])[] = [
  ["mustHave", mustHaveValue],
  ["field", fieldValue],
  ["experience", experienceValue],
  ["preferred", preferredValue],
  ["education", educationValue],
  ["language", languageValue],
  ["terms", termsValue],
  ["pay", payValue],
  ["freshness", freshnessValue],
];

/** One criterion of one pair: `value` null means nothing is known; points add up to the base score. */
export type ScoredCriterion = {
  id: CriterionId;
  value: number | null;
  /** points it could give, of 100 */
  weight: number;
  points: number;
  needWeight: number;
  talentWeight: number;
};
export type PairScore = {
  needId: string;
  talentId: string;
  /** 0 to 100, not rounded; conflicts do not enter */
  base: number;
  /** what lists are sorted by: the base score, lowered by conflicts */
  order: number;
  needToTalent: number;
  talentToNeed: number;
  conflicts: ConflictId[];
  criteria: ScoredCriterion[];
};

/** Criteria that the need does not ask about give their weight to the others; what nobody stated counts half. */
function scoreCriteria(need: CompiledNeed, talent: CompiledTalent): ScoredCriterion[] {
  const out: ScoredCriterion[] = [];
  for (const [id, criterionValue] of criteria) {
    const value = criterionValue(need, talent);
    if (value === undefined) continue;
    const held = value === null ? null : Math.min(1, Math.max(0, value));
    out.push({ id, value: held, weight: 0, points: 0, needWeight: 0, talentWeight: 0 });
  }
  return weigh(out, weightsOf(need.context));
}

/** Gives each criterion its weight and its points; 100 points in all. */
function weigh(out: ScoredCriterion[], weights: Weights): ScoredCriterion[] {
  let total = 0;
  for (const criterion of out) {
    const points = weights[criterion.id];
    criterion.needWeight = points.need;
    criterion.talentWeight = points.talent;
    total += points.need + points.talent;
  }
  const scale = total > 0 ? 100 / total : 0;
  for (const criterion of out) {
    criterion.needWeight *= scale;
    criterion.talentWeight *= scale;
    criterion.weight = criterion.needWeight + criterion.talentWeight;
    criterion.points = criterion.weight * (criterion.value ?? unknownValue);
  }
  return out;
}

function side(criteria: readonly ScoredCriterion[], key: "needWeight" | "talentWeight"): number {
  let sum = 0;
  let weights = 0;
  for (const criterion of criteria) {
    sum += criterion[key] * (criterion.value ?? unknownValue);
    weights += criterion[key];
  }
  return weights > 0 ? (100 * sum) / weights : 0;
}

/** The order of a list: 0.65 of the score with the first conflict and a little less with each further one, so conflicts rank below comparable pairs without ever hiding one. */
export function orderOf(base: number, conflicts: number): number {
  return conflicts === 0 ? base : base * conflictFactor.first * conflictFactor.each ** (conflicts - 1);
}

/** What a pair whose values are known would score under other weights, without its texts. */
export function reweigh(
  known: { criteria: readonly { id: CriterionId; value: number | null }[]; conflicts: readonly unknown[] },
  weights: Weights,
): { base: number; order: number } {
  const blank = { weight: 0, points: 0, needWeight: 0, talentWeight: 0 };
  let base = 0;
  for (const { points } of weigh(
    known.criteria.map(({ id, value }) => ({ id, value, ...blank })),
    weights,
  ))
    base += points;
  return { base, order: orderOf(base, known.conflicts.length) };
}

/** All numbers of one pair. The base score is the sum over both directions' points: each direction weighs by its share of the points. */
export function scorePair(need: CompiledNeed, talent: CompiledTalent): PairScore {
  const scored = scoreCriteria(need, talent);
  let base = 0;
  for (const criterion of scored) base += criterion.points;
  const conflicts = conflictsOf(runChecks(need, talent));
  return {
    needId: need.id,
    talentId: talent.id,
    base,
    order: orderOf(base, conflicts.length),
    needToTalent: side(scored, "needWeight"),
    talentToNeed: side(scored, "talentWeight"),
    conflicts,
    criteria: scored,
  };
}
