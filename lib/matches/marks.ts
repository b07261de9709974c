import type { Criterion, Evidence } from "#lib/matching/types.ts";

/** A stretch of one field that a numbered piece of evidence rests on. */
export type Span = { start: number; end: number; group: number };
/** A piece of a text: `groups` are the pieces of evidence that it belongs to, none for plain text; `ends` those that end here. */
export type Segment = { text: string; groups: number[]; ends: number[] };

const COLOURED: readonly Criterion["id"][] = ["mustHave", "preferred", "field", "education", "language"];

type Group = { id: Criterion["id"]; evidence: Evidence[]; root: string };

/** Evidence that rests on one requirement is one group; what stands on the same words of the need joins it. */
function groupsOf(criteria: readonly Criterion[]): Group[] {
  const groups: Group[] = [];
  for (const id of COLOURED)
    for (const evidence of criteria.find((one) => one.id === id)?.evidence ?? []) {
      const needSide = evidence.filter((one) => one.side === "need");
      if (needSide.length === 0 || needSide.length === evidence.length) continue;
      const root = needSide[0]!.field;
      const known = groups.find((group) => group.root === root && /\[/.test(root));
      if (known) known.evidence.push(...evidence);
      else groups.push({ id, evidence: [...evidence], root });
    }
  return groups;
}

/** The spans of each side by field, numbered from 1 in the order in which the criteria are shown. */
export function evidenceSpans(criteria: readonly Criterion[]): Record<Evidence["side"], Map<string, Span[]>> {
  const sides = { need: new Map<string, Span[]>(), talent: new Map<string, Span[]>() };
  groupsOf(criteria).forEach((group, index) => {
    for (const { side, field, start, end } of group.evidence) {
      const spans = sides[side].get(field) ?? [];
      const same = spans.some((span) => span.start === start && span.end === end && span.group === index + 1);
      if (!same) spans.push({ start, end, group: index + 1 });
      sides[side].set(field, spans);
    }
  });
  return sides;
}

/**
 * A text cut where evidence begins or ends. Overlapping spans share a segment; spans out of bounds are cut off. The segments
 * joined are the text, and no cut falls inside a surrogate pair.
 */
export function segments(text: string, spans: readonly Span[]): Segment[] {
  const valid = spans
    .map((span) => ({ ...span, start: border(text, span.start), end: border(text, span.end) }))
    .filter((span) => span.start < span.end);
  const cuts = [...new Set([0, text.length, ...valid.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const out: Segment[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i]!;
    const to = cuts[i + 1]!;
    const here = valid.filter((span) => span.start <= from && span.end >= to);
    const groups = [...new Set(here.map((span) => span.group))].sort((a, b) => a - b);
    const ends = groups.filter(
      (group) => !valid.some((s) => s.group === group && s.start <= to && s.end > to),
    );
    out.push({ text: text.slice(from, to), groups, ends });
  }
  return out;
}

/** An offset within the text that does not stand between the halves of one character. */
function border(text: string, offset: number): number {
  const held = Math.max(0, Math.min(text.length, offset));
  const code = text.charCodeAt(held);
  return code >= 0xdc00 && code <= 0xdfff && held > 0 ? held - 1 : held;
}
