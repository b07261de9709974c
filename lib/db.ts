import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "#prisma/generated/client.ts";
import type { Viewer } from "./auth/viewer.ts";
import { env } from "./env.ts";

export type Tx = Prisma.TransactionClient;

function connect() {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    // a server that answers nothing at all cannot keep its own time
    query_timeout: 16_000,
    // the planner's own figures are those of a slow disk: with them it reads whole tables past the indexes of the search
    options:
      "-c statement_timeout=15000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=20000 -c random_page_cost=1.1 -c work_mem=16MB",
  });
  return new PrismaClient({ adapter });
}

// one client a process, also across hot reloads in development
const holder = globalThis as { bridgeClient?: PrismaClient };

// who holds one connection and waits for another keeps it from everybody: a dozen of them would stop the process
const within = new AsyncLocalStorage<true>();

/** Reads that need no identity. Made on first use, so that a build needs no database. Inside a transaction it is `tx` that reads. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    if (within.getStore() && process.env.NODE_ENV !== "production")
      throw new Error(`db.${String(property)} inside a transaction: use its tx`);
    holder.bridgeClient ??= connect();
    const value = Reflect.get(holder.bridgeClient, property);
    return typeof value === "function" ? value.bind(holder.bridgeClient) : value;
  },
});

/**
 * One transaction for one viewer: row-level security sees who acts. Every write, and every read of identity, contact or
 * documents goes through here.
 */
export async function transaction<T>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
  timeout = 15_000,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.role', ${viewer.role}, true), set_config('app.account', ${viewer.accountId ?? ""}, true), set_config('app.enterprise', ${viewer.enterpriseId ?? ""}, true)`;
      return within.run(true, () => work(tx));
    },
    { maxWait: 4000, timeout },
  );
}

export async function disconnect() {
  await holder.bridgeClient?.$disconnect();
  holder.bridgeClient = undefined;
}
