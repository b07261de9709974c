import { hashTerm } from "#lib/matching/hash.ts";
import { normaliseText, type TokenClass, tokenise } from "#lib/matching/text.ts";
import type { ConceptRecord } from "./concept.ts";
import { atOnce, type Steps } from "./slices.ts";

/** What occupations a title is like, as a vector of length 1 (empty when it is like none). */
export type OccupationsLike = (title: string) => ReadonlyMap<number, number>;

type Vector = Map<string, number>;
type Named = { occupation: number; likeness: number };

const classWeight: Record<TokenClass, number> = { word: 1, bigram: 1, unigram: 0.4, trigram: 0.35 };
/** Occupations that speak for a title: those with a name at least this like it, at most so many, each by the cube of its likeness. */
const leastLikeness = 0.2;
const mostOccupations = 30;
const sharpness = 3;
/** An occupation's parent counts this much of it. */
const parentShare = 0.7;
/** The title's own words beside those of its occupations' names, and the words of their descriptions. */
const ownShare = 0.5;
const descriptionShare = 1.5;
/** Words of descriptions that more than this share of occupations use say nothing. */
const commonShare = 0.15;
/** How much of the likeness is that of the occupations themselves; the rest is that of their words. */
const identityShare = 1 / 3;
const mostIdentities = 40;
const mostWords = 120;

const add = (into: Vector, key: string, value: number) => into.set(key, (into.get(key) ?? 0) + value);

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector.values()) || 1;
  for (const [key, value] of vector) vector.set(key, value / length);
  return vector;
}

function strongest(vector: Vector, most: number): Vector {
  if (vector.size <= most) return unit(vector);
  const sorted = [...vector].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return unit(new Map(sorted.slice(0, most)));
}

const termsOf = (text: string): Vector =>
  new Map(tokenise(normaliseText(text)).map((token) => [token.term, classWeight[token.kind]]));

/** Vectors of all names, and which concepts' names are most like a text: cosine of words and letter triples by rarity. */
export class Names {
  readonly #vectors: { occupation: number; vector: Vector }[] = [];
  readonly #postings = new Map<string, { name: number; value: number }[]>();
  readonly #counts = new Map<string, number>();

  /** Made in steps, because a dictionary has tens of thousands of names. */
  static *steps(concepts: readonly ConceptRecord[]): Steps<Names> {
    const all = new Names();
    const names: { occupation: number; vector: Vector }[] = [];
    for (const [occupation, concept] of concepts.entries()) {
      for (const name of new Set([concept.hans, concept.en, ...concept.aliases]))
        names.push({ occupation, vector: termsOf(name) });
      yield;
    }
    for (const { vector } of names) for (const term of vector.keys()) add(all.#counts, term, 1);
    all.#vectors.length = names.length;
    for (const [name, { occupation, vector }] of names.entries()) {
      all.#put(name, occupation, vector);
      if (name % 50 === 0) yield;
    }
    return all;
  }

  #put(name: number, occupation: number, vector: Vector): void {
    const weighed = this.#weigh(vector);
    this.#vectors[name] = { occupation, vector: weighed };
    for (const [term, value] of weighed) {
      const list = this.#postings.get(term);
      if (list) list.push({ name, value });
      else this.#postings.set(term, [{ name, value }]);
    }
  }

  #weigh(vector: Vector): Vector {
    const names = this.#vectors.length;
    for (const [term, weight] of vector)
      vector.set(term, weight * Math.log(1 + names / (1 + (this.#counts.get(term) ?? 0))));
    return unit(vector);
  }

  /** @param further terms that stand for the text's own, each with its share */
  vectorOf(
    text: string,
    further?: (term: string) => readonly { term: string; confidence: number }[],
  ): Vector {
    const terms = termsOf(text);
    if (further)
      for (const term of [...terms.keys()])
        for (const other of further(term))
          if (!terms.has(other.term)) terms.set(other.term, other.confidence / 2);
    return this.#weigh(terms);
  }

  /** All names of one occupation together. */
  centres(occupations: number): Vector[] {
    const centres = Array.from({ length: occupations }, (): Vector => new Map());
    for (const { occupation, vector } of this.#vectors)
      for (const [term, value] of vector) add(centres[occupation] as Vector, term, value);
    return centres.map(unit);
  }

  nearest(title: Vector): Named[] {
    const dots = new Map<number, number>();
    for (const [term, weight] of title)
      for (const { name, value } of this.#postings.get(term) ?? [])
        dots.set(name, (dots.get(name) ?? 0) + weight * value);
    const best = new Map<number, number>();
    for (const [name, dot] of dots) {
      const { occupation } = this.#vectors[name] as { occupation: number };
      if (dot >= Math.max(leastLikeness, best.get(occupation) ?? 0)) best.set(occupation, Math.min(1, dot));
    }
    return [...best]
      .map(([occupation, likeness]) => ({ occupation, likeness }))
      .sort((a, b) => b.likeness - a.likeness || a.occupation - b.occupation)
      .slice(0, mostOccupations);
  }
}

function describe(
  occupations: readonly ConceptRecord[],
  descriptions: ReadonlyMap<string, string>,
): Vector[] {
  const words = occupations.map(
    (concept) =>
      new Set(
        tokenise(normaliseText((descriptions.get(concept.id) ?? "").slice(0, 1500)), false).map(
          (each) => each.term,
        ),
      ),
  );
  const counts: Vector = new Map();
  for (const set of words) for (const word of set) add(counts, word, 1);
  return words.map((set) => {
    const vector: Vector = new Map();
    for (const word of set) {
      const count = counts.get(word) as number;
      if (count > 1 && count < commonShare * words.length) vector.set(word, Math.log(words.length / count));
    }
    return unit(vector);
  });
}

/** An occupation and those above it, each with how much it counts. */
function lineages(occupations: readonly ConceptRecord[]): Vector[] {
  const byId = new Map(occupations.map((concept) => [concept.id, concept]));
  return occupations.map((concept) => {
    const line: Vector = new Map([[concept.id, 1]]);
    let level = [concept];
    for (let share = parentShare; level.length > 0 && line.size < 12; share *= parentShare) {
      level = level
        .flatMap((each) => each.broader)
        .map((id) => byId.get(id))
        .filter((each) => each !== undefined && !line.has(each.id)) as ConceptRecord[];
      for (const each of level) line.set(each.id, share);
    }
    return line;
  });
}

/**
 * Reads a title by the occupations whose names are like it: which they are, with those above them, and the words of their names
 * and descriptions. So "nanny" and "babysitter" come near each other although they share no letter.
 */
export function occupationsLike(
  concepts: readonly ConceptRecord[],
  descriptions: ReadonlyMap<string, string>,
): OccupationsLike {
  const occupations = concepts.filter((concept) => concept.kind === "occupation");
  const names = atOnce(Names.steps(occupations));
  const centres = names.centres(occupations.length);
  const described = describe(occupations, descriptions);
  const lines = lineages(occupations);
  return (title) => {
    const own = names.vectorOf(title);
    const near = names.nearest(own);
    if (near.length === 0) return new Map();
    const identities: Vector = new Map();
    const named: Vector = new Map();
    const told: Vector = new Map();
    for (const { occupation, likeness } of near) {
      const weight = likeness ** sharpness;
      for (const [id, share] of lines[occupation] as Vector)
        identities.set(id, Math.max(identities.get(id) ?? 0, weight * share));
      for (const [term, value] of centres[occupation] as Vector) add(named, term, weight * value);
      for (const [word, value] of described[occupation] as Vector) add(told, word, weight * value);
    }
    unit(named);
    for (const [term, value] of own) add(named, term, ownShare * value);
    unit(named);
    for (const [word, value] of unit(told)) named.set(`described ${word}`, descriptionShare * value);
    const out = new Map<number, number>();
    const put = (prefix: string, vector: Vector, share: number) => {
      for (const [key, value] of vector) out.set(hashTerm(prefix + key), Math.sqrt(share) * value);
    };
    put("occupation ", strongest(identities, mostIdentities), identityShare);
    put("word ", strongest(named, mostWords), 1 - identityShare);
    return out;
  };
}
