import { at } from "#lib/clock.ts";

/** Carries acts of the demo's history out on their days, in days from now; never in the future. */
export class Calendar {
  readonly #now = Date.now();

  on<T>(day: number, act: () => Promise<T>): Promise<T> {
    return at(new Date(Math.min(this.#now, this.#now + day * 86_400_000)), act);
  }
}
