import { type CorpusStatistics, termWeight } from "./corpus.ts";
import type { TalentField } from "./fields.ts";
import { hashTerm } from "./hash.ts";
import { spreadCredits } from "./links.ts";
import { clauseAt, clauses } from "./stance.ts";
import { normalise, tokenise } from "./text.ts";
import type { ConceptHit, Dictionary } from "./types.ts";
import {
  borneOutFrom,
  claimCredence,
  keywordCredence,
  type Place,
  placeStrength,
  skillYears,
  stanceFactor,
  translationFactor,
  unknownValue,
} from "./weights.ts";

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

/** Months that the given jobs cover together; null when none of them is dated. */
export type MonthsOf = (entries: ReadonlySet<number>) => number | null;

const claimedPlaces: readonly Place[] = ["skill", "headline", "summary"];
const provenPlaces: readonly Place[] = ["experience", "industry", "qualification", "education", "members"];

/**
 * How far what a person says of themselves is believed: a keyword or claim that jobs, degrees and qualifications bear out counts
 * fully; one that they do not counts less the fewer of all claims they bear out. It depends on how many are borne out, not on how
 * many are made, so that a skill added never lowers another.
 */
function credenceOf(mentions: readonly Mention[], fields: readonly TalentField[], dictionary: Dictionary) {
  const placed = (places: readonly Place[]) =>
    mentions.filter((each) => each.strength > 0 && places.includes(each.place)).map((each) => each.conceptId);
  const proven = spreadCredits(new Map(placed(provenPlaces).map((id) => [id, 1])), dictionary);
  const bears = (id: string) => (proven.get(id)?.credit ?? 0) >= borneOutFrom;
  let borneOut = new Set(placed(claimedPlaces).filter(bears)).size;
  // whoever states no job at all cannot be told from one whose jobs are another trade: neither believed nor doubted
  if (!fields.some((field) => field.place === "experience")) borneOut = Math.max(2, borneOut);
  return (place: Place, conceptId?: string): number => {
    if (!claimedPlaces.includes(place) || (conceptId && bears(conceptId))) return 1;
    const steps = place === "skill" ? keywordCredence : claimCredence;
    return steps[Math.min(borneOut, steps.length - 1)] as number;
  };
}

/** A skill used in jobs for years counts a little more than one of a few months. */
function lengthOfWork(mentions: readonly Mention[], monthsOf: MonthsOf) {
  const entries = new Map<string, Set<number>>();
  for (const mention of mentions) {
    if (mention.place !== "experience" || mention.strength <= 0) continue;
    const known = entries.get(mention.conceptId);
    if (known) known.add(mention.entry);
    else entries.set(mention.conceptId, new Set([mention.entry]));
  }
  const factors = new Map<string, number>();
  return (conceptId: string): number => {
    const known = factors.get(conceptId);
    if (known !== undefined) return known;
    const months = monthsOf(entries.get(conceptId) ?? new Set());
    const share = months === null ? unknownValue : Math.min(1, months / skillYears.fullMonths);
    const factor = skillYears.least + (skillYears.most - skillYears.least) * share;
    factors.set(conceptId, factor);
    return factor;
  };
}

type FieldReading = { hits: { hit: ConceptHit; place: Place; strength: number }[]; terms: ReadTerm[] };
/** Fields read before, for profiles that differ in one of them only. */
export type Readings = Map<string, FieldReading>;
type ReadTerm = { hash: number; weight: number; factor: number; place: Place };

/** How far a stretch of a field counts: less when hedged, not at all when denied, as a bare skill when it is only listed. */
function readField(
  field: TalentField,
  dictionary: Dictionary,
  corpus: CorpusStatistics | undefined,
): FieldReading {
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
  const hits = dictionary.find(field.text).map((hit) => {
    const { place, factor } = judge(positions.get(hit.start) ?? 0);
    return { hit, place, strength: placeStrength[place] * factor };
  });
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
  return { hits, terms };
}

/** What a profile shows: concepts with their mentions, and terms, each with a strength from 0 to 1. */
export function readSupply(
  fields: readonly TalentField[],
  dictionary: Dictionary,
  corpus?: CorpusStatistics,
  monthsOf: MonthsOf = () => null,
  readings: Readings = new Map(),
): Supply {
  const mentions: Mention[] = [];
  const read: ReadTerm[] = [];
  const told = new Map<number, number>();
  for (const field of fields) {
    const key = `${field.place}|${field.recent}|${field.text}`;
    const found = readings.get(key) ?? readField(field, dictionary, corpus);
    readings.set(key, found);
    for (const { hit, place, strength } of found.hits) {
      const { start, end, conceptId } = hit;
      mentions.push({ conceptId, field: field.field, start, end, place, strength, entry: field.entry });
    }
    for (const term of found.terms) read.push(term);
    if (field.place !== "skill" && field.place !== "members")
      for (const { hash, weight } of found.terms) told.set(hash, Math.max(weight, told.get(hash) ?? 0));
  }
  const credence = credenceOf(mentions, fields, dictionary);
  const lasting = lengthOfWork(mentions, monthsOf);
  const concepts = new Witnesses<string>();
  for (const mention of mentions) {
    mention.strength *= credence(mention.place, mention.conceptId);
    if (mention.place === "experience") mention.strength *= lasting(mention.conceptId);
    concepts.add(mention.conceptId, mention.place, mention.strength);
  }
  const terms = new Witnesses<number>();
  for (const term of read)
    terms.add(term.hash, term.place, placeStrength[term.place] * term.factor * credence(term.place));
  let length = 0;
  for (const weight of told.values()) length += weight * weight;
  return { mentions, concepts: concepts.together(), terms: terms.together(), length: Math.sqrt(length) };
}
