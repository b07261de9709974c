import { withoutGuard } from "#lib/exports/cells.ts";
import type { Row } from "./read.ts";

/** Columns whose cells hold a list: JSON, or entries parted by a line break or a semicolon. */
const LISTS = new Set([
  "skills",
  "qualifications",
  "intentions",
  "industries",
  "duties",
  "mustHave",
  "preferred",
  "disciplines",
  "qualificationsRequired",
  "modes",
  "blockedEmployers",
  "outputs",
]);
/** Columns whose cells hold JSON. */
const DOCUMENTS = new Set(["experience", "education", "languages", "expectedPay", "pay", "members"]);
const NUMBERS = new Set(["daysPerMonth", "headcount", "experienceYearsMin"]);
const FLAGS = new Set(["ftz", "confidential"]);

/** A record from a table's row of cells; an empty cell is absent. */
export function fromCells(line: number, cells: Record<string, string>): Row {
  const record: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(cells)) {
    const value = withoutGuard(raw).trim();
    if (value === "") continue;
    if (DOCUMENTS.has(name) || (LISTS.has(name) && value.startsWith("["))) {
      try {
        record[name] = JSON.parse(value);
      } catch {
        return { line, problem: `${name}: is not valid JSON` };
      }
    } else if (LISTS.has(name))
      record[name] = value
        .split(/[\n;；]/)
        .map((part) => part.trim())
        .filter(Boolean);
    else if (NUMBERS.has(name)) record[name] = Number(value);
    else if (FLAGS.has(name)) record[name] = /^(true|1|yes|是)$/i.test(value);
    else record[name] = value;
  }
  return { line, record };
}
