import type { ConceptGraph } from "#lib/matching/index/graph.ts";
import { NeedIndex } from "#lib/matching/index/need-index.ts";
import type { NeedRow } from "#lib/matching/index/need-row.ts";
import { RowStore } from "#lib/matching/index/rows.ts";
import { buildSegment, finish, type Segment } from "#lib/matching/index/segment.ts";
import { TalentIndex } from "#lib/matching/index/talent-index.ts";
import {
  random,
  syntheticGraph,
  syntheticMeets,
  syntheticNeed,
  syntheticTalent,
  TODAY,
} from "./synthetic.ts";

export const seeds = { graph: 1, talents: 2, needs: 3 };

/** Everything that one size of the benchmark searches in. */
export type BenchSet = {
  graph: ConceptGraph;
  segment: Segment;
  needs: NeedRow[];
  talentIndex: TalentIndex;
  needIndex: NeedIndex;
  buildSeconds: number;
};

export function syntheticStore(talents: number): RowStore {
  const next = random(seeds.talents);
  const store = new RowStore(talents);
  for (let i = 0; i < talents; i++) store.push(syntheticTalent(next, i));
  return store;
}

export function syntheticNeeds(count: number): NeedRow[] {
  const next = random(seeds.needs);
  return Array.from({ length: count }, (_, i) => syntheticNeed(next, i));
}

/** Indexes over rows that are already made, both ways. */
export function searchable(segment: Segment, needs: NeedRow[], graph = syntheticGraph(seeds.graph)) {
  const talentIndex = new TalentIndex(graph, syntheticMeets, segment);
  const needIndex = new NeedIndex(graph, syntheticMeets);
  talentIndex.day = TODAY;
  needIndex.day = TODAY;
  for (const need of needs) needIndex.put(need);
  return { graph, segment, needs, talentIndex, needIndex };
}

export function makeSet(talents: number, needs: number): Promise<BenchSet> {
  const store = syntheticStore(talents);
  return built(() => finish(buildSegment(store)), needs);
}

/** Makes a segment and the index of needs ready for searches and changes, and takes the time of it. */
export async function built(segment: () => Segment | Promise<Segment>, needs: number): Promise<BenchSet> {
  const graph = syntheticGraph(seeds.graph);
  const rows = syntheticNeeds(needs);
  const began = performance.now();
  const set = searchable(await segment(), rows, graph);
  finish(set.talentIndex.prepare());
  return { ...set, buildSeconds: (performance.now() - began) / 1000 };
}
