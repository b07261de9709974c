import { readdirSync } from "node:fs";
import path from "node:path";
import { db } from "./db.ts";

const shipped = () =>
  readdirSync(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/** None where the table itself is missing. */
async function appliedMigrations(): Promise<{ migration_name: string }[]> {
  const [table] = await db.$queryRaw<
    [{ there: boolean }]
  >`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  if (!table.there) return [];
  return db.$queryRaw`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
}

/** Why this server cannot serve: `database_unreachable`, `database_slow`, `migrations_pending`; null when it can. */
export async function checkReadiness(): Promise<string | null> {
  const query = appliedMigrations();
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<"slow">((resolve) => {
    timer = setTimeout(() => resolve("slow"), 3000);
  });
  try {
    const rows = await Promise.race([query, slow]);
    if (rows === "slow") return "database_slow";
    const applied = new Set(rows.map((row) => row.migration_name));
    return shipped().every((name) => applied.has(name)) ? null : "migrations_pending";
  } catch {
    return "database_unreachable";
  } finally {
    clearTimeout(timer);
    query.catch(() => {});
  }
}
