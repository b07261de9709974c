import type { CompiledTalent } from "./compile.ts";
import type { Mention } from "./supply.ts";
import { normalise, originalSpan, type Token, tokenise } from "./text.ts";
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

const wordsIn = (text: string): Token[] =>
  tokenise(normalise(text).text, false).filter((token) => token.kind !== "unigram");

/** Spans of a text whose words or character pairs are wanted; neighbours are merged. */
function sharedSpans(text: string, wanted: (term: string) => boolean): Span[] {
  const normal = normalise(text);
  const spans: Span[] = [];
  const tokens = wordsIn(text)
    .filter((token) => wanted(token.term))
    .sort((a, b) => a.start - b.start);
  for (const token of tokens) {
    const span = originalSpan(normal, token.start, token.end);
    const last = spans.at(-1);
    if (last && span.start <= last.end + 1) last.end = Math.max(last.end, span.end);
    else spans.push(span);
  }
  return spans;
}

/** The fields of a profile that share most words with a phrase, in either script, with the stretches that they share. */
export function wordEvidence(
  talent: CompiledTalent,
  phrase: { field: string; text: string },
  most = 2,
): { need: Evidence[]; talent: Evidence[] } {
  const { translations } = talent.context.dictionary;
  const counterparts = (term: string) => [term, ...(translations?.get(term) ?? []).map((each) => each.term)];
  const wanted = new Set(wordsIn(phrase.text).flatMap((token) => counterparts(token.term)));
  const found = talent.fields
    .map((field) => ({ field, spans: sharedSpans(field.text, (term) => wanted.has(term)) }))
    .map((each) => ({ ...each, length: each.spans.reduce((sum, span) => sum + span.end - span.start, 0) }))
    .filter((each) => each.length >= 2)
    .sort((a, b) => b.length - a.length)
    .slice(0, most);
  const told = new Set(found.flatMap(({ field }) => wordsIn(field.text).map((token) => token.term)));
  const shared = (term: string) => counterparts(term).some((each) => told.has(each));
  return {
    need: sharedSpans(phrase.text, shared).map((span) => evidence("need", phrase.field, phrase.text, span)),
    talent: found.flatMap(({ field, spans }) =>
      spans.slice(0, 3).map((span) => evidence("talent", field.field, field.text, span)),
    ),
  };
}
