import { Best } from "./best.ts";
import { type Bound, boundOf, conflictFactors, most } from "./bound.ts";
import { Candidates } from "./candidates.ts";
import { ConceptScorer, type Given, type Meets } from "./concept-score.ts";
import { type ConceptExplanation, type ConceptJoin, explainConcepts } from "./explain-concepts.ts";
import type { ConceptGraph } from "./graph.ts";
import {
  conceptOf,
  ROW_WORDS,
  STRENGTHS,
  strengthOf,
  type TalentRow,
  WORKED,
  word,
  workedOf,
} from "./layout.ts";
import { NeedFacts, profileFacts } from "./need-facts.ts";
import type { NeedRow } from "./need-row.ts";
import { RowStore, type Rows } from "./rows.ts";
import type { SearchOptions } from "./talent-index.ts";

export type FoundNeed = { needId: string; order: number; explanation?: ConceptExplanation };
/** Needs that want a concept: their places, and what a full credit is worth to the three sums of their bounds. */
type Postings = { places: number[]; gains: number[] };

/** When more places than this are dead, and more than are live, the index is made anew. */
const MOST_DEAD = 1024;

/** What one profile gives to every concept, and from there to the wanted ones of any need. */
class Gifts {
  credit = new Float64Array(0);
  worked = new Float64Array(0);
  studied = new Float64Array(0);
  /** the shown concept that gives the credit, and its strength */
  from = new Int32Array(0);
  strength = new Float64Array(0);
  readonly concepts: number[] = [];

  read(rows: Rows, row: number, graph: ConceptGraph): void {
    if (this.credit.length < graph.size) this.#grow(2 * graph.size);
    const last = rows.words[(row + 1) * ROW_WORDS + word.concepts] as number;
    for (let i = rows.words[row * ROW_WORDS + word.concepts] as number; i < last; i++) {
      const packed = rows.concepts[i] as number;
      const strength = strengthOf(packed) / STRENGTHS;
      const worked = workedOf(packed) / WORKED;
      const concept = conceptOf(packed);
      const { concepts, factors } = graph.givesTo(concept);
      for (let k = 0; k < concepts.length; k++) {
        const to = concepts[k] as number;
        const factor = factors[k] as number;
        if (this.credit[to] === 0 && this.worked[to] === 0 && this.studied[to] === 0) this.concepts.push(to);
        if (factor * strength > (this.credit[to] as number)) {
          this.credit[to] = factor * strength;
          this.from[to] = concept;
          this.strength[to] = strength;
        }
        this.worked[to] = Math.max(this.worked[to] as number, factor * worked);
        if (packed & 1) this.studied[to] = Math.max(this.studied[to] as number, factor);
      }
    }
  }

  /** Only between two profiles, when nothing is held. */
  #grow(size: number): void {
    this.credit = new Float64Array(size);
    this.worked = new Float64Array(size);
    this.studied = new Float64Array(size);
    this.from = new Int32Array(size);
    this.strength = new Float64Array(size);
  }

  clear(): void {
    for (const concept of this.concepts) {
      this.credit[concept] = 0;
      this.worked[concept] = 0;
      this.studied[concept] = 0;
    }
    this.concepts.length = 0;
  }
}

/** The open needs, for "which needs fit this talent": exactly the best by the concept score, equal ones by id. */
export class NeedIndex {
  readonly graph: ConceptGraph;
  readonly #meets: Meets;
  readonly #gifts = new Gifts();
  #facts = new NeedFacts();
  #needs: (NeedRow | null)[] = [];
  #bounds: Bound[] = [];
  #places = new Map<string, number>();
  #postings = new Map<number, Postings>();
  #sums = new Float32Array(0);
  #candidates = new Candidates(0);
  #largest = 0;
  /** needs that the last search scored, of `size` */
  scored = 0;

  constructor(graph: ConceptGraph, meets: Meets) {
    this.graph = graph;
    this.#meets = meets;
  }

  get size(): number {
    return this.#places.size;
  }

  /** Adds a need or replaces the one with its id. */
  put(need: NeedRow): void {
    this.remove(need.id);
    const place = this.#needs.length;
    const bound = boundOf(need);
    this.#needs.push(need);
    this.#bounds.push(bound);
    this.#facts.set(place, need);
    this.#places.set(need.id, place);
    this.#largest = Math.max(this.#largest, need.wanted.length);
    need.wanted.forEach((concept, j) => {
      let postings = this.#postings.get(concept);
      if (!postings) {
        postings = { places: [], gains: [] };
        this.#postings.set(concept, postings);
      }
      postings.places.push(place);
      postings.gains.push(bound.phrases[j] as number, bound.field[j] as number, bound.title[j] as number);
    });
  }

  /** True when there was one. */
  remove(id: string): boolean {
    const place = this.#places.get(id);
    if (place === undefined) return false;
    this.#places.delete(id);
    this.#needs[place] = null;
    const dead = this.#needs.length - this.#places.size;
    if (dead > MOST_DEAD && dead > this.#places.size) this.#renew();
    return true;
  }

  #renew(): void {
    const live = this.#needs.filter((need) => need !== null);
    this.#needs = [];
    this.#bounds = [];
    this.#places = new Map();
    this.#postings = new Map();
    for (const need of live) this.put(need);
  }

  /** The best needs for a talent, the best first. */
  find(talent: TalentRow, options: SearchOptions = {}): FoundNeed[] {
    const rows = new RowStore(1);
    rows.push(talent);
    return this.findFor(rows, 0, options);
  }

  /** The same for a profile that lies in rows already. */
  findFor(rows: Rows, row: number, options: SearchOptions = {}): FoundNeed[] {
    return this.#query(rows, row, options, (score, best) => {
      const sums = this.#accumulate();
      const facts = profileFacts(rows, row);
      for (let place = 0; place < this.#needs.length; place++) {
        if (!this.#needs[place]) continue;
        const at = 3 * place;
        const bound = this.#bounds[place] as Bound;
        const reach = most(bound, sums[at] as number, sums[at + 1] as number, sums[at + 2] as number);
        this.#candidates.add(
          place,
          reach * (conflictFactors[this.#facts.leastConflicts(place, facts)] as number),
        );
      }
      this.#candidates.drain(best, score);
    });
  }

  /** The same by scoring every need: what `findFor` must equal. */
  scanFor(rows: Rows, row: number, options: SearchOptions = {}): FoundNeed[] {
    return this.#query(rows, row, options, (score) => {
      for (let place = 0; place < this.#needs.length; place++) if (this.#needs[place]) score(place);
    });
  }

  #query(
    rows: Rows,
    row: number,
    { depth = 50, explained = false }: SearchOptions,
    work: (score: (place: number) => void, best: Best) => void,
  ): FoundNeed[] {
    const scorer = new ConceptScorer(this.#meets);
    const best = new Best(depth);
    const given = {
      credit: new Float64Array(this.#largest),
      worked: new Float64Array(this.#largest),
      studied: 0,
    };
    this.#gifts.read(rows, row, this.graph);
    this.scored = 0;
    work((place) => {
      this.scored++;
      const need = this.#needs[place] as NeedRow;
      this.#give(need, given);
      best.offer(scorer.score(need, rows, row, given), need.id, place, false);
    }, best);
    const found = best.ranked().map(({ id, order, place }) => {
      if (!explained) return { needId: id, order };
      const need = this.#needs[place] as NeedRow;
      this.#give(need, given);
      const explanation = explainConcepts(need, rows, row, given, this.#joins(need), scorer);
      return { needId: id, order, explanation };
    });
    this.#gifts.clear();
    return found;
  }

  #give(need: NeedRow, given: Given): void {
    const { credit, worked, studied } = this.#gifts;
    const { wanted } = need;
    for (let j = 0; j < wanted.length; j++) {
      const concept = wanted[j] as number;
      given.credit[j] = credit[concept] as number;
      given.worked[j] = worked[concept] as number;
    }
    given.studied = 0;
    for (const j of need.disciplines ?? [])
      given.studied = Math.max(given.studied, studied[wanted[j] as number] as number);
  }

  #joins(need: NeedRow): ConceptJoin[] {
    const { credit, from, strength } = this.#gifts;
    return need.wanted
      .filter((wanted) => (credit[wanted] as number) > 0)
      .map((wanted) => ({
        wanted,
        shown: from[wanted] as number,
        strength: strength[wanted] as number,
        credit: credit[wanted] as number,
      }));
  }

  #accumulate(): Float32Array {
    if (this.#sums.length < 3 * this.#needs.length) {
      const room = Math.max(64, 2 * this.#needs.length);
      this.#sums = new Float32Array(3 * room);
      this.#candidates = new Candidates(room);
    }
    const sums = this.#sums.fill(0);
    for (const concept of this.#gifts.concepts) {
      const postings = this.#postings.get(concept);
      const credit = this.#gifts.credit[concept] as number;
      if (!postings || credit === 0) continue;
      const { places, gains } = postings;
      for (let i = 0; i < places.length; i++) {
        const at = 3 * (places[i] as number);
        sums[at] = (sums[at] as number) + credit * (gains[3 * i] as number);
        sums[at + 1] = (sums[at + 1] as number) + credit * (gains[3 * i + 1] as number);
        sums[at + 2] = (sums[at + 2] as number) + credit * (gains[3 * i + 2] as number);
      }
    }
    return sums;
  }
}
