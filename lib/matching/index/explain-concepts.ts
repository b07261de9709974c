import { roundParts } from "../rounding.ts";
import type { ConflictId, CriterionId } from "../types.ts";
import { unknownValue } from "../weights.ts";
import type { ConceptScorer, Given } from "./concept-score.ts";
import { NOT_ASKED, NOT_STATED } from "./fact-values.ts";
import { conceptOf, ROW_WORDS, STRENGTHS, strengthOf, word } from "./layout.ts";
import { criterionOrder, type NeedRow } from "./need-row.ts";
import type { GivenReader } from "./query.ts";
import type { Rows } from "./rows.ts";

/** A wanted concept and the shown one that gives most towards it; numbers of the concept graph. */
export type ConceptJoin = { wanted: number; shown: number; strength: number; credit: number };
/** How a concept score comes about: criteria whose contributions add up to the score, what joined the two, what is missing. */
export type ConceptExplanation = {
  score: number;
  needToTalent: number;
  talentToNeed: number;
  conflicts: ConflictId[];
  criteria: { id: CriterionId; value: number | null; weight: number; contribution: number }[];
  joins: ConceptJoin[];
  missing: number[];
};

export function explainConcepts(
  need: NeedRow,
  rows: Rows,
  row: number,
  given: Given,
  joins: ConceptJoin[],
  scorer: ConceptScorer,
): ConceptExplanation {
  scorer.score(need, rows, row, given);
  const asked = criterionOrder
    .map((id, i) => ({ id, value: scorer.values[i] as number, points: need.points[i] as number }))
    .filter((each) => each.value !== NOT_ASKED);
  const total = asked.reduce((sum, each) => sum + each.points, 0);
  const held = (value: number) => (value === NOT_STATED ? unknownValue : Math.min(1, Math.max(0, value)));
  const { parts, total: score } = roundParts(
    asked.map((each) => (100 * each.points * held(each.value)) / (total || 1)),
  );
  const side = (key: "need" | "talent") => {
    let sum = 0;
    let weights = 0;
    for (const { id, value } of asked) {
      sum += need.weights[id][key] * held(value);
      weights += need.weights[id][key];
    }
    return weights > 0 ? Math.round((1000 * sum) / weights) / 10 : 0;
  };
  const joined = new Set(joins.map((join) => join.wanted));
  return {
    score,
    needToTalent: side("need"),
    talentToNeed: side("talent"),
    conflicts: scorer.conflictIds(),
    criteria: asked.map(({ id, value, points }, i) => ({
      id,
      value: value === NOT_STATED ? null : value,
      weight: (100 * points) / (total || 1),
      contribution: parts[i] as number,
    })),
    joins,
    missing: need.wanted.filter((concept) => !joined.has(concept)),
  };
}

/** The shown concept of a row that gives most to each wanted one. */
export function joinsOf(need: NeedRow, rows: Rows, row: number, reader: GivenReader): ConceptJoin[] {
  const best: (ConceptJoin | undefined)[] = need.wanted.map(() => undefined);
  const last = rows.words[(row + 1) * ROW_WORDS + word.concepts] as number;
  for (let i = rows.words[row * ROW_WORDS + word.concepts] as number; i < last; i++) {
    const packed = rows.concepts[i] as number;
    const source = reader.sourceOf(conceptOf(packed));
    if (!source) continue;
    const strength = strengthOf(packed) / STRENGTHS;
    for (let k = 0; k < source.wanted.length; k++) {
      const position = source.wanted[k] as number;
      const credit = (source.factors[k] as number) * strength;
      if (credit > (best[position]?.credit ?? 0))
        best[position] = { wanted: need.wanted[position] as number, shown: source.concept, strength, credit };
    }
  }
  return best.filter((join) => join !== undefined);
}
