import { normalise, originalSpan } from "#lib/matching/text.ts";
import { type Category, COMPILED } from "./discrimination-patterns.ts";

/** A wording that asks for a protected trait; offsets and `text` are of the original. Its explanation: `errors.discrimination.<category>`. */
export type Finding = { category: Category; start: number; end: number; text: string };

/** "regardless of", "不限" just before turns a requirement into its opposite. */
const OPPOSITE =
  /(?:不限|不论|无论|不分|不问|不看|无需|不需|regardless of (?:\w+ ?){0,2}|irrespective of (?:\w+ ?){0,2})\s*$/u;

/** Discriminatory requirements in a text of any of the three scripts, in reading order, at most one for a stretch. Linear for practical texts. */
export function findDiscrimination(original: string): Finding[] {
  const normal = normalise(original, true);
  const found: Finding[] = [];
  for (const [category, patterns] of COMPILED)
    for (const pattern of patterns)
      for (const match of normal.text.matchAll(pattern)) {
        const lead = match[0].length - match[0].trimStart().length;
        const end = match.index + match[0].trimEnd().length;
        if (OPPOSITE.test(normal.text.slice(Math.max(0, match.index - 32), match.index))) continue;
        const span = originalSpan(normal, match.index + lead, end);
        found.push({ category, ...span, text: original.slice(span.start, span.end) });
      }
  return withoutOverlaps(found);
}

/** Of findings that overlap the first and longest stays. */
function withoutOverlaps(found: Finding[]): Finding[] {
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  for (const finding of sorted) {
    const last = kept.at(-1);
    if (!last || finding.start >= last.end) kept.push(finding);
  }
  return kept;
}
