import { hashTerm } from "./hash.ts";
import type { ConceptLink, CriterionId } from "./types.ts";

/** Raised when a number of this file changes. */
export const WEIGHTS_VERSION = "2";

/** Points of 100 a criterion can give. `need` points say how the talent looks from the need's side, `talent` points the reverse. */
export type Weights = Record<CriterionId, { need: number; talent: number }>;

export const defaultWeights: Weights = {
  mustHave: { need: 33, talent: 0 },
  preferred: { need: 7, talent: 0 },
  field: { need: 28, talent: 8 },
  experience: { need: 9, talent: 0 },
  education: { need: 4, talent: 0 },
  language: { need: 3, talent: 0 },
  terms: { need: 0, talent: 4 },
  pay: { need: 0, talent: 3 },
  freshness: { need: 1, talent: 0 },
};

/** Staff may move one criterion's points for a need between these factors of the default. */
export const weightBounds = { least: 0.25, most: 2.5 };

/** Weights with each criterion multiplied by the given factor, held within the bounds. */
export function adjustWeights(factors: WeightFactors, base = defaultWeights): Weights {
  const entries = Object.entries(base).map(([id, points]) => {
    const factor = factors[id as CriterionId] ?? 1;
    const held = Math.min(
      weightBounds.most,
      Math.max(weightBounds.least, Number.isFinite(factor) ? factor : 1),
    );
    return [id, { need: points.need * held, talent: points.talent * held }];
  });
  return Object.fromEntries(entries) as Weights;
}

/** What was changed for one need: factors of the default by criterion; one that is absent is 1. */
export type WeightFactors = Partial<Record<CriterionId, number>>;

export const criterionIds = Object.keys(defaultWeights) as CriterionId[];

/** Stored factors as far as they say anything: known criteria, numbers other than 1, held within the bounds. */
export function readFactors(stored: unknown): WeightFactors {
  const given = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  const factors: WeightFactors = {};
  for (const id of criterionIds) {
    const factor = given[id];
    if (typeof factor !== "number" || !Number.isFinite(factor)) continue;
    const held = Math.min(weightBounds.most, Math.max(weightBounds.least, factor));
    if (held !== 1) factors[id] = held;
  }
  return factors;
}

/** The weights of a need with these stored factors: the default ones themselves where nothing was changed. */
export function weightsFor(stored: unknown): Weights {
  const factors = readFactors(stored);
  return Object.keys(factors).length === 0 ? defaultWeights : adjustWeights(factors);
}

/** Tells a changed set from the default and from any other, e.g. "1" and "1+9c04e1d2". */
export function weightsVersionOf(weights: Weights): string {
  if (weights === defaultWeights) return WEIGHTS_VERSION;
  const points = (set: Weights) =>
    criterionIds.map((id) => `${id}:${set[id].need.toFixed(6)}/${set[id].talent.toFixed(6)}`).join(" ");
  const said = points(weights);
  if (said === points(defaultWeights)) return WEIGHTS_VERSION;
  return `${WEIGHTS_VERSION}+${hashTerm(said).toString(16).padStart(8, "0")}`;
}

/** How much of a wanted concept is met by one the talent shows, by the link from the talent's to the wanted one. */
export const linkCredit: Record<ConceptLink, number> = {
  same: 1,
  alias: 1,
  // the talent's concept is a kind of the wanted one
  broader: 0.9,
  // the talent shows only the general thing
  narrower: 0.4,
  related: 0.4,
};

/** Belief in a mention by where it stands; mentions of several kinds of place add up towards 1, repeats of one place do not. */
export const placeStrength = {
  experience: 0.8,
  headline: 0.7,
  summary: 0.65,
  qualification: 0.7,
  skill: 0.55,
  education: 0.4,
  industry: 0.4,
  members: 0.5,
} as const;
export type Place = keyof typeof placeStrength;

/** A claim is borne out when jobs, degrees and qualifications give it at least this credit, along links too. */
export const borneOutFrom = 0.2;
/** How far a keyword, and a claim in a person's own account, is believed that nothing bears out, by how many others are borne out. */
export const keywordCredence = [0.6, 0.75, 0.9, 1] as const;
export const claimCredence = [0.75, 0.9, 1] as const;

/** A skill shown in jobs counts `least` after no time and `most` from `fullMonths` on; halfway when no job is dated. */
export const skillYears = { least: 0.9, most: 1.1, fullMonths: 36 };

/** A word met only through its counterpart in the other script counts this much. */
export const translationFactor = 0.9;

/** A clause that says "only a little of" or "never did" counts this much. */
export const stanceFactor = { plain: 1, hedged: 0.45, negated: 0 } as const;

/** A job that ended this many years ago counts half, but never less than `least`. */
export const recency = { halfLifeYears: 6, least: 0.25 };

/** A profile loses half of its freshness in this time. */
export const freshnessHalfLifeYears = 1.5;

/** A value that nobody stated counts half: neither rewarded nor punished. */
export const unknownValue = 0.5;

/** Order of a list: score × factor ^ conflicts, the exponent growing slower than their number. */
export const conflictFactor = { first: 0.65, each: 0.92 };

/** A must-have counts as met from this coverage on, and only with a link that is not merely related. */
export const metFrom = 0.5;
