import type { Given } from "./concept-score.ts";
import type { ConceptGraph } from "./graph.ts";
import { conceptOf, ROW_WORDS, STRENGTHS, strengthOf, WORKED, word, workedOf } from "./layout.ts";
import type { NeedRow } from "./need-row.ts";
import type { Rows } from "./rows.ts";

/** A shown concept that gives to wanted ones: positions in the need's `wanted` and factors. */
export type Source = { concept: number; wanted: number[]; factors: number[] };

/** The shown concepts that give to a need's wanted ones, in order of number. */
export function sourcesOf(need: NeedRow, graph: ConceptGraph): Source[] {
  const sources = new Map<number, Source>();
  need.wanted.forEach((target, j) => {
    const { concepts, factors } = graph.givenBy(target);
    concepts.forEach((concept, i) => {
      const source = sources.get(concept) ?? { concept, wanted: [], factors: [] };
      source.wanted.push(j);
      source.factors.push(factors[i] as number);
      sources.set(concept, source);
    });
  });
  return [...sources.values()].sort((a, b) => a.concept - b.concept);
}

/** Reads from rows what they give to the wanted concepts of one need. */
export class GivenReader {
  readonly given: Given;
  readonly #slots: Uint16Array;
  readonly #sources: Source[];
  readonly #isDiscipline: Uint8Array;

  constructor(need: NeedRow, sources: Source[], slots: Uint16Array) {
    this.#sources = sources;
    this.#slots = slots;
    sources.forEach((source, i) => {
      slots[source.concept] = i + 1;
    });
    const count = need.wanted.length;
    this.given = { credit: new Float64Array(count), worked: new Float64Array(count), studied: 0 };
    this.#isDiscipline = new Uint8Array(count);
    for (const j of need.disciplines ?? []) this.#isDiscipline[j] = 1;
  }

  read(rows: Rows, row: number): Given {
    const { given } = this;
    given.credit.fill(0);
    given.worked.fill(0);
    given.studied = 0;
    const at = row * ROW_WORDS;
    const last = rows.words[at + ROW_WORDS + word.concepts] as number;
    for (let i = rows.words[at + word.concepts] as number; i < last; i++) {
      const packed = rows.concepts[i] as number;
      const slot = this.#slots[conceptOf(packed)] as number;
      if (slot > 0) this.#add(this.#sources[slot - 1] as Source, packed);
    }
    return given;
  }

  #add(source: Source, packed: number): void {
    const { credit, worked } = this.given;
    const strength = strengthOf(packed) / STRENGTHS;
    const recent = workedOf(packed) / WORKED;
    for (let k = 0; k < source.wanted.length; k++) {
      const j = source.wanted[k] as number;
      const factor = source.factors[k] as number;
      const gives = factor * strength;
      if (gives > (credit[j] as number)) credit[j] = gives;
      const inJob = factor * recent;
      if (inJob > (worked[j] as number)) worked[j] = inJob;
      if (packed & 1 && this.#isDiscipline[j] && factor > this.given.studied) this.given.studied = factor;
    }
  }

  /** What a shown concept gives to, undefined when to nothing wanted. */
  sourceOf(concept: number): Source | undefined {
    const slot = this.#slots[concept] as number;
    return slot > 0 ? this.#sources[slot - 1] : undefined;
  }

  /** Makes the table of slots ready for the next need. */
  close(): void {
    for (const source of this.#sources) this.#slots[source.concept] = 0;
  }
}
