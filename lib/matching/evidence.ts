import type { CompiledTalent } from "./compile.ts";
import type { Requirement } from "./demand.ts";
import type { TalentField } from "./fields.ts";
import { hashTerm } from "./hash.ts";
import type { Mention } from "./supply.ts";
import { normalise, originalSpan, tokenise } from "./text.ts";
import type { Evidence } from "./types.ts";

type Span = { start: number; end: number };

/** Evidence whose text is the slice of the original that its offsets name. */
export function evidence(side: Evidence["side"], field: string, text: string, span: Span): Evidence {
  return { side, field, start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

const textOf = (talent: CompiledTalent, field: string): string =>
  talent.fields.find((each) => each.field === field)?.text ?? "";

/** The strongest places where the profile names a concept, at most `most`, one a field. */
export function mentionsOf(talent: CompiledTalent, conceptId: string, most = 2): Mention[] {
  const seen = new Set<string>();
  return talent.mentions
    .filter((mention) => mention.conceptId === conceptId && mention.strength > 0)
    .sort((a, b) => b.strength - a.strength)
    .filter((mention) => !seen.has(mention.field) && seen.add(mention.field))
    .slice(0, most);
}

export function mentionEvidence(talent: CompiledTalent, mention: Mention): Evidence {
  return evidence("talent", mention.field, textOf(talent, mention.field), mention);
}

/** Spans of a text whose words or character pairs are among the wanted terms; neighbours are merged. */
function sharedSpans(text: string, wanted: ReadonlySet<number>): Span[] {
  const normal = normalise(text);
  const spans: Span[] = [];
  const tokens = tokenise(normal.text, false)
    .filter((token) => token.kind !== "unigram" && wanted.has(hashTerm(token.term)))
    .sort((a, b) => a.start - b.start);
  for (const token of tokens) {
    const span = originalSpan(normal, token.start, token.end);
    const last = spans.at(-1);
    if (last && span.start <= last.end + 1) last.end = Math.max(last.end, span.end);
    else spans.push(span);
  }
  return spans;
}

/** The fields of a profile that share most words with a phrase, with the stretches that they share. */
export function wordEvidence(
  talent: CompiledTalent,
  phrase: Pick<Requirement, "field" | "text" | "terms">,
  most = 2,
): { need: Evidence[]; talent: Evidence[] } {
  const wanted = new Set(phrase.terms.map((term) => term.hash));
  const found = talent.fields
    .map((field: TalentField) => ({ field, spans: sharedSpans(field.text, wanted) }))
    .map((each) => ({ ...each, length: each.spans.reduce((sum, span) => sum + span.end - span.start, 0) }))
    .filter((each) => each.length >= 2)
    .sort((a, b) => b.length - a.length)
    .slice(0, most);
  const spans = found.flatMap(({ field, spans: list }) =>
    list.slice(0, 3).map((span) => evidence("talent", field.field, field.text, span)),
  );
  const told = new Set(
    found.flatMap(({ field }) =>
      tokenise(normalise(field.text).text, false).map((token) => hashTerm(token.term)),
    ),
  );
  const shared = new Set([...wanted].filter((hash) => told.has(hash)));
  const need = sharedSpans(phrase.text, shared).map((span) =>
    evidence("need", phrase.field, phrase.text, span),
  );
  return { need, talent: spans };
}
