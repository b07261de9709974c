// npm run export -- talents|needs|matches FILE, npm run export -- taxonomy DIR
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { Table } from "#lib/exports/records.ts";
import { openDatabase } from "./database/connect.ts";

const USAGE = "usage: npm run export -- talents|needs|matches FILE (.csv, .xlsx or .jsonl), or taxonomy DIR";
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

async function exportTable(kind: (typeof KINDS)[number], file: string, format: (typeof FORMATS)[number]) {
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
}

/** The dictionary with what staff changed, as data files for lib/taxonomy/concepts that a person reviews and commits. */
async function exportTaxonomy(directory: string) {
  const { dictionaryFiles } = await import("#lib/taxonomy/data-files.ts");
  const files = await dictionaryFiles();
  mkdirSync(directory, { recursive: true });
  for (const { name, text } of files) writeFileSync(path.join(directory, name), text);
  console.log(`${files.length} files written to ${directory}`);
}

try {
  const [name, target] = positionals;
  const kind = KINDS.find((one) => one === name);
  const format = FORMATS.find((one) => `.${one}` === path.extname(target ?? "").toLowerCase());
  if (!target || !(name === "taxonomy" || (kind && format))) throw new Error(USAGE);
  stop = (await openDatabase()).stop;
  if (kind && format) await exportTable(kind, target, format);
  else await exportTaxonomy(target);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await (await import("#lib/db.ts")).disconnect();
  await stop();
}
