import type { Viewer } from "#lib/auth/viewer.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { AUDIT_COLUMNS, auditRecords } from "./audit.ts";
import { MATCH_COLUMNS, matchRecords } from "./matches.ts";
import { NEED_COLUMNS, needRecords } from "./needs.ts";
import type { ExportKind } from "./schema.ts";
import { TALENT_COLUMNS, talentRecords } from "./talents.ts";

export type Batches = AsyncGenerator<Record<string, unknown>[]>;
export type Table = { columns: readonly string[]; batches: Batches };

/** What is exported, a batch of rows at a time. */
export function tableOf(viewer: Viewer, kind: ExportKind, query: string, locale: AppLocale): Table {
  switch (kind) {
    case "talents":
      return { columns: TALENT_COLUMNS, batches: talentRecords(viewer, query) };
    case "needs":
      return { columns: NEED_COLUMNS, batches: needRecords(viewer, query) };
    case "matches":
      return { columns: MATCH_COLUMNS, batches: matchRecords(viewer) };
    case "audit":
      return { columns: AUDIT_COLUMNS, batches: auditRecords(viewer, query, locale) };
  }
}
