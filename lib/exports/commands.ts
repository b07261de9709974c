import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { reauthenticate } from "#lib/accounts/commands.ts";
import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { tableOf } from "./records.ts";
import type { Exported, ExportFormat, ExportKind, PrepareExport } from "./schema.ts";
import { readTicket, writeTicket } from "./ticket.ts";
import { asFile } from "./write.ts";

/**
 * Takes the officer's password once more and returns the address of the file, good for two minutes.
 * @throws InvalidError password
 */
export async function prepareExport(
  viewer: Viewer,
  input: PrepareExport,
  locale: AppLocale,
): Promise<string> {
  const { accountId } = viewer;
  if (!isStaff(viewer) || !accountId) throw new NotFoundError();
  await reauthenticate(viewer, input.password, "password");
  const { kind, format, query } = input;
  return `/api/export?ticket=${writeTicket({ accountId, kind, format, query, locale })}`;
}

export type ExportFile = { name: string; format: ExportFormat; stream: Readable };

type Request = { kind: ExportKind; format: ExportFormat; query: string; locale: AppLocale };

/** Opens an export that the password was given for, and records it before the first row leaves. Null without a valid ticket. */
export async function openExport(viewer: Viewer, ticket: string): Promise<ExportFile | null> {
  if (!isStaff(viewer)) return null;
  const request = readTicket(ticket, viewer.accountId);
  if (!request) return null;
  await recordExport(viewer, "export.downloaded", request);
  return exportFile(viewer, request);
}

export function exportFile(viewer: Viewer, { kind, format, query, locale }: Request): ExportFile {
  return {
    name: `${kind}-${today()}.${format}`,
    format,
    stream: asFile(tableOf(viewer, kind, query, locale), format),
  };
}

/** Notes who took what out, with the filters but not the words searched for, which may be a name. */
export async function recordExport(
  viewer: Viewer,
  action: "export.downloaded" | "export.written",
  { kind, format, query }: { kind: Exported; format: string; query: string },
): Promise<void> {
  const filters = new URLSearchParams(query);
  filters.delete("q");
  await transaction(viewer, (tx) =>
    audit(tx, viewer, {
      action,
      record: ["export", randomUUID()],
      detail: { kind, format, filters: filters.toString() },
    }),
  );
}
