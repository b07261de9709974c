const BUCKETS = 512;
const HIGHEST = 128;

/** Rows with an upper bound of what they can reach, given out from the highest bound down. */
export class Candidates {
  readonly #rows: Int32Array;
  readonly #bounds: Float32Array;
  readonly #sorted: Int32Array;
  readonly #starts = new Int32Array(BUCKETS + 1);
  #count = 0;

  constructor(most: number) {
    this.#rows = new Int32Array(most);
    this.#bounds = new Float32Array(most);
    this.#sorted = new Int32Array(most);
  }

  add(row: number, bound: number): void {
    this.#rows[this.#count] = row;
    this.#bounds[this.#count++] = bound;
  }

  /**
   * Calls `score` for every row whose bound reaches the threshold of the list, which may rise meanwhile, and forgets all rows.
   * Buckets stand from the highest bound down; within one, rows keep their order.
   */
  drain(best: { readonly threshold: number }, score: (row: number, bound: number) => void): void {
    const count = this.#count;
    this.#count = 0;
    const starts = this.#starts.fill(0);
    for (let i = 0; i < count; i++) {
      const next = bucketOf(this.#bounds[i] as number) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let b = 0; b < BUCKETS; b++) starts[b + 1] = (starts[b + 1] as number) + (starts[b] as number);
    for (let i = 0; i < count; i++) {
      const bucket = bucketOf(this.#bounds[i] as number);
      this.#sorted[starts[bucket] as number] = i;
      starts[bucket] = (starts[bucket] as number) + 1;
    }
    for (let s = 0; s < count; s++) {
      const i = this.#sorted[s] as number;
      const bound = this.#bounds[i] as number;
      const least = best.threshold;
      if (bound >= least) score(this.#rows[i] as number, bound);
      else if (bound + HIGHEST / BUCKETS < least) return;
    }
  }
}

function bucketOf(bound: number): number {
  const bucket = BUCKETS - 1 - Math.floor((bound * BUCKETS) / HIGHEST);
  return bucket < 0 ? 0 : bucket >= BUCKETS ? BUCKETS - 1 : bucket;
}
