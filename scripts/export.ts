// npm run export -- talents|needs|matches FILE
import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { Table } from "#lib/exports/records.ts";
import { openDatabase } from "./database/connect.ts";

const USAGE = "usage: npm run export -- talents|needs|matches FILE (.csv, .xlsx or .jsonl)";
const KINDS = ["talents", "needs", "matches"] as const;
const FORMATS = ["csv", "xlsx", "jsonl"] as const;

const { positionals } = parseArgs({ allowPositionals: true });

/** The same rows, counted on their way. */
function counted(table: Table, count: (rows: number) => void): Table {
  async function* batches() {
    for await (const rows of table.batches) {
      count(rows.length);
      yield rows;
    }
  }
  return { ...table, batches: batches() };
}

async function* jsonLines({ batches }: Table) {
  for await (const rows of batches) yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

let stop = async () => {};
try {
  const [kind, file] = [KINDS.find((one) => one === positionals[0]), positionals[1]];
  const format = FORMATS.find((one) => `.${one}` === path.extname(file ?? "").toLowerCase());
  if (!kind || !file || !format) throw new Error(USAGE);
  const database = await openDatabase();
  stop = database.stop;
  const { systemViewer } = await import("#lib/auth/viewer.ts");
  const { recordExport } = await import("#lib/exports/commands.ts");
  const { tableOf } = await import("#lib/exports/records.ts");
  const { asFile } = await import("#lib/exports/write.ts");
  const viewer = systemViewer("export");
  let rows = 0;
  const table = counted(tableOf(viewer, kind, "", "en"), (more) => {
    rows += more;
  });
  await recordExport(viewer, "export.written", { kind, format, query: "" });
  const source = format === "jsonl" ? Readable.from(jsonLines(table)) : asFile(table, format);
  await pipeline(source, createWriteStream(file));
  console.log(`${rows} ${kind} written to ${file}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await (await import("#lib/db.ts")).disconnect();
  await stop();
}
