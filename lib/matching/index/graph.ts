import { spreadCredits } from "../links.ts";
import type { Dictionary } from "../types.ts";
import { MOST_CONCEPTS } from "./layout.ts";

export type Reach = { concepts: number[]; factors: number[] };
const nowhere: Reach = { concepts: [], factors: [] };

/**
 * Concepts as numbers, and what one gives towards another: the credits of `links.ts` for a strength of 1. Because credits are
 * the best of strength × factor over the shown concepts, the factors of single concepts are all that scoring needs.
 */
export class ConceptGraph {
  readonly ids: string[] = [];
  readonly #dictionary: Pick<Dictionary, "linksOf">;
  readonly #numbers = new Map<string, number>();
  readonly #from: (Reach | undefined)[] = [];
  readonly #to: (Reach | undefined)[] = [];

  constructor(dictionary: Pick<Dictionary, "linksOf">) {
    this.#dictionary = dictionary;
  }

  get size(): number {
    return this.ids.length;
  }

  numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.ids.length;
      if (number >= MOST_CONCEPTS) throw new RangeError(`more than ${MOST_CONCEPTS} concepts`);
      this.ids.push(id);
      this.#numbers.set(id, number);
    }
    return number;
  }

  /** A concept that profiles show; from then on it is found by those it gives to. */
  shown(id: string): number {
    const source = this.numberOf(id);
    if (this.#from[source]) return source;
    const reach: Reach = { concepts: [], factors: [] };
    this.#from[source] = reach;
    for (const [target, { credit }] of spreadCredits(new Map([[id, 1]]), this.#dictionary as Dictionary)) {
      const number = this.numberOf(target);
      reach.concepts.push(number);
      reach.factors.push(credit);
      let back = this.#to[number];
      if (!back) {
        back = { concepts: [], factors: [] };
        this.#to[number] = back;
      }
      back.concepts.push(source);
      back.factors.push(credit);
    }
    return source;
  }

  /** What a shown concept gives to. */
  givesTo(source: number): Reach {
    return this.#from[source] ?? nowhere;
  }

  /** Which shown concepts give to a wanted one. */
  givenBy(target: number): Reach {
    return this.#to[target] ?? nowhere;
  }
}
