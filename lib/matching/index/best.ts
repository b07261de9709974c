/** A row of a list under way. `place` is a row of the segment, or of the overlay when `late`. */
export type Ranked = { id: string; order: number; place: number; late: boolean };

const better = (order: number, id: string, other: Ranked): boolean =>
  order > other.order || (order === other.order && id < other.id);

/** The best `depth` rows so far; equal ones by id. */
export class Best {
  readonly #depth: number;
  readonly #list: Ranked[] = [];

  constructor(depth: number) {
    this.#depth = depth;
  }

  /** What a further row must reach; a row that only equals it may still win by its id. */
  get threshold(): number {
    const last = this.#list[this.#depth - 1];
    return last ? last.order : Number.NEGATIVE_INFINITY;
  }

  offer(order: number, id: string, place: number, late: boolean): void {
    const list = this.#list;
    const last = list[this.#depth - 1];
    if (last && !better(order, id, last)) return;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (better(order, id, list[middle] as Ranked)) high = middle;
      else low = middle + 1;
    }
    list.splice(low, 0, { id, order, place, late });
    if (list.length > this.#depth) list.pop();
  }

  ranked(): Ranked[] {
    return this.#list;
  }
}
