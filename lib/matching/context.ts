import type { CorpusStatistics } from "./corpus.ts";
import { monthIndex } from "./dates.ts";
import type { Dictionary } from "./types.ts";
import { defaultWeights, type Weights } from "./weights.ts";

/** Everything that a score depends on besides the two inputs. */
export type MatchContext = {
  dictionary: Dictionary;
  /** today, YYYY-MM-DD */
  asOf: string;
  weights?: Weights;
  /** rarity of words and concepts; without it a static default holds */
  corpus?: CorpusStatistics;
};

export function weightsOf(context: MatchContext): Weights {
  return context.weights ?? defaultWeights;
}

export function asOfMonth(context: MatchContext): number {
  const month = monthIndex(context.asOf);
  if (month === null) throw new RangeError(`asOf must be YYYY-MM-DD, got "${context.asOf}"`);
  return month;
}
