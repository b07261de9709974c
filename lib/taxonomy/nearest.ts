import { normaliseText, type TokenClass, tokenise } from "#lib/matching/text.ts";
import type { ConceptRecord } from "./concept.ts";

export type NearestOccupations = (title: string) => { conceptId: string; likeness: number }[];
type Name = { conceptId: string; terms: Map<string, number>; length: number };

const most = 8;
const leastLikeness = 0.35;
const classWeight: Record<TokenClass, number> = { word: 1, bigram: 1, unigram: 0.4, trigram: 0.35 };

function termsOf(text: string): Map<string, number> {
  return new Map(tokenise(normaliseText(text)).map((token) => [token.term, classWeight[token.kind]]));
}

function namesOf(concepts: readonly ConceptRecord[]): Name[] {
  return concepts
    .filter((concept) => concept.kind === "occupation")
    .flatMap((concept) =>
      [...new Set([concept.hans, concept.en, ...concept.aliases])].map((name) => ({
        conceptId: concept.id,
        terms: termsOf(name),
        length: 0,
      })),
    );
}

/** Finds the occupations whose names are most like a title: cosine of words and letter triples, weighted by rarity among all names. */
export function nearestOccupations(concepts: readonly ConceptRecord[]): NearestOccupations {
  const names = namesOf(concepts);
  const postings = new Map<string, number[]>();
  names.forEach((name, i) => {
    for (const term of name.terms.keys()) {
      const list = postings.get(term);
      if (list) list.push(i);
      else postings.set(term, [i]);
    }
  });
  const rarity = (term: string) => Math.log(1 + names.length / (1 + (postings.get(term)?.length ?? 0)));
  const lengthOf = (terms: Map<string, number>) =>
    Math.sqrt([...terms].reduce((sum, [term, weight]) => sum + (weight * rarity(term)) ** 2, 0));
  for (const name of names) name.length = lengthOf(name.terms);
  return (title) => {
    const wanted = termsOf(title);
    const length = lengthOf(wanted);
    const dots = new Map<number, number>();
    for (const [term, weight] of wanted) {
      const square = (weight * rarity(term)) ** 2;
      for (const i of postings.get(term) ?? []) dots.set(i, (dots.get(i) ?? 0) + square);
    }
    const best = new Map<string, number>();
    for (const [i, dot] of dots) {
      const name = names[i] as Name;
      const likeness = Math.min(1, dot / (name.length * length));
      if (likeness >= Math.max(leastLikeness, best.get(name.conceptId) ?? 0))
        best.set(name.conceptId, likeness);
    }
    return [...best]
      .map(([conceptId, likeness]) => ({ conceptId, likeness }))
      .sort((a, b) => b.likeness - a.likeness || (a.conceptId < b.conceptId ? -1 : 1))
      .slice(0, most);
  };
}
