import { readFileSync } from "node:fs";
import path from "node:path";
import { today } from "#lib/clock.ts";
import { type NeedRecord, needRecord } from "#lib/needs/import-record.ts";
import { type TalentRecord, talentRecord } from "#lib/talents/record.ts";

/** The day for which the fictional records were written. */
const WRITTEN = "2026-11-23";
const DAY = 86_400_000;
const DATES = ["availableFrom", "start", "deadline", "updatedAt"];

/** The records' dates moved along, so that the demo is as fresh on any day as on the day it was written for. */
function moved(row: Record<string, unknown>): Record<string, unknown> {
  const shift = Math.max(0, Date.parse(today()) - Date.parse(WRITTEN));
  const days = Math.floor(shift / DAY) * DAY;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      DATES.includes(name) && typeof value === "string"
        ? new Date(Date.parse(value) + days).toISOString().slice(0, 10)
        : value,
    ]),
  );
}

function read<T>(file: string, parse: (row: unknown) => T & { id: string }): Map<string, T> {
  const folder = path.join(process.cwd(), "lib/matching/fixtures/match-dev");
  const rows = readFileSync(path.join(folder, file), "utf8").trim().split("\n");
  return new Map(rows.map((line) => parse(moved(JSON.parse(line)))).map((record) => [record.id, record]));
}

/** Fictional talents and needs of the project's own match collection, by id. */
export const talentRecords = () => read<TalentRecord>("talents.jsonl", (row) => talentRecord.parse(row));
export const needRecords = () => read<NeedRecord>("needs.jsonl", (row) => needRecord.parse(row));
