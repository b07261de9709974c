import { isHan, normaliseText, tokenise } from "#lib/matching/text.ts";
import type { WordTranslations } from "#lib/matching/types.ts";
import type { ConceptRecord } from "./concept.ts";

/** A pair of words must meet in this many concepts, unless one concept's whole labels are just these words. */
const leastTogether = 2;
const leastDice = 0.3;
const mostPerWord = 3;

type Sides = { han: Set<string>; latin: Set<string> };

function sidesOf(concept: ConceptRecord): Sides {
  const han = new Set<string>();
  const latin = new Set<string>();
  for (const form of [concept.hans, concept.hant, concept.en, ...concept.aliases]) {
    const normal = normaliseText(form);
    const chinese = [...normal].some((char) => isHan(char.charCodeAt(0)));
    for (const token of tokenise(normal, false)) {
      if (chinese && token.kind === "bigram") han.add(token.term);
      // abbreviations are names, not words
      if (!chinese && token.kind === "word" && token.term.length > 3 && !/\d/.test(token.term))
        latin.add(token.term);
    }
  }
  return { han, latin };
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * Which Chinese character pair and which English stem stand for each other, learnt from the labels of all concepts (Dice coefficient):
 * 疲劳分析 / fatigue analysis and 疲劳试验 / fatigue test teach 疲劳 ≈ fatigue. Symmetric; strongest first.
 */
export function learnTranslations(concepts: readonly ConceptRecord[]): WordTranslations {
  const han = new Map<string, number>();
  const latin = new Map<string, number>();
  const together = new Map<string, number>();
  for (const concept of concepts) {
    const sides = sidesOf(concept);
    for (const word of sides.han) count(han, word);
    for (const word of sides.latin) count(latin, word);
    for (const a of sides.han) for (const b of sides.latin) count(together, `${a} ${b}`);
  }
  const found = new Map<string, { term: string; confidence: number }[]>();
  const add = (from: string, term: string, confidence: number) => {
    const list = found.get(from) ?? [];
    list.push({ term, confidence });
    found.set(from, list);
  };
  for (const [pair, times] of together) {
    const [a, b] = pair.split(" ") as [string, string];
    const dice = (2 * times) / ((han.get(a) as number) + (latin.get(b) as number));
    if (times < leastTogether || dice < leastDice) continue;
    add(a, b, dice);
    add(b, a, dice);
  }
  for (const list of found.values()) {
    list.sort((a, b) => b.confidence - a.confidence || (a.term < b.term ? -1 : 1));
    list.length = Math.min(list.length, mostPerWord);
  }
  return found;
}
