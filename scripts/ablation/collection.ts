import { type CompiledNeed, type CompiledTalent, compileNeed, compileTalent } from "#lib/matching/compile.ts";
import type { MatchContext } from "#lib/matching/context.ts";
import { corpusStatistics } from "#lib/matching/corpus.ts";
import type { ExposedList } from "#lib/matching/exposure.ts";
import { type Judgement, measure } from "#lib/matching/measures.ts";
import { corpusText } from "#lib/matching/records.ts";
import { type PairScore, scorePair } from "#lib/matching/score.ts";
import type { Dictionary, NeedInput, TalentInput } from "#lib/matching/types.ts";
import type { Weights } from "#lib/matching/weights.ts";

export type Collection = {
  talents: TalentInput[];
  needs: NeedInput[];
  judgements: Judgement[];
  asOf: string;
};

/** The engine with a part taken out: by other inputs, another dictionary, other weights, or compiled records with less in them. */
export type Engine = {
  dictionary: Dictionary;
  corpus: boolean;
  weights?: Weights;
  talent?: (input: TalentInput) => TalentInput;
  need?: (input: NeedInput) => NeedInput;
  compiledTalent?: (
    compiled: CompiledTalent,
    compile: (input: TalentInput) => CompiledTalent,
  ) => CompiledTalent;
  compiledNeed?: (compiled: CompiledNeed) => CompiledNeed;
  order?: (pair: PairScore) => number;
};

export function readJudgements(text: string): Judgement[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [needId = "", talentId = "", grade, conflicts = "-"] = line.split("\t");
      return {
        needId,
        talentId,
        grade: Number(grade),
        conflicts: conflicts === "-" ? [] : conflicts.split(","),
      };
    });
}

export function compiled(collection: Collection, engine: Engine) {
  const talents = collection.talents.map((input) => engine.talent?.(input) ?? input);
  const needs = collection.needs.map((input) => engine.need?.(input) ?? input);
  const corpus = engine.corpus
    ? corpusStatistics([...talents, ...needs].map(corpusText), engine.dictionary)
    : undefined;
  const context: MatchContext = { dictionary: engine.dictionary, asOf: collection.asOf };
  if (corpus) context.corpus = corpus;
  if (engine.weights) context.weights = engine.weights;
  const compile = (input: TalentInput) => compileTalent(input, context);
  return {
    talents: talents.map((input) => {
      const made = compile(input);
      return engine.compiledTalent?.(made, compile) ?? made;
    }),
    needs: needs.map((input) => {
      const made = compileNeed(input, context);
      return engine.compiledNeed?.(made) ?? made;
    }),
  };
}

/** All talents for each need, best first. */
export function ranked(collection: Collection, engine: Engine): ExposedList<PairScore>[] {
  const { talents, needs } = compiled(collection, engine);
  const order = engine.order ?? ((pair: PairScore) => pair.order);
  return needs.map((need) => ({
    needId: need.id,
    pairs: talents
      .map((talent) => scorePair(need, talent))
      .sort((a, b) => order(b) - order(a) || (a.talentId < b.talentId ? -1 : 1)),
  }));
}

/** Figures of each need, in the order of the lists; needs without a judged pair are left out. */
export function judge(lists: readonly ExposedList<PairScore>[], collection: Collection) {
  const judged = new Set(collection.judgements.filter((each) => each.grade > 0).map((each) => each.needId));
  const figures = lists
    .filter((list) => judged.has(list.needId))
    .map((list) => measure([list], collection.judgements, list.pairs.length));
  const column = (key: "ndcg10" | "map") => {
    const each = figures.map((figure) => figure[key]);
    return { each, mean: each.reduce((sum, value) => sum + value, 0) / (each.length || 1) };
  };
  return { ndcg10: column("ndcg10"), map: column("map") };
}
