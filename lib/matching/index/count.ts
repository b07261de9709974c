import type { CompiledNeed } from "../compile.ts";
import type { Requirement } from "../demand.ts";
import { spreadCredits } from "../links.ts";
import type { Dictionary } from "../types.ts";
import { metFrom } from "../weights.ts";
import { conflictBits, type Meets } from "./conflict-bits.ts";
import type { ConceptGraph } from "./graph.ts";
import { conceptOf, ROW_WORDS, strengthOf, word } from "./layout.ts";
import type { NeedRow } from "./need-row.ts";
import type { Rows } from "./rows.ts";
import type { TalentIndex } from "./talent-index.ts";

/** One thing that a need asks for. */
export type Asked =
  | { kind: "education" | "experience" | "mode" | "direction" | "pay" | "availability" }
  | { kind: "language"; code: string }
  | { kind: "licence" | "mustHave"; text: string };

/** Of all profiles: how many meet everything, and by requirement how many miss it and nothing else. */
export type Counted = { total: number; fit: number; onlyMissing: { asked: Asked; count: number }[] };

type Condition = { asked: Asked; met(rows: Rows, row: number, id: string): boolean };
type Pool = { index: TalentIndex; meets: Meets; dictionary: Dictionary };
/** A need with the row that the pool's vocabulary made of it. */
type Need = { compiled: CompiledNeed; row: NeedRow };
/** For a must-have that the dictionary does not know: the ids of the profiles that say it in words. */
export type InWords = (text: string) => ReadonlySet<string>;

const nothingHard = {
  direction: 0,
  modes: 0,
  educationMin: -1,
  yearsMin: null,
  languages: [],
  licences: [],
  payMax: null,
  deadline: null,
} as const satisfies Partial<NeedRow>;

/** The hard conditions of a need, each alone, decided as scoring decides them. */
function hardConditions({ compiled, row: need }: Need, meets: Meets): Condition[] {
  const only = (asked: Asked, part: Partial<NeedRow>): Condition => {
    const alone = { ...need, ...nothingHard, ...part } as NeedRow;
    return { asked, met: (rows, row) => conflictBits(alone, rows, row, meets) === 0 };
  };
  const { input, licences } = compiled;
  const { educationMin, yearsMin, modes, direction, payMax, deadline } = need;
  return [
    ...(educationMin >= 0 ? [only({ kind: "education" }, { educationMin })] : []),
    ...(yearsMin ? [only({ kind: "experience" }, { yearsMin })] : []),
    ...(input.languages ?? []).flatMap(({ code, required }, i) =>
      required ? [only({ kind: "language", code }, { languages: need.languages.slice(i, i + 1) })] : [],
    ),
    ...(modes ? [only({ kind: "mode" }, { modes })] : []),
    ...(direction ? [only({ kind: "direction" }, { direction })] : []),
    ...(payMax === null ? [] : [only({ kind: "pay" }, { payMax })]),
    ...(deadline === null ? [] : [only({ kind: "availability" }, { deadline })]),
    ...licences.map(({ text }, i) =>
      only({ kind: "licence", text }, { licences: need.licences.slice(i, i + 1) }),
    ),
  ];
}

/** Share of a must-have that each shown concept answers by itself, a list of places and factors by concept number. */
function answersTo(requirement: Requirement, graph: ConceptGraph, dictionary: Dictionary) {
  const answers = new Map<number, number[]>();
  const all = requirement.groups.reduce((sum, group) => sum + group.weight, 0);
  requirement.groups.forEach((group, g) => {
    for (const wanted of new Set(group.hits.map((hit) => hit.conceptId)))
      for (const shown of graph.givenBy(graph.numberOf(wanted)).concepts) {
        const credits = spreadCredits(new Map([[graph.ids[shown] as string, 1]]), dictionary);
        const solid = credits.get(wanted)?.solid ?? 0;
        if (solid === 0) continue;
        const list = answers.get(shown) ?? new Array<number>(requirement.groups.length).fill(0);
        list[g] = Math.max(list[g] as number, (solid * group.weight) / all);
        answers.set(shown, list);
      }
  });
  return answers;
}

/**
 * A must-have counts as met by what a profile shows anywhere, and never by what is merely related: at least half of what its
 * words name. How strongly it is shown is for the score.
 */
function mustHave(requirement: Requirement, { index, dictionary }: Pool): Condition {
  const answers = answersTo(requirement, index.graph, dictionary);
  const best = new Float64Array(requirement.groups.length);
  return {
    asked: { kind: "mustHave", text: requirement.text },
    met: (rows, row) => {
      const at = row * ROW_WORDS;
      const last = rows.words[at + ROW_WORDS + word.concepts] as number;
      best.fill(0);
      for (let i = rows.words[at + word.concepts] as number; i < last; i++) {
        const packed = rows.concepts[i] as number;
        const list = strengthOf(packed) > 0 ? answers.get(conceptOf(packed)) : undefined;
        for (let g = 0; list && g < best.length; g++)
          if ((list[g] as number) > (best[g] as number)) best[g] = list[g] as number;
      }
      let sum = 0;
      for (const share of best) sum += share;
      return sum >= metFrom - 1e-9;
    },
  };
}

/**
 * How many profiles of the index fit a need, in one pass; of one that misses two requirements no third is looked at. What a
 * profile does not state excludes it from nothing.
 */
export function countFits(need: Need, pool: Pool, inWords: InWords): Counted {
  const known = (requirement: Requirement) => requirement.groups.length > 0;
  const conditions = [
    ...hardConditions(need, pool.meets),
    ...need.compiled.mustHave.filter(known).map((each) => mustHave(each, pool)),
    ...need.compiled.mustHave
      .filter((each) => !known(each))
      .map(({ text }): Condition => {
        const ids = inWords(text);
        return { asked: { kind: "mustHave", text }, met: (_rows, _row, id) => ids.has(id) };
      }),
  ];
  const missing = new Int32Array(conditions.length);
  let total = 0;
  let fit = 0;
  pool.index.each((rows, row, id) => {
    total++;
    let missed = -1;
    for (let i = 0; i < conditions.length; i++) {
      if ((conditions[i] as Condition).met(rows, row, id)) continue;
      if (missed >= 0) return;
      missed = i;
    }
    if (missed < 0) fit++;
    else missing[missed] = (missing[missed] as number) + 1;
  });
  const onlyMissing = conditions.map(({ asked }, i) => ({ asked, count: missing[i] as number }));
  return { total, fit, onlyMissing };
}
