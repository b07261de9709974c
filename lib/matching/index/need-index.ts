import { Best } from "./best.ts";
import { type Bound, boundOf, conflictFactors, most } from "./bound.ts";
import { Candidates } from "./candidates.ts";
import { ConceptScorer } from "./concept-score.ts";
import type { Meets } from "./conflict-bits.ts";
import { type ConceptExplanation, explainConcepts } from "./explain-concepts.ts";
import { Gifts } from "./gifts.ts";
import type { ConceptGraph } from "./graph.ts";
import type { TalentRow } from "./layout.ts";
import { NeedFacts, profileFacts } from "./need-facts.ts";
import type { NeedRow } from "./need-row.ts";
import { RowStore, type Rows } from "./rows.ts";
import type { SearchOptions } from "./talent-index.ts";

export type FoundNeed = { needId: string; order: number; explanation?: ConceptExplanation };
/** Needs that want a concept: their places, and what a full credit is worth to the three sums of their bounds. */
type Postings = { places: number[]; gains: number[] };

/** When more places than this are dead, and more than are live, the index is made anew. */
const MOST_DEAD = 1024;

/** The open needs, for "which needs fit this talent": exactly the best by the concept score, equal ones by id. */
export class NeedIndex {
  readonly graph: ConceptGraph;
  /** today as a day since 1970 */
  day = 0;
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

  ids(): Iterable<string> {
    return this.#places.keys();
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
    const scorer = new ConceptScorer(this.#meets, this.day);
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
      this.#gifts.giveTo(need, given);
      best.offer(scorer.score(need, rows, row, given), need.id, place, false);
    }, best);
    const found = best.ranked().map(({ id, order, place }) => {
      if (!explained) return { needId: id, order };
      const need = this.#needs[place] as NeedRow;
      this.#gifts.giveTo(need, given);
      const explanation = explainConcepts(need, rows, row, given, this.#gifts.joins(need), scorer);
      return { needId: id, order, explanation };
    });
    this.#gifts.clear();
    return found;
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
