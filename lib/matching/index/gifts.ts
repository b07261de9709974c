import type { Given } from "./concept-score.ts";
import type { ConceptJoin } from "./explain-concepts.ts";
import type { ConceptGraph } from "./graph.ts";
import { conceptOf, ROW_WORDS, STRENGTHS, strengthOf, WORKED, word, workedOf } from "./layout.ts";
import type { NeedRow } from "./need-row.ts";
import type { Rows } from "./rows.ts";

/** What one profile gives to every concept, and from there to the wanted ones of any need. */
export class Gifts {
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

  /** What the profile gives to the wanted concepts of a need. */
  giveTo(need: NeedRow, given: Given): void {
    const { credit, worked, studied } = this;
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

  /** The shown concepts that give most to each wanted one. */
  joins(need: NeedRow): ConceptJoin[] {
    const { credit, from, strength } = this;
    return need.wanted
      .filter((wanted) => (credit[wanted] as number) > 0)
      .map((wanted) => ({
        wanted,
        shown: from[wanted] as number,
        strength: strength[wanted] as number,
        credit: credit[wanted] as number,
      }));
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
