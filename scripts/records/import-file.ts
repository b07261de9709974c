import type { z } from "zod";
import type { Viewer } from "#lib/auth/viewer.ts";
import { DomainError, InvalidError } from "#lib/errors.ts";
import { translator } from "#lib/i18n/translate.ts";
import { describe } from "#lib/issues.ts";
import { importNeed } from "#lib/needs/import.ts";
import { needRecord } from "#lib/needs/import-record.ts";
import { importTalent } from "#lib/talents/import.ts";
import { talentRecord } from "#lib/talents/record.ts";
import { readRows } from "./read.ts";

type Outcome = "created" | "updated" | "unchanged";
export type ImportResult = {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  problems: { line: number; field: string; reason: string }[];
};
type Request = { kind: "talents" | "needs"; file: string; viewer: Viewer; state?: string; dryRun?: boolean };

const KINDS = {
  talents: {
    schema: talentRecord as z.ZodType,
    states: ["submitted", "listed"],
    bring: importTalent as unknown as Bring,
  },
  needs: {
    schema: needRecord as z.ZodType,
    states: ["submitted", "open"],
    bring: importNeed as unknown as Bring,
  },
};
type Bring = (viewer: Viewer, record: unknown, options: { state: string }) => Promise<Outcome>;

/**
 * Brings a file in through the product's own commands, a row at a time: good rows stay in when others are refused, and each
 * refusal names its line and field. Safe to run twice.
 */
export async function importFile({
  kind,
  file,
  viewer,
  state,
  dryRun = false,
}: Request): Promise<ImportResult> {
  const { schema, states, bring } = KINDS[kind];
  const wanted = state ?? "submitted";
  if (!states.includes(wanted)) throw new Error(`--state must be one of ${states.join(", ")}.`);
  const t = translator("en", "errors");
  const result: ImportResult = { created: 0, updated: 0, unchanged: 0, refused: 0, problems: [] };
  const refuse = (
    line: number,
    issues: { path: string; key: string; params?: Record<string, string | number> }[],
  ) => {
    result.refused += 1;
    for (const issue of issues)
      result.problems.push({ line, field: issue.path, reason: t(issue.key, issue.params) });
  };
  const seen = new Set<unknown>();
  for await (const row of readRows(file)) {
    if ("problem" in row) {
      result.refused += 1;
      result.problems.push({ line: row.line, field: "", reason: row.problem });
      continue;
    }
    const parsed = schema.safeParse(row.record, { reportInput: true });
    if (!parsed.success) {
      refuse(
        row.line,
        parsed.error.issues.flatMap((issue) => describe(issue)),
      );
      continue;
    }
    const { id } = parsed.data as { id: string };
    if (seen.has(id)) {
      result.refused += 1;
      result.problems.push({ line: row.line, field: "id", reason: `"${id}" stands in this file already` });
      continue;
    }
    seen.add(id);
    if (dryRun) {
      result.created += 1;
      continue;
    }
    try {
      result[await bring(viewer, parsed.data, { state: wanted })] += 1;
    } catch (error) {
      if (error instanceof InvalidError) refuse(row.line, error.issues);
      else if (error instanceof DomainError)
        refuse(row.line, [{ path: "", key: error.key, params: error.params }]);
      else throw error;
    }
  }
  return result;
}
