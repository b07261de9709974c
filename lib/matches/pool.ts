import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { type CompiledNeed, type CompiledTalent, compileTalent } from "#lib/matching/compile.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { compileNeedRow, contextOf } from "./engine.ts";
import { listedTalent, openNeed } from "./live.ts";
import { needRecord, stampOf, talentInputOf, talentRecord } from "./records.ts";

/** A compiled record, the state of the row that it was made from, and what decides about blocked employers. */
export type PooledTalent = { compiled: CompiledTalent; stamp: string; blocked: string[] };
export type PooledNeed = { compiled: CompiledNeed; stamp: string; enterpriseId: string };
type Change = { id: string; live: boolean };
type Source<T> = {
  /** one page of rows changed since a transaction (null: all live ones), after an id */
  changes(since: string | null, after: string): Promise<Change[]>;
  load(ids: string[]): Promise<[string, T][]>;
};

const PAGE = 1000;
const BATCH = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Compiled rows of one table, brought up to date by what PostgreSQL itself notes of each row: the transaction that wrote it
 * (xmin). So no command has to remember to tell the pool, and a row of a transaction that was still open at the last look is
 * found at the next.
 */
class Shelf<T extends { stamp: string }> {
  readonly entries = new Map<string, T>();
  readonly #source: Source<T>;
  #horizon: string | null = null;

  constructor(source: Source<T>) {
    this.#source = source;
  }

  async refresh(): Promise<void> {
    const [snapshot] = await db.$queryRaw<[{ horizon: string }]>`
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon`;
    let after = FIRST;
    for (;;) {
      const page = await this.#source.changes(this.#horizon, after);
      for (const change of page) if (!change.live) this.entries.delete(change.id);
      const live = page.filter((change) => change.live).map((change) => change.id);
      for (let i = 0; i < live.length; i += BATCH) await this.#take(live.slice(i, i + BATCH));
      if (page.length < PAGE) break;
      after = page[page.length - 1]!.id;
    }
    this.#horizon = snapshot.horizon;
  }

  async #take(ids: string[]): Promise<void> {
    for (const [id, entry] of await this.#source.load(ids)) this.entries.set(id, entry);
    // compiling is work: other jobs of the process get their turn
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const changedSince = (since: string | null) =>
  since === null ? Prisma.sql`TRUE` : Prisma.sql`age(r.xmin) <= age((${since}::xid8)::xid)`;

const talents = (day: string): Source<PooledTalent> => ({
  changes: (since, after) => db.$queryRaw<Change[]>`
    SELECT r.id::text AS id, ${listedTalent} AS live FROM "Talent" r
    WHERE r.id > ${after}::uuid AND ${changedSince(since)} ${since === null ? Prisma.sql`AND ${listedTalent}` : Prisma.empty}
    ORDER BY r.id LIMIT ${PAGE}`,
  async load(ids) {
    const rows = await db.talent.findMany({ where: { id: { in: ids } }, select: talentRecord });
    return rows.map((row) => [
      row.id,
      {
        compiled: compileTalent(talentInputOf(row), contextOf(day)),
        stamp: stampOf(row),
        blocked: row.blockedEmployers,
      },
    ]);
  },
});

const needs = (day: string): Source<PooledNeed> => ({
  changes: (since, after) => db.$queryRaw<Change[]>`
    SELECT r.id::text AS id, ${openNeed(day)} AS live FROM "Need" r
    WHERE r.id > ${after}::uuid AND ${changedSince(since)} ${since === null ? Prisma.sql`AND ${openNeed(day)}` : Prisma.empty}
    ORDER BY r.id LIMIT ${PAGE}`,
  async load(ids) {
    const rows = await db.need.findMany({ where: { id: { in: ids } }, select: needRecord });
    return rows.map((row) => [
      row.id,
      {
        compiled: compileNeedRow(row, day),
        stamp: stampOf(row),
        enterpriseId: row.enterpriseId,
      },
    ]);
  },
});

/** The worker's compiled talents and needs. Each job brings the side that it ranks up to date first. */
export class MatchPool {
  #day = "";
  #talents = new Shelf<PooledTalent>(talents(""));
  #needs = new Shelf<PooledNeed>(needs(""));
  #turn: Promise<unknown> = Promise.resolve();

  talents(): Promise<ReadonlyMap<string, PooledTalent>> {
    return this.#inTurn(async () => {
      await this.#talents.refresh();
      return this.#talents.entries;
    });
  }

  needs(): Promise<ReadonlyMap<string, PooledNeed>> {
    return this.#inTurn(async () => {
      await this.#needs.refresh();
      return this.#needs.entries;
    });
  }

  /** One refresh at a time; a new day compiles anew, because freshness and "until today" depend on it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(() => {
      const day = today();
      if (day !== this.#day) {
        this.#day = day;
        this.#talents = new Shelf(talents(day));
        this.#needs = new Shelf(needs(day));
      }
      return work();
    });
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

const holder = globalThis as { bridgeMatchPool?: MatchPool };

/** The pool of this process. */
export function pool(): MatchPool {
  holder.bridgeMatchPool ??= new MatchPool();
  return holder.bridgeMatchPool;
}
