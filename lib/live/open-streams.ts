import type { LiveEvent } from "./stream.ts";

type End = (last?: LiveEvent) => void;

/** Pages of one account that may be open at once, and of all, on one server. */
export const MOST_OF_ONE = 10;
const MOST_OF_ALL = 5000;

/** The streams that this process serves: bounded, and ended when it is asked to stop, so that it can finish. */
class OpenStreams {
  readonly #open = new Map<string, Set<End>>();
  #count = 0;
  #stopping = false;

  constructor() {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
      process.once(signal, () => {
        this.#stopping = true;
        this.endAll();
      });
  }

  /** Whether one more may be opened. */
  get full() {
    return this.#stopping || this.#count >= MOST_OF_ALL;
  }

  /** Counts a stream in; the oldest of the account goes when there are too many. Returns how to count it out. */
  add(account: string, end: End): () => void {
    const own = this.#open.get(account) ?? new Set<End>();
    this.#open.set(account, own);
    if (own.size >= MOST_OF_ONE) own.values().next().value?.({ event: "displaced" });
    own.add(end);
    this.#count++;
    return () => {
      if (!own.delete(end)) return;
      this.#count--;
      if (own.size === 0 && this.#open.get(account) === own) this.#open.delete(account);
    };
  }

  of(account: string): number {
    return this.#open.get(account)?.size ?? 0;
  }

  endAll() {
    for (const own of [...this.#open.values()]) for (const end of [...own]) end();
  }
}

// one a process, also across hot reloads in development
const holder = globalThis as { bridgeStreams?: OpenStreams };

export function openStreams(): OpenStreams {
  holder.bridgeStreams ??= new OpenStreams();
  return holder.bridgeStreams;
}
