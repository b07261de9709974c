import { z } from "zod";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { OFFICES } from "#lib/terms/terms.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Office } from "#prisma/generated/enums.ts";

export const RECORD_TYPES = [
  "talent",
  "need",
  "enterprise",
  "match",
  "introduction",
  "consent",
  "document",
  "team",
  "account",
  "contactMessage",
  "project",
  "export",
  "concept",
] as const;

const day = () => z.iso.date().optional().catch(undefined);

/** Filters of the audit trail, as they stand in the URL. What is not understood is left out. */
export const auditFilters = z.object({
  actor: z.uuid().optional().catch(undefined),
  office: z.enum(OFFICES).optional().catch(undefined),
  action: z
    .string()
    .regex(/^[a-zA-Z]+\.[a-zA-Z]+$/)
    .optional()
    .catch(undefined),
  type: z.enum(RECORD_TYPES).optional().catch(undefined),
  /** a record's id, or the code that people know it by */
  record: z.string().trim().min(1).max(80).optional().catch(undefined),
  from: day(),
  to: day(),
  after: z.string().max(80).optional().catch(undefined),
});
export type AuditFilters = z.output<typeof auditFilters>;

export type AuditRow = {
  id: string;
  at: Date;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  office: Office | null;
  action: string;
  recordType: string;
  recordId: string;
  reason: string | null;
  /** what the record is called, where it still exists */
  label: string | null;
  /** its page for staff */
  href: string | null;
};

export const rowSelect = {
  id: true,
  at: true,
  actorId: true,
  actorName: true,
  actorRole: true,
  office: true,
  action: true,
  recordType: true,
  recordId: true,
  reason: true,
} as const satisfies Prisma.AuditEventSelect;
type Row = Prisma.AuditEventGetPayload<{ select: typeof rowSelect }>;

export const AUDIT_PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One page of what was done, newest first. Both offices read all of it. */
export async function listAudit(
  viewer: Viewer,
  filters: AuditFilters,
): Promise<{ rows: AuditRow[]; next: string | null }> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const where = await conditions(filters);
  const rows = await db.auditEvent.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: AUDIT_PAGE + 1,
    select: rowSelect,
  });
  const page = rows.slice(0, AUDIT_PAGE);
  const last = page.at(-1);
  return {
    rows: await labelled(page),
    next: rows.length > AUDIT_PAGE && last ? `${last.at.getTime()}.${last.id}` : null,
  };
}

/** Every row that the filters let through, in pages: for an export. */
export async function* allAudit(viewer: Viewer, filters: AuditFilters): AsyncGenerator<AuditRow[]> {
  let after: string | undefined;
  do {
    const { rows, next } = await listAudit(viewer, { ...filters, after });
    yield rows;
    after = next ?? undefined;
  } while (after);
}

async function conditions(filters: AuditFilters): Promise<Prisma.AuditEventWhereInput> {
  const { actor, office, action, type, record, from, to, after } = filters;
  const all: Prisma.AuditEventWhereInput[] = [];
  if (actor) all.push({ actorId: actor });
  if (office) all.push({ office });
  if (action) all.push({ action });
  if (type) all.push({ recordType: type });
  if (record) all.push({ recordId: { in: await recordIds(record) } });
  // a day is a day of Hong Kong and Yantai
  if (from) all.push({ at: { gte: new Date(`${from}T00:00:00+08:00`) } });
  if (to) all.push({ at: { lt: new Date(new Date(`${to}T00:00:00+08:00`).getTime() + 86_400_000) } });
  const cursor = /^(\d{1,15})\.(\d{1,18})$/.exec(after ?? "");
  if (cursor) {
    const [at, id] = [new Date(Number(cursor[1])), BigInt(cursor[2]!)];
    all.push({ at: { lte: at } }, { OR: [{ at: { lt: at } }, { id: { lt: id } }] });
  }
  return { AND: all };
}

/** The ids behind a code; a match is found by the codes of its two sides. */
async function recordIds(record: string): Promise<string[]> {
  if (UUID.test(record)) return [record.toLowerCase()];
  const code = record.toUpperCase();
  if (!/^[TN]-/.test(code)) return [record];
  const [talent, need] = await Promise.all([
    db.talent.findUnique({ where: { code }, select: { id: true } }),
    db.need.findUnique({ where: { code }, select: { id: true } }),
  ]);
  return [talent?.id, need?.id].filter((id): id is string => id !== undefined);
}

/** What happened to one record, newest first. */
export async function historyOf(
  viewer: Viewer,
  type: (typeof RECORD_TYPES)[number],
  recordId: string,
  take = 30,
): Promise<AuditRow[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const rows = await db.auditEvent.findMany({
    where: { recordType: type, recordId },
    orderBy: { id: "desc" },
    take,
    select: rowSelect,
  });
  return rows.map((row) => ({ ...row, id: String(row.id), label: null, href: null }));
}

/** Who may be chosen as actor: the workstation's people. */
export async function listActors(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const rows = await db.account.findMany({
    where: { role: { in: ["OFFICER", "ADMIN"] } },
    orderBy: { displayName: "asc" },
    take: 200,
    select: { id: true, displayName: true },
  });
  return rows.map(({ id, displayName }) => ({ id, name: displayName }));
}

const idsOf = (rows: Row[], type: string) => [
  ...new Set(
    rows.filter((row) => row.recordType === type && UUID.test(row.recordId)).map((row) => row.recordId),
  ),
];

type Label = { label: string; href: string | null };

/** Says what each record is called, with one query a type of record. */
export async function labelled(rows: Row[]): Promise<AuditRow[]> {
  const labels = new Map<string, Label>();
  await Promise.all([
    db.talent
      .findMany({
        where: { id: { in: idsOf(rows, "talent") } },
        select: { id: true, code: true, status: true },
      })
      .then((found) => {
        for (const { id, code, status } of found)
          labels.set(id, { label: code, href: status === "ERASED" ? null : `/staff/talents/${id}` });
      }),
    db.need
      .findMany({ where: { id: { in: idsOf(rows, "need") } }, select: { id: true, code: true } })
      .then((found) => {
        for (const { id, code } of found) labels.set(id, { label: code, href: `/staff/needs/${id}` });
      }),
    db.enterprise
      .findMany({ where: { id: { in: idsOf(rows, "enterprise") } }, select: { id: true, name: true } })
      .then((found) => {
        for (const { id, name } of found) labels.set(id, { label: name, href: `/staff/enterprises/${id}` });
      }),
    labelMatches(rows, labels),
    db.account
      .findMany({
        // a talent's account is not called by its person's name
        where: { id: { in: idsOf(rows, "account") }, role: { not: "TALENT" } },
        select: { id: true, displayName: true },
      })
      .then((found) => {
        for (const { id, displayName } of found) labels.set(id, { label: displayName, href: null });
      }),
  ]);
  return rows.map((row) => {
    const { label = null, href = null } = labels.get(row.recordId) ?? { label: null, href: fixedPage(row) };
    return { ...row, id: String(row.id), label, href };
  });
}

const fixedPage = ({ recordType, recordId }: Row) =>
  recordType === "contactMessage"
    ? `/staff/messages/${recordId}`
    : recordType === "project"
      ? `/staff/projects/${recordId}`
      : recordType === "concept" && !["phrase", "esco"].includes(recordId)
        ? `/staff/taxonomy/${encodeURIComponent(recordId.replaceAll("/", "~"))}`
        : null;

async function labelMatches(rows: Row[], labels: Map<string, Label>) {
  const [matches, introductions] = await Promise.all([
    db.match.findMany({
      where: { id: { in: idsOf(rows, "match") } },
      select: { id: true, need: { select: { code: true } }, talent: { select: { code: true } } },
    }),
    db.introduction.findMany({
      where: { id: { in: idsOf(rows, "introduction") } },
      select: { id: true, code: true },
    }),
  ]);
  for (const { id, need, talent } of matches)
    labels.set(id, { label: `${need.code} · ${talent.code}`, href: `/staff/matches/${id}` });
  for (const { id, code } of introductions)
    labels.set(id, { label: code, href: `/staff/introductions/${id}` });
}
