import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type RecordType =
  | "account"
  | "enterprise"
  | "talent"
  | "need"
  | "match"
  | "introduction"
  | "consent"
  | "document"
  | "contactMessage"
  | "project"
  | "team"
  | "export"
  | "concept";
export type AuditEntry = {
  /** past tense, e.g. "match.approved" */
  action: string;
  record: [RecordType, string];
  reason?: string;
  /** facts that explain the act; never identity or contact */
  detail?: Prisma.InputJsonObject;
};

/** Writes an audit event in the transaction of the act itself. */
export async function audit(tx: Tx, viewer: Viewer, entry: AuditEntry) {
  await tx.auditEvent.create({
    data: {
      at: now(),
      actorId: viewer.accountId,
      actorName: nameFor(viewer),
      actorRole: viewer.role,
      office: viewer.office,
      action: entry.action,
      recordType: entry.record[0],
      recordId: entry.record[1],
      reason: entry.reason ?? null,
      detail: entry.detail ?? {},
    },
  });
}

/** The trail outlives an erasure, so a talent stands in it by a piece of their account's id and never by name. */
const nameFor = (viewer: Viewer) =>
  viewer.role === "TALENT" && viewer.accountId ? `#${viewer.accountId.slice(0, 8)}` : viewer.name;
