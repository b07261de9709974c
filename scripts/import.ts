// npm run import -- talents|needs FILE [--dry-run] [--as OFFICER] [--state submitted|listed|open], npm run import -- taxonomy DIR
import { parseArgs } from "node:util";
import type { Viewer } from "#lib/auth/viewer.ts";
import { openDatabase } from "./database/connect.ts";
import { FileRefused } from "./records/read.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "dry-run": { type: "boolean", default: false },
    as: { type: "string" },
    state: { type: "string" },
  },
});
const [kind, file] = positionals;
const USAGE =
  "usage: npm run import -- talents|needs FILE [--dry-run] [--as OFFICER] [--state submitted|listed|open], or taxonomy DIR [--dry-run] [--as OFFICER]";

async function viewerFor(email: string | undefined): Promise<Viewer> {
  const { systemViewer, isStaff } = await import("#lib/auth/viewer.ts");
  if (!email) return systemViewer("import");
  const { viewerOf } = await import("#lib/auth/session.ts");
  const viewer = await viewerOf(email).catch(() => null);
  if (!viewer || !isStaff(viewer)) throw new Error(`${email} is not the address of a member of staff.`);
  return viewer;
}

let stop = async () => {};

async function importRecords(file: string, kind: "talents" | "needs") {
  const { importFile } = await import("./records/import-file.ts");
  const viewer = await viewerFor(values.as);
  const result = await importFile({ kind, file, viewer, state: values.state, dryRun: values["dry-run"] });
  for (const problem of result.problems)
    console.log(`line ${problem.line}${problem.field ? `, ${problem.field}` : ""}: ${problem.reason}`);
  console.log(
    `${values["dry-run"] ? "dry run, nothing saved: " : ""}${result.created} created, ${result.updated} updated, ${result.unchanged} unchanged, ${result.refused} refused`,
  );
  if (result.refused > 0) process.exitCode = 1;
}

try {
  if (!file || !(kind === "talents" || kind === "needs" || kind === "taxonomy")) throw new Error(USAGE);
  if (kind === "taxonomy") {
    const { importTaxonomy, readTaxonomy } = await import("./records/import-taxonomy.ts");
    // a wrong folder is refused before a database is touched
    const concepts = readTaxonomy(file);
    stop = (await openDatabase()).stop;
    console.log(await importTaxonomy(await viewerFor(values.as), concepts, values["dry-run"]));
  } else {
    stop = (await openDatabase()).stop;
    await importRecords(file, kind);
  }
} catch (error) {
  console.error(
    error instanceof FileRefused
      ? `Refused whole: ${error.message}`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exitCode = 1;
} finally {
  await (await import("#lib/db.ts")).disconnect();
  await stop();
}
