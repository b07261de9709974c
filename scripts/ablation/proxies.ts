import { scorePair } from "#lib/matching/score.ts";
import type { TalentInput } from "#lib/matching/types.ts";
import { type Collection, compiled, type Engine } from "./collection.ts";

const yearOf = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;

/** The same person with degrees ten years earlier: stands for age, and must change nothing. */
const earlierDegrees = (input: TalentInput): TalentInput => ({
  ...input,
  education:
    input.education?.map((degree) => ({ ...degree, year: degree.year ? degree.year - 10 : degree.year })) ??
    null,
});

/** The same work done two years earlier but for the present job, which stays: a gap of two years, no month less worked. */
const gapBeforePresent = (input: TalentInput): TalentInput => ({
  ...input,
  experience:
    input.experience?.map((job) =>
      job.to && job.from ? { ...job, from: yearOf(job.from, -2), to: yearOf(job.to, -2) } : job,
    ) ?? null,
});

/** The last two years without work: the present job ended two years ago. */
const gapUntilToday = (input: TalentInput): TalentInput => ({
  ...input,
  experience:
    input.experience?.map((job) =>
      job.from && !job.to ? { ...job, from: yearOf(job.from, -2), to: "2024-11" } : job,
    ) ?? null,
});

export type ProxyShift = { name: string; mean: number; most: number; changed: number };

/** How far what may stand for a protected attribute moves base scores, over all pairs. */
export function proxies(collection: Collection, engine: Engine): ProxyShift[] {
  // the weight of words must not move with the change that is measured
  const fixed: Engine = { ...engine, corpus: false };
  const plain = compiled(collection, fixed);
  const cases = [
    { name: "degrees ten years earlier", change: earlierDegrees },
    { name: "two years' gap before the present job", change: gapBeforePresent },
    { name: "two years without work until today", change: gapUntilToday },
  ];
  return cases.map(({ name, change }) => {
    const { talents } = compiled({ ...collection, talents: collection.talents.map(change) }, fixed);
    let sum = 0;
    let most = 0;
    let changed = 0;
    for (const need of plain.needs)
      talents.forEach((talent, i) => {
        const before = scorePair(need, plain.talents[i] as (typeof talents)[number]).base;
        const shift = scorePair(need, talent).base - before;
        sum += shift;
        if (Math.abs(shift) > Math.abs(most)) most = shift;
        if (Math.abs(shift) > 0.05) changed++;
      });
    const pairs = plain.needs.length * talents.length;
    return { name, mean: sum / pairs, most, changed: Math.round((100 * changed) / pairs) };
  });
}
