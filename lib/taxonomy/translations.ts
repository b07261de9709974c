import { isHan, normaliseText, tokenise } from "#lib/matching/text.ts";
import type { WordTranslations } from "#lib/matching/types.ts";
import { type ConceptRecord, formsOf } from "./concept.ts";
import { atOnce, type Steps } from "./slices.ts";

/** A pair of words must meet in this many concepts, unless one concept's whole labels are just these words. */
const leastTogether = 2;
const leastDice = 0.3;
const mostPerWord = 3;

type Sides = { han: number[]; latin: number[] };

/** Words by number, so that pairs of them are numbers too: there are hundreds of thousands. */
const numbers = new Map<string, number>();
const words: string[] = [];
const SPAN = 2 ** 24;

function numberOf(word: string): number {
  let number = numbers.get(word);
  if (number === undefined) {
    number = words.push(word) - 1;
    numbers.set(word, number);
  }
  return number;
}

// concepts are not changed but replaced, so what was read of one stays right
const known = new WeakMap<ConceptRecord, Sides>();

function sidesOf(concept: ConceptRecord): Sides {
  let sides = known.get(concept);
  if (!sides) {
    sides = readSides(concept);
    known.set(concept, sides);
  }
  return sides;
}

function readSides(concept: ConceptRecord): Sides {
  const han = new Set<number>();
  const latin = new Set<number>();
  for (const form of formsOf(concept)) {
    const normal = normaliseText(form);
    const chinese = [...normal].some((char) => isHan(char.charCodeAt(0)));
    for (const token of tokenise(normal, false)) {
      if (chinese && token.kind === "bigram") han.add(numberOf(token.term));
      // abbreviations are names, not words
      if (!chinese && token.kind === "word" && token.term.length > 3 && !/\d/.test(token.term))
        latin.add(numberOf(token.term));
    }
  }
  return { han: [...han], latin: [...latin] };
}

const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * Which Chinese character pair and which English stem stand for each other, learnt from the labels of all concepts (Dice coefficient):
 * 疲劳分析 / fatigue analysis and 疲劳试验 / fatigue test teach 疲劳 ≈ fatigue. Symmetric; strongest first.
 */
export const learnTranslations = (concepts: readonly ConceptRecord[]): WordTranslations =>
  atOnce(translationSteps(concepts));

/** The same in steps. */
export function* translationSteps(concepts: readonly ConceptRecord[]): Steps<WordTranslations> {
  const han = new Map<number, number>();
  const latin = new Map<number, number>();
  const together = new Map<number, number>();
  for (const concept of concepts) {
    const sides = sidesOf(concept);
    for (const word of sides.han) count(han, word);
    for (const word of sides.latin) count(latin, word);
    for (const a of sides.han) for (const b of sides.latin) count(together, a * SPAN + b);
    yield;
  }
  const found = new Map<string, { term: string; confidence: number }[]>();
  const add = (from: number, to: number, confidence: number) => {
    const [word, term] = [words[from] as string, words[to] as string];
    const list = found.get(word) ?? [];
    list.push({ term, confidence });
    found.set(word, list);
  };
  let pairs = 0;
  for (const [pair, times] of together) {
    if (++pairs % 5000 === 0) yield;
    if (times < leastTogether) continue;
    const [a, b] = [Math.floor(pair / SPAN), pair % SPAN];
    const dice = (2 * times) / ((han.get(a) as number) + (latin.get(b) as number));
    if (dice < leastDice) continue;
    add(a, b, dice);
    add(b, a, dice);
  }
  for (const list of found.values()) {
    list.sort((a, b) => b.confidence - a.confidence || (a.term < b.term ? -1 : 1));
    list.length = Math.min(list.length, mostPerWord);
  }
  return found;
}
