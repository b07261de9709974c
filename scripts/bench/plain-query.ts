import type pg from "pg";
import type { NeedRow } from "#lib/matching/index/need-row.ts";
import { sourcesOf } from "#lib/matching/index/query.ts";
import { percentiles, timed } from "./figures.ts";
import type { BenchSet } from "./set.ts";

type Wanted = { concept: number; weight: number };

const CONFLICTED = (need: NeedRow) => `CASE WHEN (t.direction <> 0 AND (t.direction & ${need.direction}) = 0)
  OR (t.modes & ${need.modes}) = 0 OR t.education < ${need.educationMin} OR t.months < ${(need.yearsMin ?? 0) * 12 - 12}
  OR t.pay > ${Math.round(1.25 * (need.payMax ?? 1e8))} OR t.available > ${need.deadline ?? 1e8} THEN 0.65 ELSE 1 END`;

/**
 * The best plain queries for the same candidates, those that show any concept that gives to the need, by the sum of strength ×
 * weight, lowered by the conflicts that columns tell: rows with arrays found by a GIN index, and a table of postings.
 */
const QUERIES: Record<"gin" | "postings", (need: NeedRow, wanted: Wanted[]) => string> = {
  gin: (need, wanted) => `
    SELECT t.id, (${wanted.map(({ concept, weight }) => `coalesce(t.strengths[array_position(t.concepts, ${concept})], 0) * ${weight}`).join(" + ")})
      * ${CONFLICTED(need)} AS score
    FROM bench_plain t WHERE t.concepts && ARRAY[${wanted.map(({ concept }) => concept)}]::int4[]
    ORDER BY score DESC, t.id LIMIT 50`,
  postings: (need, wanted) => `
    WITH w(concept, weight) AS (VALUES ${wanted.map(({ concept, weight }) => `(${concept}, ${weight}::float8)`)}),
      s AS (SELECT p.talent, sum(p.strength * w.weight) AS sum FROM w JOIN bench_posting p USING (concept) GROUP BY p.talent)
    SELECT t.id, s.sum * ${CONFLICTED(need)} AS score FROM s JOIN bench_plain t ON t.id = s.talent
    ORDER BY score DESC, t.id LIMIT 50`,
};

function wantedOf(need: NeedRow, set: BenchSet): Wanted[] {
  return sourcesOf(need, set.graph).map(({ concept, wanted, factors }) => ({
    concept,
    weight: wanted.reduce((sum, j, k) => sum + (factors[k] as number) * (need.fieldWeights[j] as number), 0),
  }));
}

/** Profiles that show any concept that gives to a need, counted by lists. */
function reached(need: NeedRow, set: BenchSet, shown: Float64Array): number {
  return sourcesOf(need, set.graph).reduce((sum, { concept }) => sum + (shown[concept] as number), 0);
}

/** Both answers to the same needs in turn: those in the middle of all by how many profiles they reach, and the widest. */
export async function compareWithPlain(client: pg.Client, set: BenchSet, queries: number) {
  const shown = new Float64Array(set.graph.size);
  const { segment } = set;
  set.talentIndex.each((rows, row) => {
    const last = rows.words[(row + 1) * 8 + 6] as number;
    for (let i = rows.words[row * 8 + 6] as number; i < last; i++) {
      const concept = (rows.concepts[i] as number) >>> 14;
      shown[concept] = (shown[concept] as number) + 1;
    }
  });
  if (segment.size === 0) return null;
  const byReach = [...set.needs].sort((a, b) => reached(a, set, shown) - reached(b, set, shown));
  const middle = Math.max(0, Math.floor((byReach.length - queries) / 2));
  return {
    mixed: await sideBySide(client, set, byReach.slice(middle, middle + queries)),
    common: await sideBySide(client, set, byReach.slice(-queries)),
  };
}

async function sideBySide(client: pg.Client, set: BenchSet, needs: NeedRow[]) {
  const times: Record<"gin" | "postings" | "index", number[]> = { gin: [], postings: [], index: [] };
  for (const need of needs) {
    for (const name of ["gin", "postings"] as const) {
      const query = QUERIES[name](need, wantedOf(need, set));
      const began = performance.now();
      await client.query(query);
      times[name].push(performance.now() - began);
    }
    times.index.push(...timed(1, 0, () => set.talentIndex.find(need, { explained: true })).wall);
  }
  const [gin, postings, index] = [times.gin, times.postings, times.index].map(
    (all) => percentiles(all).p50,
  ) as [number, number, number];
  return { queries: needs.length, gin, postings, index, ratio: Math.round(Math.min(gin, postings) / index) };
}
