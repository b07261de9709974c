import { asOfMonth, type MatchContext } from "./context.ts";
import { monthIndex, unionMonths } from "./dates.ts";
import { recencyOf } from "./fields.ts";
import { isInternship, seniorityOf } from "./levels.ts";
import { type Credit, spreadCredits } from "./links.ts";
import type { Mention } from "./supply.ts";
import { normaliseText } from "./text.ts";
import type { TalentInput } from "./types.ts";

/** One job of a talent. */
export type Entry = {
  index: number;
  concepts: Map<string, Credit>;
  /** first month and the one after the last, as `monthIndex` counts; null when no start is stated */
  range: [number, number] | null;
  months: number;
  recent: number;
  current: boolean;
  internship: boolean;
  seniority: number | null;
};

/** First month of a job and the one after its last; null when no start is stated. */
export const jobRange = (talent: TalentInput, index: number, now: number): [number, number] | null => {
  const entry = talent.experience?.[index];
  const from = monthIndex(entry?.from);
  if (from === null) return null;
  return [from, Math.min(monthIndex(entry?.to) ?? now, now)];
};

/** The jobs of a profile with the concepts that their own texts show. */
export function readEntries(
  talent: TalentInput,
  mentions: readonly Mention[],
  context: MatchContext,
): Entry[] {
  const now = asOfMonth(context);
  return (talent.experience ?? []).map((experience, index) => {
    const shown = new Map<string, number>();
    for (const mention of mentions)
      if (mention.entry === index && mention.strength > 0) shown.set(mention.conceptId, 1);
    const title = normaliseText(experience.title ?? "");
    const when = jobRange(talent, index, now);
    const end = monthIndex(experience.to);
    return {
      index,
      concepts: spreadCredits(shown, context.dictionary),
      range: when,
      months: when ? Math.max(0, when[1] - when[0]) : 0,
      recent: recencyOf(experience.to, now),
      current: end === null || end >= now,
      internship: isInternship(title),
      seniority: seniorityOf(title),
    };
  });
}

/** Months of the union of all jobs but internships; null when no experience is stated. */
export function monthsOfWork(talent: TalentInput, entries: readonly Entry[]): number | null {
  if (!talent.experience) return null;
  const ranges = entries
    .filter((entry) => !entry.internship)
    .map((entry) => entry.range)
    .filter((found) => found !== null);
  return unionMonths(ranges);
}
