import type { Judgement } from "#lib/matching/measures.ts";
import { measure } from "#lib/matching/measures.ts";
import { type PairScore, reweigh } from "#lib/matching/score.ts";
import type { CriterionId } from "#lib/matching/types.ts";
import { criterionIds, defaultWeights, type Weights } from "#lib/matching/weights.ts";
import type { Collection, Engine } from "./collection.ts";
import { ranked } from "./collection.ts";

type Values = { needId: string; pairs: PairScore[] }[];

function ndcg(values: Values, judgements: readonly Judgement[], weights: Weights): number {
  const lists = values.map(({ needId, pairs }) => ({
    needId,
    pairs: pairs
      .map((pair) => ({ ...pair, order: reweigh(pair, weights).order }))
      .sort((a, b) => b.order - a.order || (a.talentId < b.talentId ? -1 : 1)),
  }));
  return measure(lists, judgements, 50).ndcg10;
}

const scaled = (weights: Weights, id: CriterionId, factor: number): Weights => ({
  ...weights,
  [id]: { need: weights[id].need * factor, talent: weights[id].talent * factor },
});

/** The weights that coordinate steps from the default find best for some needs. */
function tuned(values: Values, judgements: readonly Judgement[]): Weights {
  let best = { ...defaultWeights };
  let reached = ndcg(values, judgements, best);
  for (let round = 0; round < 2; round++)
    for (const id of criterionIds)
      for (const factor of [0, 0.5, 0.75, 1.33, 2]) {
        const trial = scaled(best, id, factor);
        const found = ndcg(values, judgements, trial);
        if (found > reached + 1e-9) [best, reached] = [trial, found];
      }
  return best;
}

export type HeldOut = {
  split: string;
  tunedOn: number;
  heldOut: number;
  defaultOnHeldOut: number;
  weights: Weights;
};

/** Weights tuned on half of the needs and measured on the other half, both ways, beside the default ones: what tuning to the file would give. */
export function heldOut(collection: Collection, engine: Engine): HeldOut[] {
  const values = ranked(collection, engine) as Values;
  const half = (rest: number) => values.filter((_, i) => i % 2 === rest);
  return [0, 1].map((rest) => {
    const weights = tuned(half(rest), collection.judgements);
    return {
      split: rest === 0 ? "tuned on odd, measured on even needs" : "tuned on even, measured on odd needs",
      tunedOn: ndcg(half(rest), collection.judgements, weights),
      heldOut: ndcg(half(1 - rest), collection.judgements, weights),
      defaultOnHeldOut: ndcg(half(1 - rest), collection.judgements, defaultWeights),
      weights,
    };
  });
}
