import { type CorpusStatistics, termWeight } from "./corpus.ts";
import type { TalentField } from "./fields.ts";
import { hashTerm } from "./hash.ts";
import { clauseAt, clauses } from "./stance.ts";
import { normalise, tokenise } from "./text.ts";
import type { ConceptHit, Dictionary } from "./types.ts";
import { type Place, placeStrength, stanceFactor, translationFactor } from "./weights.ts";

/** A concept named in a profile: where (original offsets), and how strongly that place speaks for it. */
export type Mention = {
  conceptId: string;
  field: string;
  start: number;
  end: number;
  place: Place;
  strength: number;
  entry: number;
};
export type Supply = {
  mentions: Mention[];
  concepts: Map<string, number>;
  terms: Map<number, number>;
  /** length of what the person tells, without the list of skills: tames long profiles, and a skill added never lowers it */
  length: number;
};

/** Best strength a place; places add up as independent witnesses. */
class Witnesses<Key> {
  readonly #best = new Map<Key, Map<Place, number>>();

  add(key: Key, place: Place, strength: number): void {
    const places = this.#best.get(key) ?? new Map<Place, number>();
    if (strength > (places.get(place) ?? 0)) places.set(place, strength);
    this.#best.set(key, places);
  }

  together(): Map<Key, number> {
    const out = new Map<Key, number>();
    for (const [key, places] of this.#best) {
      let doubt = 1;
      for (const place of Object.keys(placeStrength) as Place[]) doubt *= 1 - (places.get(place) ?? 0);
      if (doubt < 1) out.set(key, 1 - doubt);
    }
    return out;
  }
}

type ReadTerm = { hash: number; weight: number; factor: number; place: Place };

/** How far a stretch of a field counts: less when hedged, not at all when denied, as a bare skill when it is only listed. */
function readField(
  field: TalentField,
  dictionary: Dictionary,
  corpus: CorpusStatistics | undefined,
  mention: (hit: ConceptHit, place: Place, strength: number) => void,
): ReadTerm[] {
  const normal = normalise(field.text);
  const parts = clauses(normal.text);
  const narrated = field.place === "headline" || field.place === "summary";
  const judge = (at: number): { place: Place; factor: number } => {
    const clause = clauseAt(parts, at);
    const place = narrated && clause?.listed ? "skill" : field.place;
    return { place, factor: stanceFactor[clause?.stance ?? "plain"] * field.recent };
  };
  const positions = new Map<number, number>();
  for (let i = normal.starts.length - 1; i >= 0; i--) positions.set(normal.starts[i] as number, i);
  for (const hit of dictionary.find(field.text)) {
    const { place, factor } = judge(positions.get(hit.start) ?? 0);
    mention(hit, place, placeStrength[place] * factor);
  }
  const terms: ReadTerm[] = [];
  for (const token of tokenise(normal.text, false)) {
    const judged = judge(token.start);
    const weight = termWeight(token.term, token.kind, corpus);
    terms.push({ hash: hashTerm(token.term), weight, ...judged });
    for (const { term, confidence } of dictionary.translations?.get(token.term) ?? [])
      terms.push({
        hash: hashTerm(term),
        weight: 0,
        place: judged.place,
        factor: judged.factor * confidence * translationFactor,
      });
  }
  return terms;
}

/** What a profile shows: concepts with their mentions, and terms, each with a strength from 0 to 1. */
export function readSupply(
  fields: readonly TalentField[],
  dictionary: Dictionary,
  corpus?: CorpusStatistics,
): Supply {
  const mentions: Mention[] = [];
  const concepts = new Witnesses<string>();
  const terms = new Witnesses<number>();
  const told = new Map<number, number>();
  for (const field of fields) {
    const read = readField(field, dictionary, corpus, (hit, place, strength) => {
      concepts.add(hit.conceptId, place, strength);
      mentions.push({
        conceptId: hit.conceptId,
        field: field.field,
        start: hit.start,
        end: hit.end,
        place,
        strength,
        entry: field.entry,
      });
    });
    for (const term of read) {
      terms.add(term.hash, term.place, placeStrength[term.place] * term.factor);
      if (field.place !== "skill" && field.place !== "members")
        told.set(term.hash, Math.max(term.weight, told.get(term.hash) ?? 0));
    }
  }
  let length = 0;
  for (const weight of told.values()) length += weight * weight;
  return { mentions, concepts: concepts.together(), terms: terms.together(), length: Math.sqrt(length) };
}
