import { today } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import type { FoundNeed } from "#lib/matching/index/need-index.ts";
import type { FoundTalent } from "#lib/matching/index/talent-index.ts";
import type { NeedInput } from "#lib/matching/types.ts";
import { type WeightFactors, weightsFor } from "#lib/matching/weights.ts";
import { type Change, Changes } from "./changes.ts";
import { CompiledCache } from "./compiled-cache.ts";
import { Generation } from "./generation.ts";
import { indexVersionOf } from "./versions.ts";

/** Changed profiles are scored one by one until so many of them, or this share of all, wait; then they are merged. */
const MERGE_FROM = 1000;
const MERGE_SHARE = 0.05;

/**
 * The worker's index of all listed profiles and open needs, read from PostgreSQL once and kept up to date by what changed since.
 * Each job brings it up to date first. A new dictionary, engine or month makes a new one beside the old, which answers meanwhile.
 */
export class IndexPool {
  readonly cache = new CompiledCache();
  builtAt: Date | null = null;
  mergedAt: Date | null = null;
  mergeSeconds: number | null = null;
  #generation: Generation | null = null;
  #changes: Changes | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #renewing: Promise<void> | null = null;
  #filling: Promise<void> | null = null;
  #merging = false;
  #touched = 0;
  #day = "";
  #closed = false;
  /** called when every profile has a row of the newest versions after some had not */
  onComplete: () => Promise<void> = async () => undefined;

  /** The index with every change that was committed before the call. */
  async current(): Promise<Generation> {
    const next = this.#turn.then(() => this.#bringUpToDate());
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** What is there now, up to date or not; null before the first reading ended. */
  get generation(): Generation | null {
    return this.#generation;
  }

  /** Every listed profile can be found. */
  get ready(): boolean {
    return this.#generation !== null && this.#generation.missing.size === 0;
  }

  get indexVersion(): string {
    return indexVersionOf(this.#changes?.horizon ?? "0", this.#generation?.dictionary.version ?? "");
  }

  /** Age of the oldest committed change that cannot be found yet. */
  async lag(): Promise<number> {
    return (await this.#changes?.lag()) ?? 0;
  }

  /** Ids of the best talents for a need, saved or not, by the concept score. Nothing of who blocks whom is asked here. */
  async findForNeed(
    need: NeedInput,
    { depth = 50, weights }: { depth?: number; weights?: WeightFactors } = {},
  ): Promise<FoundTalent[]> {
    const generation = await this.current();
    return generation.talents.find(generation.needRow(need, weightsFor(weights)), { depth });
  }

  /** Ids of the best needs for a listed talent, by the concept score. */
  async findForTalent(talentId: string, { depth = 50 } = {}): Promise<FoundNeed[]> {
    const generation = await this.current();
    return (
      generation.talents.withRow(talentId, (rows, row) => generation.needs.findFor(rows, row, { depth })) ??
      []
    );
  }

  /** No background work begins any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled([this.#turn, this.#renewing, this.#filling]);
  }

  async #bringUpToDate(): Promise<Generation> {
    if (!this.#generation) await this.#read();
    else if (!this.#generation.current) this.#renew();
    const generation = this.#generation as Generation;
    if (this.#day !== today()) {
      this.#day = today();
      generation.newDay();
    }
    await this.#changes?.take((changes) => this.#apply(changes));
    this.#mergeIfDue(generation);
    return generation;
  }

  /** Reads all rows; the changes that are seen next began before the reading did. */
  async #read(): Promise<void> {
    const changes = await Changes.from();
    const generation = await Generation.read();
    this.#changes = changes;
    this.#begin(generation);
  }

  #begin(generation: Generation): void {
    this.#generation = generation;
    this.builtAt = new Date();
    this.#day = today();
    this.#touched = 0;
    const { missing, stale, buildSeconds } = generation;
    log.info(
      {
        talents: generation.talents.size,
        needs: generation.needs.size,
        missing: missing.size,
        stale: stale.size,
        buildSeconds,
      },
      "matching index read",
    );
    if (missing.size + stale.size > 0) this.#fill(generation);
  }

  /** A new generation beside the old one. What changed while it was read is applied to it before it takes over. */
  #renew(): void {
    if (this.#renewing || this.#closed) return;
    this.#renewing = (async () => {
      const changes = await Changes.from();
      const generation = await Generation.read();
      const takeOver = this.#turn.then(() => {
        this.#changes = changes;
        this.#begin(generation);
        // even when nothing had to be compiled, the lists are those of the old versions
        if (generation.missing.size + generation.stale.size === 0) return this.onComplete();
      });
      this.#turn = takeOver.catch(() => undefined);
      await takeOver;
    })()
      .catch((error: Error) =>
        log.warn({ error: error.message }, "the matching index could not be made anew"),
      )
      .finally(() => {
        this.#renewing = null;
      });
  }

  /** Compiles rows in the background, in turn with the jobs, so that none waits for more than a batch. */
  #fill(generation: Generation): void {
    const fill = async () => {
      while (!this.#closed && this.#generation === generation) {
        const step = this.#turn.then(() => generation.fill());
        this.#turn = step.catch(() => undefined);
        const left = await step;
        this.#mergeIfDue(generation);
        if (left > 0) continue;
        await this.onComplete();
        return;
      }
    };
    this.#filling = fill().catch((error: Error) =>
      log.warn({ error: error.message }, "profiles could not be compiled"),
    );
  }

  async #apply(changes: Change[]): Promise<void> {
    const generation = this.#generation as Generation;
    const live = (side: Change["side"]) =>
      changes.filter((change) => change.side === side && change.live).map(({ id }) => id);
    this.cache.talents.forget(changes.filter(({ side }) => side === "TALENT").map(({ id }) => id));
    this.cache.needs.forget(changes.filter(({ side }) => side === "NEED").map(({ id }) => id));
    for (const { side, live: there, id } of changes) if (!there) generation.remove(side, id);
    await generation.putTalents(live("TALENT"));
    await generation.putNeeds(live("NEED"));
    this.#touched += changes.length;
  }

  #mergeIfDue(generation: Generation): void {
    const waiting = Math.max(generation.talents.waiting, this.#touched);
    if (this.#merging || waiting < Math.max(MERGE_FROM, MERGE_SHARE * generation.talents.size)) return;
    this.#merging = true;
    this.#touched = 0;
    void generation
      .merge()
      .then((seconds) => {
        this.mergedAt = new Date();
        this.mergeSeconds = seconds;
      })
      .catch((error: Error) => log.warn({ error: error.message }, "the matching index could not be merged"))
      .finally(() => {
        this.#merging = false;
      });
  }
}

const holder = globalThis as { bridgeIndexPool?: IndexPool };

/** The pool of this process. */
export function pool(): IndexPool {
  holder.bridgeIndexPool ??= new IndexPool();
  return holder.bridgeIndexPool;
}

/** Ends its background work; the next use makes another. */
export async function closePool(): Promise<void> {
  const closing = holder.bridgeIndexPool;
  holder.bridgeIndexPool = undefined;
  await closing?.close();
}
