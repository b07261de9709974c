import { fieldFromShares } from "../criteria/field.ts";
import { blend } from "../criteria/requirements.ts";
import { orderOf } from "../score.ts";
import { asks, type NeedRow, type WantedPhrase } from "./need-row.ts";

/** Room for rounding in 32-bit sums; far below any difference that a list shows. */
export const SLACK = 1e-3;
/** What the order keeps of the score with so many conflicts. */
export const conflictFactors = Array.from({ length: 9 }, (_, count) => orderOf(1, count));
export const ONE_CONFLICT = conflictFactors[1] as number;

/**
 * An upper bound of the base score from three sums over the wanted concepts (credit × what each is worth to the phrases, to the
 * field and to the title), none of which needs the profile itself. It holds because
 * - a phrase counts a group by its best concept, so by no more than the sum, and the weakest phrase is not above the mean;
 * - the field rises with both of its shares;
 * - every other criterion gives at most its points; one that the profile leaves out gives its points to the others, which never
 *   lifts the score above what full points would give.
 */
export type Bound = {
  /** points of the score for one point of weight */
  scale: number;
  /** points of the phrases for a full credit of each wanted concept */
  phrases: Float64Array;
  field: Float64Array;
  title: Float64Array;
  most: { phrases: number; field: number; facts: number };
};

function addPhrases(into: Float64Array, phrases: readonly WantedPhrase[], points: number): void {
  for (const phrase of phrases)
    for (const group of phrase.groups)
      for (const member of group.members)
        into[member] =
          (into[member] as number) + (points / phrases.length) * blend(1, phrase.full, 0) * group.weight;
}

export function boundOf(need: NeedRow): Bound {
  const asked = asks(need);
  const points = need.points.map((each, i) => (asked[i] ? each : 0));
  const total = points.reduce((sum, each) => sum + each, 0);
  const scale = 100 / (total || 1);
  const [mustHave = 0, field = 0, experience = 0, preferred = 0, ...facts] = points.map(
    (each) => scale * each,
  );
  const phrases = new Float64Array(need.wanted.length);
  addPhrases(phrases, need.mustHave, mustHave);
  addPhrases(phrases, need.preferred, preferred);
  return {
    scale,
    phrases,
    field: Float64Array.from(need.fieldWeights, (weight) => (need.titleOnly ? 0 : weight)),
    title: Float64Array.from(need.titleWeights),
    most: {
      phrases: mustHave + preferred,
      field,
      facts: facts.reduce((sum, each) => sum + each, experience),
    },
  };
}

/** The bound for given sums. */
export function most(bound: Bound, phrases: number, field: number, title: number): number {
  const near = fieldFromShares(field < 1 ? field : 1, title < 1 ? title : 1, 0, 0, 0, 0);
  return (
    (phrases < bound.most.phrases ? phrases : bound.most.phrases) +
    bound.most.field * near +
    bound.most.facts +
    SLACK
  );
}
