import { type Bound, most } from "./bound.ts";
import { STRENGTHS } from "./layout.ts";
import type { Source } from "./query.ts";
import type { Column, Segment } from "./segment.ts";

/** What one step of strength of a shown concept adds to the three sums of the bound. */
export type Gain = { phrases: number; field: number; title: number };
export type List = { first: number; last: number; gain: Gain };
export type CommonConcept = Column & { gain: Gain };
/** The shown concepts that matter to a need: lists of rows, and columns of the common ones. */
export type Gains = { lists: List[]; columns: CommonConcept[] };

function gainOf(source: Source, bound: Bound): Gain {
  const gain = { phrases: 0, field: 0, title: 0 };
  source.wanted.forEach((j, k) => {
    const factor = (source.factors[k] as number) / STRENGTHS;
    gain.phrases += factor * (bound.phrases[j] as number);
    gain.field += factor * (bound.field[j] as number);
    gain.title += factor * (bound.title[j] as number);
  });
  return gain;
}

export function gainsOf(sources: readonly Source[], bound: Bound, segment: Segment): Gains {
  const lists: List[] = [];
  const columns: CommonConcept[] = [];
  for (const source of sources) {
    const column = segment.columns[source.concept];
    const gain = gainOf(source, bound);
    if (column) columns.push({ ...column, gain });
    const first = segment.listStart[source.concept] ?? 0;
    const last = segment.listStart[source.concept + 1] ?? 0;
    if (last > first) lists.push({ first, last, gain });
  }
  columns.sort((a, b) => b.gain.phrases + 36 * b.gain.field - a.gain.phrases - 36 * a.gain.field);
  return { lists, columns };
}

/** Full strength of all the given. */
export function sumOf(gains: readonly Gain[]): Gain {
  const sum = { phrases: 0, field: 0, title: 0 };
  for (const gain of gains) {
    sum.phrases += STRENGTHS * gain.phrases;
    sum.field += STRENGTHS * gain.field;
    sum.title += STRENGTHS * gain.title;
  }
  return sum;
}

export const mostOfSum = (bound: Bound, sum: Gain): number => most(bound, sum.phrases, sum.field, sum.title);

/** The bound of a row from what its lists gave and the common concepts that it shows. */
export function mostWithColumns(
  row: number,
  phrases: number,
  field: number,
  title: number,
  columns: CommonConcept[],
  bound: Bound,
): number {
  let p = phrases;
  let f = field;
  let t = title;
  for (let c = 0; c < columns.length; c++) {
    const { strengths, gain } = columns[c] as CommonConcept;
    const strength = strengths[row] as number;
    if (strength === 0) continue;
    p += strength * gain.phrases;
    f += strength * gain.field;
    t += strength * gain.title;
  }
  return most(bound, p, f, t);
}
