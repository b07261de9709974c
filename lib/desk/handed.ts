import { type AuditRow, labelled, rowSelect } from "#lib/audit/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { running } from "#lib/introductions/policy.ts";

const HANDED = ["talent", "enterprise", "need", "contactMessage", "introduction"].map(
  (type) => `${type}.handedOver`,
);
const READ = 30;
const SHOWN = 6;

/** What was handed over, who gave it with which note, and of a case what its need is called. */
export type Handed = AuditRow & { need: { title: string; locale: AppLocale } | null };

/** What the other office handed to the viewer's since a moment, newest first; of cases those that still run there, each once. */
export async function handedToUs(viewer: Viewer, since: Date): Promise<Handed[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const rows = await db.auditEvent.findMany({
    where: {
      action: { in: HANDED },
      at: { gte: since },
      ...(viewer.office ? { detail: { path: ["office"], equals: viewer.office } } : {}),
    },
    orderBy: { id: "desc" },
    take: READ,
    select: rowSelect,
  });
  const ids = rows.filter(({ recordType }) => recordType === "introduction").map((row) => row.recordId);
  const [cases, offers] = await Promise.all([
    db.introduction.findMany({
      where: { id: { in: ids }, status: running, ...(viewer.office ? { office: viewer.office } : {}) },
      select: { id: true, need: { select: { title: true, locale: true } } },
    }),
    // a case is given by who asks; the event of the handover itself is of who accepted
    db.auditEvent.findMany({
      where: {
        recordType: "introduction",
        recordId: { in: ids },
        action: "introduction.handOverOffered",
      },
      orderBy: { id: "desc" },
      select: { id: true, recordId: true, actorId: true, actorName: true, reason: true },
      take: READ * 4,
    }),
  ]);
  const needs = new Map(
    cases.map(({ id, need }) => [id, { title: need.title, locale: fromDbLocale(need.locale) }]),
  );
  const kept = rows
    .filter(
      ({ recordType, recordId }, index) =>
        recordType !== "introduction" ||
        (needs.has(recordId) && rows.findIndex((row) => row.recordId === recordId) === index),
    )
    .slice(0, SHOWN)
    .map((row) => {
      const offer = offers.find(({ recordId, id }) => recordId === row.recordId && id < row.id);
      return offer
        ? { ...row, actorId: offer.actorId, actorName: offer.actorName, reason: offer.reason }
        : row;
    });
  return (await labelled(kept)).map((row) => ({ ...row, need: needs.get(row.recordId) ?? null }));
}
