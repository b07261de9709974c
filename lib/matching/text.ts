import { foldChar } from "./fold.ts";
import { wordAt } from "./lexicon.ts";
import { neutralWord, stem, stopHan, stopWords } from "./words.ts";

/** Text as the engine compares it; unit i of `text` stands for original[starts[i], ends[i]). */
export type NormalText = { text: string; starts: Int32Array; ends: Int32Array };

type Folded = { text: string; starts: number[]; ends: number[] };

/** A form of address before a name: it tells a person's sex and nothing of the work ("MS" and "ms" are mass spectrometry). */
const address = /(?<![\p{Script=Latin}\p{N}])(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Sir)\.?(?=\s+\p{Lu})/gu;

function foldWithOffsets(original: string, sexed: boolean): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const skipped = new Set<number>();
  for (const match of sexed ? [] : original.matchAll(address))
    for (let i = 0; i < match[0].length; i++) skipped.add(match.index + i);
  let at = 0;
  for (const char of original) {
    const folded = skipped.has(at) ? "" : foldChar(char);
    for (let i = 0; i < folded.length; i++) {
      starts.push(at);
      ends.push(at + char.length);
    }
    if (folded) parts.push(folded);
    at += char.length;
  }
  return { text: parts.join(""), starts, ends };
}

/**
 * NFKC, lower case, simplified, mainland words for Hong Kong ones; linear time; offsets lead back to the original. What tells a
 * person's sex goes, unless `sexed`: for whoever looks for just that, or for names.
 */
export function normalise(original: string, sexed = false): NormalText {
  const folded = foldWithOffsets(original, sexed);
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let copied = 0;
  let at = 0;
  const copyUntil = (end: number) => {
    if (end > copied) parts.push(folded.text.slice(copied, end));
    for (let i = copied; i < end; i++) {
      starts.push(folded.starts[i] as number);
      ends.push(folded.ends[i] as number);
    }
    copied = end;
  };
  while (at < folded.text.length) {
    const pair = folded.text.charCodeAt(at) > 0x2e7f ? wordAt(folded.text, at, sexed) : undefined;
    if (!pair) {
      at++;
      continue;
    }
    copyUntil(at);
    const [from, to] = pair;
    parts.push(to);
    for (let i = 0; i < to.length; i++) {
      starts.push(folded.starts[at] as number);
      ends.push(folded.ends[at + from.length - 1] as number);
    }
    at += from.length;
    copied = at;
  }
  copyUntil(folded.text.length);
  return { text: parts.join(""), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Comparison form without offsets. */
export function normaliseText(original: string): string {
  return normalise(original).text;
}

/** Original offsets of the stretch [start, end) of the normalised text. */
export function originalSpan(normal: NormalText, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start: normal.starts[start] ?? 0, end: normal.starts[start] ?? 0 };
  return { start: normal.starts[start] as number, end: normal.ends[end - 1] as number };
}

export function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000;
}

export type TokenClass = "word" | "bigram" | "unigram" | "trigram";
/** `term` is what is compared; offsets point into the normalised text. */
export type Token = { term: string; kind: TokenClass; start: number; end: number };

const run =
  /[a-z0-9][a-z0-9+#]*(?:[.&][a-z0-9]+)*|[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff\u0370-\u03ff\u0590-\u06ff]+/gu;

function latinTokens(text: string, out: Token[], trigrams: boolean): void {
  for (const match of text.matchAll(run)) {
    const word = match[0];
    if (stopWords.has(word) || word.length > 60) continue;
    const start = match.index;
    out.push({ term: stem(word), kind: "word", start, end: start + word.length });
    if (!trigrams || word.length < 5) continue;
    const padded = `^${neutralWord(word)}`;
    for (let i = 0; i + 3 <= padded.length; i++)
      out.push({ term: `~${padded.slice(i, i + 3)}`, kind: "trigram", start, end: start + word.length });
  }
}

function hanTokens(text: string, out: Token[]): void {
  let previous = -2;
  for (let i = 0; i < text.length; i++) {
    if (!isHan(text.charCodeAt(i))) continue;
    const char = text.charAt(i);
    if (stopHan.has(char)) continue;
    out.push({ term: char, kind: "unigram", start: i, end: i + 1 });
    if (previous === i - 1)
      out.push({ term: text.slice(i - 1, i + 1), kind: "bigram", start: i - 1, end: i + 1 });
    previous = i;
  }
}

/** Tokens of normalised text in reading order within each script. */
export function tokenise(normalised: string, trigrams = true): Token[] {
  const out: Token[] = [];
  latinTokens(normalised, out, trigrams);
  hanTokens(normalised, out);
  return out;
}

/** Distinct terms of a text of any script, for the product's search: word stems, characters and character pairs. */
export function searchTokens(text: string): string[] {
  return [...new Set(tokenise(normalise(text).text, false).map((token) => token.term))];
}
