import { listen } from "#lib/channels.ts";
import { db } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import type { ConceptRecord } from "./concept.ts";
import { baseConcepts, currentTaxonomy, replaceTaxonomy } from "./current.ts";
import { dictionarySteps } from "./dictionary.ts";
import { type Layer, layerSteps } from "./layer.ts";
import { type Edit, overlay } from "./overlay.ts";
import { unhurried } from "./slices.ts";
import { fromEsco } from "./state.ts";
import { asEdit, editSelect } from "./store.ts";

/** Changes that come together are taken together: at most one rebuilding in this time. */
const REST_MS = 1000;
const RETRY_MS = 2000;
const PAGE = 1000;

/** Reads one order of the loaded classification in pages, so that the driver never holds all rows twice. */
async function* escoPages(): AsyncGenerator<ConceptRecord[]> {
  for (let after = -1; ; ) {
    const rows = await db.escoConcept.findMany({
      where: { place: { gt: after } },
      orderBy: { place: "asc" },
      take: PAGE,
    });
    yield rows.map(fromEsco);
    if (rows.length < PAGE) return;
    after = rows[rows.length - 1]!.place;
  }
}

async function layerOf(key: string | undefined, before: Layer | null): Promise<Layer | null> {
  if (!key) return null;
  if (before?.key === key) return before;
  const concepts: ConceptRecord[] = [];
  for await (const page of escoPages()) concepts.push(...page);
  return unhurried(layerSteps(key, concepts));
}

/** Keeps one process's dictionary what the database says it is. */
export class LiveDictionary {
  #running: Promise<void> | undefined;
  #again = false;
  #seen = "";
  #last = Number.NEGATIVE_INFINITY;
  readonly #take: typeof replaceTaxonomy;
  #below: Layer | null = null;

  constructor(take: typeof replaceTaxonomy = replaceTaxonomy) {
    this.#take = take;
  }

  /** Hears of changes until the returned function is called; reads all anew after each break of the connection. */
  follow(): () => void {
    let retry: NodeJS.Timeout | undefined;
    let stopped = false;
    const soon = () => {
      clearTimeout(retry);
      this.refresh().catch((error: unknown) => {
        log.warn({ error: error instanceof Error ? error.message : String(error) }, "dictionary not read");
        // a busy database is no reason to stay with the old one until the next change
        if (!stopped) retry = setTimeout(soon, RETRY_MS).unref();
      });
    };
    const deaf = listen("dictionary_changed", { heard: soon, connected: soon });
    return () => {
      stopped = true;
      clearTimeout(retry);
      deaf();
    };
  }

  /** Resolves when every change that was committed before the call counts in this process. */
  refresh(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#read().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    // what runs may have read the rows already: once more after it, for all who ask meanwhile
    this.#again = true;
    return this.#running.then(() => (this.#again ? this.#next() : this.#running));
  }

  #next(): Promise<void> {
    this.#again = false;
    return this.refresh();
  }

  async #read(): Promise<void> {
    const rest = this.#last + REST_MS - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    const { edits, load } = await db.$transaction(
      async (tx) => ({
        edits: await tx.taxonomyEdit.findMany({ select: editSelect, orderBy: { conceptId: "asc" } }),
        load: await tx.taxonomyLoad.findUnique({ where: { source: "esco" } }),
      }),
      { isolationLevel: "RepeatableRead" },
    );
    const seen = JSON.stringify([edits, load?.hash]);
    if (seen === this.#seen) return;
    await this.#rebuild(edits.map(asEdit), load?.hash);
    this.#seen = seen;
    this.#last = performance.now();
  }

  async #rebuild(edits: Edit[], loaded: string | undefined): Promise<void> {
    const begun = performance.now();
    const below = await layerOf(loaded, this.#below);
    this.#below = below;
    const overlaid = overlay(baseConcepts(), edits, (id) => below?.byId.get(id));
    const dictionary = await unhurried(
      dictionarySteps(overlaid.concepts, { below, hidden: overlaid.touched, retired: overlaid.retired }),
    );
    this.#take({ ...overlaid, dictionary, below });
    log.info(
      {
        version: dictionary.version,
        edits: edits.length,
        below: below?.byId.size ?? 0,
        ms: Math.round(performance.now() - begun),
      },
      "dictionary read",
    );
  }
}

// one a process, also across hot reloads in development and the bundles of a build
const holder = globalThis as { bridgeLiveDictionary?: LiveDictionary };

/** Starts to keep this process's dictionary current. Call once at the start of a process that serves or works. */
export function followDictionary(): void {
  if (holder.bridgeLiveDictionary) return;
  holder.bridgeLiveDictionary = new LiveDictionary();
  // the files count at once; what the database adds follows as soon as it answers
  currentTaxonomy();
  holder.bridgeLiveDictionary.follow();
}

/** Resolves when this process works with everything that was committed before; for what rests on a change just made. */
export async function dictionaryRefreshed(): Promise<void> {
  holder.bridgeLiveDictionary ??= new LiveDictionary();
  await holder.bridgeLiveDictionary.refresh();
}
