import { db } from "#lib/db.ts";

export type Change = { id: string; side: "TALENT" | "NEED"; live: boolean };

const PAGE = 2000;

/**
 * Which records of the pool changed since the last look, by the transaction that PostgreSQL noted with each. A record of a
 * transaction that was still open at the last look is found at the next; one that is found twice is given once.
 */
export class Changes {
  /** every transaction before this one has been seen */
  horizon: string;
  #seen = new Map<string, bigint>();

  constructor(horizon: string) {
    this.horizon = horizon;
  }

  static async from(): Promise<Changes> {
    return new Changes(await horizonNow());
  }

  /** Hands over pages of changes; the horizon moves when all have been taken. */
  async take(work: (changes: Change[]) => Promise<void>): Promise<void> {
    const next = await horizonNow();
    const seen = new Map<string, bigint>();
    let after: [bigint, string] = [BigInt(this.horizon) - 1n, "ffffffff-ffff-ffff-ffff-ffffffffffff"];
    for (;;) {
      const page = await this.#page(after);
      const fresh = page.filter(({ id, changedIn }) => this.#seen.get(id) !== changedIn);
      if (fresh.length > 0) await work(fresh);
      for (const { id, changedIn } of page) seen.set(id, changedIn);
      const last = page[page.length - 1];
      if (!last || page.length < PAGE) break;
      after = [last.changedIn, last.id];
    }
    this.#seen = seen;
    this.horizon = next;
  }

  #page([changedIn, id]: [bigint, string]) {
    return db.$queryRaw<(Change & { changedIn: bigint })[]>`
      SELECT id::text AS id, side::text AS side, live, "changedIn" FROM "PoolRecord"
      WHERE ("changedIn", id) > (${changedIn}, ${id}::uuid) ORDER BY "changedIn", id LIMIT ${PAGE}`;
  }

  /** Age in ms of the oldest committed change that has not been taken; 0 when there is none. */
  async lag(): Promise<number> {
    const rows = await db.$queryRaw<{ id: string; changedIn: bigint; age: number }[]>`
      SELECT id::text AS id, "changedIn", (extract(epoch FROM clock_timestamp() - "changedAt") * 1000)::float8 AS age
      FROM "PoolRecord" WHERE "changedIn" >= ${BigInt(this.horizon)} ORDER BY "changedAt" LIMIT 1000`;
    const oldest = rows.find(({ id, changedIn }) => this.#seen.get(id) !== changedIn);
    return oldest ? Math.max(0, Math.round(oldest.age)) : 0;
  }
}

async function horizonNow(): Promise<string> {
  const [row] = await db.$queryRaw<[{ horizon: string }]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon`;
  return row.horizon;
}
