import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import {
  random,
  syntheticGraph,
  syntheticMeets,
  syntheticNeed,
  syntheticTalent,
} from "#scripts/bench/synthetic.ts";
import { type CompiledNeed, type CompiledTalent, compileNeed, compileTalent } from "../compile.ts";
import { dayIndex } from "../dates.ts";
import { scorePair } from "../score.ts";
import type { NeedInput, TalentInput } from "../types.ts";
import { ConceptScorer } from "./concept-score.ts";
import { Vocabulary } from "./from-compiled.ts";
import type { ConceptGraph } from "./graph.ts";
import type { TalentRow } from "./layout.ts";
import { NeedIndex } from "./need-index.ts";
import { GivenReader, sourcesOf } from "./query.ts";
import { RowStore } from "./rows.ts";
import { buildSegment, finish } from "./segment.ts";
import { TalentIndex } from "./talent-index.ts";

let graph: ConceptGraph;
beforeAll(() => {
  graph = syntheticGraph(7);
});

/** Fewer concepts than in the benchmark, so that ties, crowded lists and common concepts all occur in small sets. */
const crowd = (row: TalentRow, spread: number): TalentRow => {
  const concepts = new Map(row.concepts.map((each) => [each.concept % spread, each]));
  return { ...row, concepts: [...concepts].map(([concept, each]) => ({ ...each, concept })) };
};

function build(seed: number, count: number, spread: number) {
  const next = random(seed);
  const rows = Array.from({ length: count }, (_, i) => crowd(syntheticTalent(next, i), spread));
  const store = new RowStore(count);
  for (const row of rows) store.push(row);
  return { rows, index: new TalentIndex(graph, syntheticMeets, finish(buildSegment(store))) };
}

const needOf = (seed: number, spread: number) => {
  const need = syntheticNeed(random(seed), seed);
  const wanted = [...new Set(need.wanted.map((concept) => concept % spread))];
  return wanted.length === need.wanted.length ? { ...need, wanted } : need;
};

describe("the index of talents", { timeout: 60_000 }, () => {
  it("finds what an exhaustive scan finds, whatever the set", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(12, 40, 300, 20_000),
        fc.integer({ min: 1, max: 60 }),
        (seed, count, spread, depth) => {
          const { index } = build(seed, count, spread);
          for (let i = 0; i < 5; i++) {
            const need = needOf(seed + i, spread);
            expect(index.find(need, { depth })).toEqual(index.scan(need, { depth }));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("finds the same after any changes, before, while and after they are merged", () => {
    const change = fc.record({ put: fc.boolean(), who: fc.nat(120), seed: fc.nat() });
    fc.assert(
      fc.property(fc.nat(), fc.array(change, { maxLength: 60 }), fc.nat(6), (seed, changes, during) => {
        const { rows, index } = build(seed, 80, 40);
        const truth = new Map(rows.map((row) => [row.id, row]));
        const need = needOf(seed, 40);
        const apply = ({ put, who, seed: other }: (typeof changes)[number]) => {
          const row = crowd(syntheticTalent(random(other), who), 40);
          if (put) {
            index.put(row);
            truth.set(row.id, row);
          } else expect(index.remove(row.id)).toBe(truth.delete(row.id));
        };
        const check = () => {
          const anew = new TalentIndex(graph, syntheticMeets);
          for (const row of truth.values()) anew.put(row);
          expect(index.size).toBe(truth.size);
          expect(index.find(need)).toEqual(anew.scan(need));
        };
        changes.slice(0, -during || undefined).forEach(apply);
        check();
        const merge = index.merge();
        merge.next();
        changes.slice(-during).forEach(apply);
        check();
        finish(merge);
        check();
        expect(index.waiting).toBeLessThanOrEqual(during || changes.length);
      }),
      { numRuns: 60 },
    );
  });

  it("explains with contributions that add up to the score", () => {
    const { index } = build(3, 300, 40);
    for (const { order, explanation } of index.find(needOf(3, 40), { explained: true })) {
      const sum = explanation?.criteria.reduce(
        (total, each) => total + Math.round(each.contribution * 10),
        0,
      );
      expect(sum).toBe(Math.round((explanation?.score ?? 0) * 10));
      if (explanation?.conflicts.length === 0)
        expect(Math.abs(explanation.score - order)).toBeLessThan(0.051);
    }
  });
});

describe("the index of needs", { timeout: 60_000 }, () => {
  it("finds what an exhaustive scan finds, also after changes", () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(150), { maxLength: 80 }), (seed, removed) => {
        const { index, rows } = build(seed, 20, 40);
        const needs = new NeedIndex(index.graph, syntheticMeets);
        for (let i = 0; i < 150; i++) needs.put(needOf(seed + i, 40));
        for (const i of removed) needs.remove(needOf(seed + i, 40).id);
        for (let i = 0; i < 20; i += 2) needs.put(needOf(seed + i, 40));
        const store = new RowStore();
        rows.forEach((row, i) => {
          store.push(row);
          expect(needs.find(row, { explained: true })).toEqual(needs.scanFor(store, i, { explained: true }));
        });
      }),
      { numRuns: 30 },
    );
  });

  it("agrees with the index of talents on every pair", () => {
    const { index, rows } = build(11, 30, 40);
    const needs = new NeedIndex(index.graph, syntheticMeets);
    const list = Array.from({ length: 20 }, (_, i) => needOf(i, 40));
    for (const need of list) needs.put(need);
    const pairs = (found: { order: number }[]) => found.map((each) => each.order);
    for (const need of list) {
      const byTalent = index.find(need);
      const orders = rows.map((row) => needs.find(row).find((each) => each.needId === need.id)?.order ?? -1);
      expect(orders.sort((a, b) => b - a)).toEqual(pairs(byTalent));
    }
  });
});

/** The same records with nothing left of words and titles. */
const withoutText = (need: CompiledNeed): CompiledNeed => ({
  ...need,
  field: { ...need.field, terms: need.field.terms.map((term) => ({ ...term, weight: 0 })) },
  title: { ...need.title, terms: [] },
  titleVector: { ...need.titleVector, terms: new Map(), near: new Map() },
  disciplines: need.disciplines.map((each) => ({ ...each, text: "" })),
  mustHave: need.mustHave.map((each) => ({ ...each, terms: [] })),
  preferred: need.preferred.map((each) => ({ ...each, terms: [] })),
});

describe("the concept score", { timeout: 60_000 }, () => {
  const read = <T>(name: string): T[] =>
    readFileSync(`lib/matching/fixtures/match-dev/${name}.jsonl`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  const context = { dictionary: currentDictionary(), asOf: "2026-11-23" };
  const talents: CompiledTalent[] = read<TalentInput>("talents").map((each) => compileTalent(each, context));
  const needs = read<NeedInput>("needs").map((each) => compileNeed(each, context));
  const vocabulary = new Vocabulary(context.dictionary);
  const store = new RowStore();
  for (const talent of talents) store.push(vocabulary.talentRow(talent));

  it("is the engine's own without words, with the same conflicts, on real records", () => {
    const scorer = new ConceptScorer(vocabulary.meets, dayIndex(context.asOf) as number);
    const slots = new Uint16Array(1 << 18);
    for (const need of needs) {
      const row = vocabulary.needRow(need);
      const reader = new GivenReader(row, sourcesOf(row, vocabulary.graph), slots);
      talents.forEach((talent, i) => {
        scorer.score(row, store, i, reader.read(store, i));
        const engine = scorePair(withoutText(need), talent);
        expect(scorer.conflictIds()).toEqual(engine.conflicts);
        engine.criteria.forEach((criterion, c) => {
          // nearness of jobs is that of all jobs' concepts together, and strengths are kept in 127 steps
          const room = criterion.id === "experience" ? 0.4 : 0.02;
          const mine = [...scorer.values].filter((value) => value !== -2)[c] as number;
          if (criterion.value === null) expect(mine).toBe(-1);
          else expect(Math.abs(mine - criterion.value)).toBeLessThan(room);
        });
      });
      reader.close();
    }
  });

  it("keeps nearly all of the engine's best five in the first quarter of its list", () => {
    const index = new TalentIndex(vocabulary.graph, vocabulary.meets, finish(buildSegment(store)));
    let kept = 0;
    for (const need of needs) {
      const best = talents
        .map((talent) => scorePair(need, talent))
        .sort((a, b) => b.order - a.order)
        .slice(0, 5);
      const found = new Set(index.find(vocabulary.needRow(need), { depth: 40 }).map((each) => each.talentId));
      kept += best.filter((pair) => found.has(pair.talentId)).length;
    }
    expect(kept / (5 * needs.length)).toBeGreaterThan(0.97);
  });
});
