import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compileNeed, compileTalent } from "#lib/matching/compile.ts";
import type { MatchContext } from "#lib/matching/context.ts";
import { corpusStatistics } from "#lib/matching/corpus.ts";
import { type Judgement, measure } from "#lib/matching/measures.ts";
import { rankTalents } from "#lib/matching/rank.ts";
import { corpusText } from "#lib/matching/records.ts";
import type { Dictionary, NeedInput, TalentInput } from "#lib/matching/types.ts";
import { loadDictionary, readConcepts } from "#lib/taxonomy/dictionary.ts";
import { escoDictionary } from "#lib/taxonomy/esco.ts";

const usage =
  "match:eval -- --talents T.jsonl --needs N.jsonl [--qrels Q.tsv] --run OUT.tsv [--depth 50] [--taxonomy DIR] [--as-of DATE] [--json OUT.json]";

/** A failure that the person who runs the command can put right. */
class UsageError extends Error {}

function readLines<Row extends { id: string }>(file: string): Row[] {
  const seen = new Set<string>();
  return readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line, i) => ({ line, at: `${file}:${i + 1}` }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, at }) => {
      let row: Row;
      try {
        row = JSON.parse(line) as Row;
      } catch {
        throw new UsageError(`${at} is not JSON`);
      }
      if (typeof row?.id !== "string" || row.id === "") throw new UsageError(`${at} has no id`);
      if (seen.has(row.id)) throw new UsageError(`${at} repeats the id ${row.id}`);
      seen.add(row.id);
      return row;
    });
}

/** Columns: need, talent, grade, conflicts ("-" for none), why. */
function readJudgements(file: string): Judgement[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line, i) => {
      const [needId, talentId, grade, conflicts = "-"] = line.split("\t");
      if (!needId || !talentId || !/^\d+$/.test(grade ?? ""))
        throw new UsageError(`${file}:${i + 1} is not needId<TAB>talentId<TAB>grade`);
      const list = conflicts.trim() === "" || conflicts.trim() === "-" ? [] : conflicts.trim().split(",");
      return { needId, talentId, grade: Number(grade), conflicts: list };
    });
}

function latestUpdate(talents: readonly TalentInput[]): string {
  const dates = talents
    .map((talent) => talent.updatedAt ?? "")
    .filter((date) => /^\d{4}-\d{2}-\d{2}/.test(date));
  // title-only collections have no date, and nothing in them depends on one
  return dates.sort().at(-1)?.slice(0, 10) ?? "2000-01-01";
}

function options() {
  const { values } = parseArgs({
    options: {
      talents: { type: "string" },
      needs: { type: "string" },
      qrels: { type: "string" },
      run: { type: "string" },
      depth: { type: "string", default: "50" },
      taxonomy: { type: "string" },
      "as-of": { type: "string" },
      json: { type: "string" },
    },
  });
  if (!values.talents || !values.needs || !values.run) throw new UsageError(`usage: ${usage}`);
  const depth = Number(values.depth);
  if (!Number.isInteger(depth) || depth < 1) throw new UsageError("--depth must be a whole number from 1");
  const asOf = values["as-of"];
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new UsageError("--as-of must be YYYY-MM-DD");
  return { ...values, talents: values.talents, needs: values.needs, run: values.run, depth, asOf };
}

function dictionaryFor(taxonomy: string | undefined): Dictionary {
  return taxonomy ? escoDictionary(readConcepts().concepts, taxonomy) : loadDictionary();
}

function main(): void {
  const began = performance.now();
  const given = options();
  const talents = readLines<TalentInput>(given.talents);
  const needs = readLines<NeedInput>(given.needs);
  const judgements = given.qrels ? readJudgements(given.qrels) : null;
  const dictionary = dictionaryFor(given.taxonomy);
  const asOf = given.asOf ?? latestUpdate(talents);
  const corpus = corpusStatistics([...talents, ...needs].map(corpusText), dictionary);
  const context: MatchContext = { dictionary, asOf, corpus };
  const compiled = talents.map((talent) => compileTalent(talent, context));
  const lists = needs.map((need) => ({
    needId: need.id,
    pairs: rankTalents(compileNeed(need, context), compiled, { depth: compiled.length }),
  }));
  const rows = lists.flatMap(({ needId, pairs }) =>
    pairs
      .slice(0, given.depth)
      .map((pair, i) =>
        [needId, pair.talentId, i + 1, pair.order.toFixed(4), pair.conflicts.join(",") || "-"].join("\t"),
      ),
  );
  writeFileSync(given.run, rows.map((row) => `${row}\n`).join(""));
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${needs.length} needs × ${talents.length} talents as of ${asOf}, dictionary ${dictionary.version}: ${rows.length} rows in ${given.run}, ${seconds.toFixed(1)} s`,
  );
  const figures = judgements ? measure(lists, judgements, given.depth) : null;
  for (const [name, value] of Object.entries(figures ?? {})) console.log(`${name}\t${value.toFixed(4)}`);
  const report = {
    needs: needs.length,
    talents: talents.length,
    ...figures,
    seconds: Number(seconds.toFixed(3)),
  };
  if (given.json) writeFileSync(given.json, `${JSON.stringify(report, null, 2)}\n`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? `match:eval: ${error.message.split("\n")[0]}` : String(error));
  process.exitCode = 1;
}
