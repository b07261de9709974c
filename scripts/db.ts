// npm run db -- migrate | reset | seed | diff [--write NAME]
import { mkdirSync, writeFileSync } from "node:fs";
import { openDatabase } from "./database/connect.ts";
import { emptyDatabase, migrate } from "./database/migrate.ts";
import { diffToSchema } from "./database/schema-engine.ts";

const [command, ...rest] = process.argv.slice(2);
const database = await openDatabase();

const commands: Record<string, () => Promise<void>> = {
  async migrate() {
    const applied = await migrate(database.urls);
    console.log(applied.length ? `applied: ${applied.join(", ")}` : "nothing to apply");
  },
  async reset() {
    if (!database.embedded) throw new Error("reset is refused on an external database.");
    await emptyDatabase(database.urls);
    console.log("emptied and migrated; the demo is seeded at the next start, or by: npm run db -- seed");
  },
  async seed() {
    if (!database.embedded) throw new Error("The demo is only seeded on the embedded database.");
    const { seedDemoOnce, seedReference } = await import("#prisma/seed/seed.ts");
    await seedReference();
    console.log((await seedDemoOnce()) ? "demo seeded" : "already seeded");
    await (await import("#lib/db.ts")).disconnect();
  },
  async diff() {
    const sql = await diffToSchema(database.urls.owner);
    const name = rest[rest.indexOf("--write") + 1];
    if (rest.includes("--write") && name) {
      const folder = `prisma/migrations/${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
      mkdirSync(folder);
      writeFileSync(`${folder}/migration.sql`, sql);
      console.log(`written: ${folder}`);
    } else console.log(sql.trim());
  },
};

try {
  const run = commands[command ?? ""];
  if (!run) throw new Error("usage: npm run db -- migrate | reset | seed | diff [--write NAME]");
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await database.stop();
}
