import { today } from "#lib/clock.ts";
import { type CompiledNeed, compileNeed, compileTalent } from "#lib/matching/compile.ts";
import type { MatchContext } from "#lib/matching/context.ts";
import { explain } from "#lib/matching/explain.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import { weightsFor } from "#lib/matching/weights.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import type { NeedRecord, TalentRecord } from "./records.ts";
import { needInputOf, talentInputOf } from "./records.ts";

/** What every score depends on besides the two records: the project's dictionary and the day. The same in every process, so that workers agree. */
export function contextOf(day = today()): MatchContext {
  return { dictionary: currentDictionary(), asOf: day };
}

/** As the engine takes it, with the weights that staff set for this need. */
export const compileNeedRow = (row: NeedRecord, day = today()): CompiledNeed =>
  compileNeed(needInputOf(row), { ...contextOf(day), weights: weightsFor(row.weightFactors) });

/** One pair with its full explanation, for a nomination or an interest. */
export function explainPair(need: NeedRecord, talent: TalentRecord): MatchResult {
  return explain(compileNeedRow(need), compileTalent(talentInputOf(talent), contextOf()));
}

/** The columns of a match that hold a result. */
export const resultColumns = (result: MatchResult) => ({
  score: result.score,
  needToTalent: result.needToTalent,
  talentToNeed: result.talentToNeed,
  conflicts: result.conflicts as string[],
  priority: result.order,
  engineVersion: result.engineVersion,
  dictionaryVersion: result.dictionaryVersion,
  weightsVersion: result.weightsVersion,
});
