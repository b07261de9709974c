import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { type CompiledNeed, type CompiledTalent, compileTalent } from "#lib/matching/compile.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { compileNeedRow, contextOf } from "./engine.ts";
import { matchableNeed, matchableTalent } from "./policy.ts";
import { needRecord, stampOf, talentInputOf, talentRecord } from "./records.ts";
import { turn } from "./turns.ts";

/** A compiled record, the state of the row that it was made from, and what decides about blocked employers. */
export type PooledTalent = { compiled: CompiledTalent; stamp: string; blocked: string[] };
export type Employer = { id: string; name: string; nameEn: string | null };
export type PooledNeed = { compiled: CompiledNeed; stamp: string; employer: Employer };

/** About 40 KB each. */
const MOST = 4000;
const BATCH = 100;

/** Records of one side, compiled on demand; those used last are kept. Nothing here decides who is matched: writing does. */
class Cache<T> {
  readonly #load: (ids: string[]) => Promise<[string, T][]>;
  readonly #kept = new Map<string, T>();
  #for = "";
  #epoch = 0;

  constructor(load: (ids: string[]) => Promise<[string, T][]>) {
    this.#load = load;
  }

  /** Those of the ids that may be matched now, by id. */
  async get(ids: Iterable<string>): Promise<Map<string, T>> {
    const wanted = `${currentDictionary().version} ${today()}`;
    if (wanted !== this.#for) {
      this.#kept.clear();
      this.#for = wanted;
      this.#epoch++;
    }
    const found = new Map<string, T>();
    const missing: string[] = [];
    for (const id of ids) {
      const known = this.#kept.get(id);
      if (!known) missing.push(id);
      else {
        found.set(id, known);
        this.#kept.delete(id);
        this.#kept.set(id, known);
      }
    }
    for (let i = 0; i < missing.length; i += BATCH)
      for (const [id, entry] of await this.#take(missing.slice(i, i + BATCH))) found.set(id, entry);
    return found;
  }

  async #take(ids: string[]): Promise<[string, T][]> {
    const epoch = this.#epoch;
    const loaded = await this.#load(ids);
    // what changed while it was read is read again by the next
    if (epoch === this.#epoch) for (const [id, entry] of loaded) this.#kept.set(id, entry);
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break;
      this.#kept.delete(id);
    }
    // compiling is work: other jobs of the process get their turn
    await turn();
    return loaded;
  }

  forget(ids: Iterable<string>): void {
    this.#epoch++;
    for (const id of ids) this.#kept.delete(id);
  }
}

export class CompiledCache {
  readonly talents = new Cache<PooledTalent>(async (ids) => {
    const rows = await db.talent.findMany({
      where: { id: { in: ids }, ...matchableTalent },
      select: talentRecord,
    });
    return rows.map((row) => [
      row.id,
      {
        compiled: compileTalent(talentInputOf(row), contextOf()),
        stamp: stampOf(row),
        blocked: row.blockedEmployers,
      },
    ]);
  });

  readonly needs = new Cache<PooledNeed>(async (ids) => {
    const rows = await db.need.findMany({
      where: { id: { in: ids }, ...matchableNeed(today()) },
      select: { ...needRecord, enterprise: { select: { id: true, name: true, nameEn: true } } },
    });
    return rows.map(({ enterprise, ...row }) => [
      row.id,
      { compiled: compileNeedRow(row), stamp: stampOf(row), employer: enterprise },
    ]);
  });
}
