import { ConceptGraph } from "#lib/matching/index/graph.ts";
import type { ShownConcept, TalentRow } from "#lib/matching/index/layout.ts";
import { type NeedRow, pointsOf, type WantedPhrase } from "#lib/matching/index/need-row.ts";
import type { Dictionary } from "#lib/matching/types.ts";
import { defaultWeights } from "#lib/matching/weights.ts";

/** The set of the contract: concepts drawn by Zipf's law with exponent 1, from a seed. */
export const CONCEPTS = 20_000;
const EDGES = 5;
const LICENCES = 120;
export const TODAY = 20_000;

/** 32-bit generator (mulberry32): the same numbers everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const cumulative = new Float64Array(CONCEPTS);
for (let rank = 0, sum = 0; rank < CONCEPTS; rank++) {
  sum += 1 / (rank + 1);
  cumulative[rank] = sum;
}
const whole = cumulative[CONCEPTS - 1] as number;

function drawConcept(next: () => number): number {
  const wanted = next() * whole;
  let low = 0;
  let high = CONCEPTS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drawDistinct(next: () => number, count: number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(drawConcept(next));
  return [...drawn];
}

const between = (next: () => number, least: number, most: number): number =>
  least + Math.floor(next() * (most - least + 1));
const pick = <T>(next: () => number, shares: readonly (readonly [T, number])[]): T => {
  let left = next();
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return (shares.at(-1) as readonly [T, number])[0];
};

/** Concepts numbered by how common they are, each with five related edges. */
export function syntheticGraph(seed: number): ConceptGraph {
  const next = random(seed);
  const links = Array.from({ length: CONCEPTS }, () => new Set<number>());
  for (let drawn = 0; drawn < (CONCEPTS * EDGES) / 2; ) {
    const a = between(next, 0, CONCEPTS - 1);
    const b = between(next, 0, CONCEPTS - 1);
    if (a === b || links[a]?.has(b)) continue;
    links[a]?.add(b);
    links[b]?.add(a);
    drawn++;
  }
  const linksOf: Dictionary["linksOf"] = (id) =>
    [...(links[Number(id)] ?? [])].map((to) => ({
      conceptId: String(to),
      link: "related" as const,
      confidence: 0.9,
    }));
  const graph = new ConceptGraph({ linksOf });
  for (let i = 0; i < CONCEPTS; i++) graph.numberOf(String(i));
  for (let i = 0; i < CONCEPTS; i++) graph.shown(String(i));
  return graph;
}

const strengths = [0.55, 0.7, 0.8, 0.87, 0.93] as const;
const modeSets = [
  [1, 0.4],
  [2, 0.1],
  [4, 0.08],
  [3, 0.12],
  [6, 0.12],
  [7, 0.08],
  [8, 0.1],
] as const;

/** One profile: about twelve concepts with level and recency, and facts of which some are not stated. */
export function syntheticTalent(next: () => number, number: number): TalentRow {
  const concepts: ShownConcept[] = drawDistinct(next, between(next, 9, 15)).map((concept, i) => {
    const recent = 0.25 + 0.75 * next() ** 0.5;
    const level = strengths[between(next, 0, strengths.length - 1)] as number;
    return { concept, strength: level * recent, worked: next() < 0.7 ? recent : 0, studied: i === 0 };
  });
  const intentions = next() < 0.06 ? null : pick(next, modeSets);
  const highest = pick(next, [
    [1, 0.08],
    [2, 0.47],
    [3, 0.33],
    [4, 0.12],
  ]);
  const months = next() < 0.05 ? null : Math.floor(360 * next() ** 1.7);
  return {
    id: `T${String(number).padStart(8, "0")}`,
    concepts,
    direction: pick(next, [
      [1, 0.55],
      [2, 0.2],
      [3, 0.2],
      [0, 0.05],
    ]),
    intentions,
    firstIntention: intentions === null ? -1 : 31 - Math.clz32(intentions),
    education: next() < 0.04 ? null : { highest, held: next() < 0.06 ? highest - 1 : highest },
    languages: next() < 0.05 ? null : syntheticLanguages(next),
    seniority: between(next, 0, 6),
    months,
    jobs: months === null ? 0 : between(next, 1, 6),
    headline: true,
    licences: next() < 0.1 ? null : next() < 0.3 ? [between(next, 0, LICENCES - 1)] : [],
    daysPerMonth: intentions !== null && intentions & 6 ? between(next, 2, 20) : 0,
    pay: next() < 0.3 ? null : Math.round(120_000 + 900_000 * next() ** 2.2),
    available: next() < 0.1 ? null : TODAY + between(next, -30, 300),
    confirmed: next() < 0.02 ? null : TODAY - Math.floor(900 * next() ** 2),
  };
}

function syntheticLanguages(next: () => number): [number, number][] {
  const languages: [number, number][] = [
    [0, between(next, 1, 5)],
    [1, between(next, 2, 5)],
  ];
  if (next() < 0.75) languages.push([2, between(next, 2, 5)]);
  if (next() < 0.1) languages.push([between(next, 3, 9), between(next, 0, 5)]);
  return languages;
}

/** One need: about eight concepts, three of them must-haves, and conditions of every kind. */
export function syntheticNeed(next: () => number, number: number): NeedRow {
  const wanted = drawDistinct(next, between(next, 7, 9));
  const single = (j: number): WantedPhrase => ({ full: 1, groups: [{ weight: 1, members: [j] }] });
  const modes = pick(next, modeSets);
  const start = TODAY + between(next, 20, 120);
  const deadline = start + between(next, 20, 120);
  const licensed = next() < 0.06;
  const weighed = wanted.map((_, j) => (j < 3 ? 0.7 : j === 3 ? 0.5 : 0.3));
  const sum = weighed.reduce((a, b) => a + b, 0);
  return {
    id: `N${String(number).padStart(6, "0")}`,
    wanted,
    fieldWeights: weighed.map((weight) => weight / sum),
    titleWeights: wanted.map((_, j) => (j === 0 ? 1 : 0)),
    hasField: true,
    titleOnly: false,
    mustHave: [single(0), single(1), single(2)],
    preferred: [single(4), single(5)],
    disciplines: [wanted.length - 1],
    direction: next() < 0.75 ? 1 : 2,
    modes,
    internship: modes === 8,
    educationMin: pick(next, [
      [-1, 0.2],
      [2, 0.5],
      [3, 0.25],
      [4, 0.05],
    ]),
    yearsMin:
      modes === 8
        ? null
        : pick(next, [[null, 0.2] as const, [3, 0.3] as const, [5, 0.35] as const, [10, 0.15] as const] as [
            number | null,
            number,
          ][]),
    seniority: between(next, 2, 5),
    languages: [
      { language: 0, rank: between(next, 1, 4), required: next() < 0.4 },
      { language: 1, rank: between(next, 2, 4), required: next() < 0.6 },
    ],
    licences: licensed ? [between(next, 0, LICENCES - 1)] : [],
    daysPerMonth: modes & 6 ? between(next, 4, 12) : 0,
    payMax: next() < 0.15 ? null : Math.round(200_000 + 900_000 * next() ** 1.5),
    start,
    deadline,
    weights: defaultWeights,
    points: pointsOf(defaultWeights),
  };
}

/** Licences are met by themselves; what else meets one is decided before, see `vocabulary.ts`. */
export const syntheticMeets = (demand: number, licence: number): boolean => demand === licence;
