import { type CorpusStatistics, conceptRarity, termWeight } from "./corpus.ts";
import type { NeedField } from "./fields.ts";
import { hashTerm } from "./hash.ts";
import { type NormalText, normalise, tokenise } from "./text.ts";
import type { ConceptHit, ConceptKind, Dictionary } from "./types.ts";
import { yearsIn } from "./years.ts";

/** `by` are the concepts within whose name the word stands: whoever shows one of them has told the word too, in whatever language. */
export type WeightedTerm = { hash: number; weight: number; by?: readonly string[] };
/** Concepts of which one is enough, with original offsets. */
export type Group = { weight: number; hits: ConceptHit[] };
export type Requirement = {
  field: string;
  text: string;
  groups: Group[];
  /** share of the requirement's meaning that its concepts cover, 0 to 1 */
  covered: number;
  /** weights add up to 1 */
  terms: WeightedTerm[];
  /** years that the phrase itself asks for, null when it names none */
  years: number | null;
};
export type FieldDemand = { concepts: { id: string; weight: number }[]; terms: WeightedTerm[] };

const kindWeight: Record<ConceptKind, number> = {
  skill: 1,
  tool: 1,
  standard: 0.9,
  qualification: 0.9,
  occupation: 0.9,
  discipline: 0.6,
  industry: 0.6,
};

const either = /^[\s)）」"']*(?:或者?|or|\/|／|及\/或|and\/or|\|)[\s(（「"']*$/i;
const listed = /^\s*[、,，]\s*$/;

/** Hits at one place or joined by "or" stand in one group; a list "A、B或C" is one group too. */
function alternatives(text: string, hits: readonly ConceptHit[]): ConceptHit[][] {
  const groups: ConceptHit[][] = [];
  let open: ConceptHit[] = [];
  let maybe = 0;
  for (const hit of hits) {
    const last = open.at(-1);
    const gap = last ? text.slice(last.end, hit.start) : "";
    const joined = last && (hit.start === last.start || either.test(gap));
    if (joined) {
      for (; maybe > 0 && groups.length > 0; maybe--) open = [...(groups.pop() as ConceptHit[]), ...open];
      open.push(hit);
      continue;
    }
    if (last) groups.push(open);
    maybe = last && listed.test(gap) ? maybe + 1 : 0;
    open = [hit];
  }
  if (open.length > 0) groups.push(open);
  return groups;
}

type Weighed = Map<number, { weight: number; by?: readonly string[] }>;

/** The heavier one of each word, with its concepts. */
function keep(weights: Weighed, hash: number, weight: number, by: readonly string[] | undefined): void {
  const known = weights.get(hash);
  if (known && known.weight >= weight) return;
  weights.set(hash, by ? { weight, by } : { weight });
}

/** Words of a text with their weights, and the concepts within whose names they stand. */
function weighted(
  normal: NormalText,
  text: string,
  hits: readonly ConceptHit[],
  corpus: CorpusStatistics | undefined,
): Weighed {
  const weights: Weighed = new Map();
  for (const token of tokenise(text, false)) {
    const start = normal.starts[token.start] as number;
    const end = normal.ends[token.end - 1] as number;
    const by = hits.filter((hit) => hit.start <= start && end <= hit.end).map((hit) => hit.conceptId);
    const weight = termWeight(token.term, token.kind, corpus);
    keep(weights, hashTerm(token.term), weight, by.length > 0 ? by : undefined);
  }
  return weights;
}

function toTerms(weights: Weighed): WeightedTerm[] {
  let sum = 0;
  for (const { weight } of weights.values()) sum += weight;
  return [...weights].map(([hash, each]) => ({ hash, ...each, weight: sum > 0 ? each.weight / sum : 0 }));
}

function groupWeight(hits: readonly ConceptHit[], corpus: CorpusStatistics | undefined): number {
  return Math.max(...hits.map((hit) => kindWeight[hit.kind] * conceptRarity(hit.conceptId, corpus)));
}

/** One requirement phrase of a need, ready to be compared. */
export function readRequirement(
  field: NeedField,
  dictionary: Dictionary,
  corpus?: CorpusStatistics,
): Requirement {
  const normal = normalise(field.text);
  const asked = yearsIn(field.text);
  // how long is asked for is no word of the trade
  const said = asked ? normal.text.replace(asked.said, " ".repeat(asked.said.length)) : normal.text;
  const tokens = tokenise(said, false);
  const hits = dictionary.find(field.text);
  const groups = alternatives(field.text, hits).map((group) => ({
    weight: groupWeight(group, corpus),
    hits: group,
  }));
  let inside = 0;
  let all = 0;
  for (const token of tokens) {
    if (token.kind !== "word" && token.kind !== "bigram") continue;
    const weight = termWeight(token.term, token.kind, corpus);
    const at = normal.starts[token.start] as number;
    all += weight;
    if (hits.some((hit) => hit.start <= at && at < hit.end)) inside += weight;
  }
  return {
    field: field.field,
    text: field.text,
    groups,
    covered: all > 0 ? inside / all : 0,
    terms: toTerms(weighted(normal, said, hits, corpus)),
    years: asked?.years ?? null,
  };
}

/** What the need as a whole is about. */
export function readFieldDemand(
  fields: readonly NeedField[],
  dictionary: Dictionary,
  corpus?: CorpusStatistics,
): FieldDemand {
  const concepts = new Map<string, number>();
  const terms: Weighed = new Map();
  for (const field of fields) {
    const normal = normalise(field.text);
    const hits = dictionary.find(field.text);
    for (const hit of hits) {
      const weight = field.weight * kindWeight[hit.kind] * conceptRarity(hit.conceptId, corpus);
      concepts.set(hit.conceptId, Math.max(concepts.get(hit.conceptId) ?? 0, weight));
    }
    for (const [hash, { weight, by }] of weighted(normal, normal.text, hits, corpus))
      keep(terms, hash, weight * field.weight, by);
  }
  let sum = 0;
  for (const weight of concepts.values()) sum += weight;
  return {
    concepts: [...concepts].map(([id, weight]) => ({ id, weight: sum > 0 ? weight / sum : 0 })),
    terms: toTerms(terms),
  };
}
