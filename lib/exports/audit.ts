import { allAudit, auditFilters } from "#lib/audit/queries.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import { filtersOf } from "./schema.ts";

export const AUDIT_COLUMNS = [
  "at",
  "actor",
  "role",
  "office",
  "action",
  "label",
  "recordType",
  "recordId",
  "record",
  "reason",
] as const;

/** The audit trail under its filters, in batches. */
export async function* auditRecords(viewer: Viewer, query: string, locale: AppLocale) {
  const t = translator(locale, "audit");
  const filters = auditFilters.parse(filtersOf(query));
  for await (const rows of allAudit(viewer, { ...filters, after: undefined }))
    yield rows.map((row) => ({
      at: row.at,
      actor: row.actorName,
      role: row.actorRole,
      office: row.office,
      action: row.action,
      label: t(`actions.${row.action}`),
      recordType: row.recordType,
      recordId: row.recordId,
      record: row.label,
      reason: row.reason,
    }));
}
