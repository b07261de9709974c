import type { Counted } from "#lib/matching/index/count.ts";
import type { ConflictId, NeedInput } from "#lib/matching/types.ts";
import type { WeightFactors } from "#lib/matching/weights.ts";

/** What a web process may ask an engine. Needs only; nothing of a person is in a question. */
export type Question =
  /** the best talents for a saved need, once for each set of weights; absent: its own */
  | { kind: "rank"; needId: string; weights: (WeightFactors | null)[]; depth: number }
  /** how many listed profiles meet each condition of a need that is being written */
  | { kind: "count"; need: NeedInput };

/** A place of a ranking: ids and numbers, no word of a profile. */
export type RankedTalent = { talentId: string; score: number; conflicts: ConflictId[] };

export type Answers = {
  rank: { lists: RankedTalent[][]; listed: number };
  /** raw counts: whoever asked keeps small ones to themselves */
  count: Counted;
};
export type Answer<Q extends Question> = Answers[Q["kind"]];
