import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { newCode } from "#lib/codes.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { holdingEnterprise } from "#lib/enterprises/commands.ts";
import { ConflictError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type Issue, submissionIssues } from "./checks.ts";
import { type NeedRecord, toNeedDraft } from "./import-record.ts";
import { open } from "./review-commands.ts";
import { contentSelect, sameValue, toColumns } from "./rows.ts";
import type { NeedDraft } from "./schema.ts";
import { isLooking } from "./states.ts";

export type ImportState = "submitted" | "open";
export type ImportOutcome = "created" | "updated" | "unchanged";

// a file says nothing of these: what was set by hand stays
const NOT_IN_FILES = [
  "housing",
  "relocation",
  "ipTerms",
  "confidential",
  "contactName",
  "contactPhone",
] as const;

/**
 * Brings one record in, by its `id` (kept as externalId). Safe to run again: the same record changes nothing, a changed one
 * updates the need it made as long as that is not at its end. `record` is the output of `needRecord`.
 * @throws InvalidError with the record's fields
 */
export async function importNeed(
  viewer: Viewer,
  record: NeedRecord,
  { state }: { state: ImportState },
): Promise<ImportOutcome> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const draft = toNeedDraft(record, currentDictionary());
  return transaction(viewer, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`need:${record.id}`}, 0))`;
    const before = await tx.need.findUnique({ where: { externalId: record.id }, select: beforeSelect });
    if (before) return update(tx, viewer, record, draft, before, state);
    const enterprise = await enterpriseOf(tx, record.enterprise, state);
    refuse(draft);
    const needId = await create(tx, viewer, draft, record.id, enterprise);
    if (state === "open") await open(tx, viewer, needId);
    return "created";
  });
}

const beforeSelect = { ...contentSelect, id: true, status: true, version: true } as const;
type Before = Prisma.NeedGetPayload<{ select: typeof beforeSelect }>;

async function enterpriseOf(tx: Tx, name: string | null | undefined, state: ImportState) {
  if (!name) return { id: await holdingEnterprise(tx), demo: false };
  const found = await tx.enterprise.findMany({
    where: { holding: false, OR: [{ name }, { nameEn: name }] },
    select: { id: true, status: true, demo: true },
    take: 2,
  });
  const [enterprise] = found;
  if (!enterprise || found.length > 1)
    throw new InvalidError([{ path: "enterprise", key: "enterpriseUnknown" }]);
  if (state === "open" && enterprise.status !== "VERIFIED")
    throw new InvalidError([{ path: "enterprise", key: "enterpriseNotVerified" }]);
  return enterprise;
}

/** A record says its fields in its own words: the form's paths are put into the file's. */
const FILE_PATHS: Record<string, string> = {
  payMax: "pay.max",
  payCurrency: "pay.currency",
  payPeriod: "pay.period",
};
const inFile = (issues: Issue[]) =>
  issues.map((issue) => ({ ...issue, path: FILE_PATHS[issue.path] ?? issue.path }));

// a file may leave out what the form asks for, and a need may have begun; it may not discriminate or be over
function refuse(draft: NeedDraft) {
  const issues = submissionIssues(draft, today(), true).filter((issue) => !issue.key.startsWith("missing."));
  if (issues.length > 0) throw new InvalidError(inFile(issues));
}

async function create(
  tx: Tx,
  viewer: Viewer,
  draft: NeedDraft,
  externalId: string,
  enterprise: { id: string; demo: boolean },
): Promise<string> {
  const { id } = await tx.need.create({
    data: {
      ...toColumns(draft),
      code: await newCode("N", 5, (where) => tx.need.findUnique({ where, select: { id: true } })),
      externalId,
      enterpriseId: enterprise.id,
      demo: enterprise.demo,
      status: "SUBMITTED",
      office: viewer.office ?? "YANTAI",
      officeSince: now(),
      submittedAt: now(),
      createdAt: now(),
      updatedAt: now(),
    },
    select: { id: true },
  });
  await audit(tx, viewer, { action: "need.imported", record: ["need", id], detail: { externalId } });
  await enqueue(tx, "needs.notePhrases", { needId: id }, { key: id });
  return id;
}

async function update(
  tx: Tx,
  viewer: Viewer,
  record: NeedRecord,
  draft: NeedDraft,
  before: Before,
  state: ImportState,
): Promise<ImportOutcome> {
  const columns: Partial<ReturnType<typeof toColumns>> = toColumns(draft);
  for (const field of NOT_IN_FILES) delete columns[field];
  const same = Object.keys(contentSelect).every(
    (field) =>
      !(field in columns) || sameValue(before[field as keyof Before], columns[field as keyof typeof columns]),
  );
  const opens = state === "open" && before.status === "SUBMITTED";
  if (same && !opens) return "unchanged";
  if (!same) await overwrite(tx, viewer, record, draft, before, columns);
  if (opens) await open(tx, viewer, before.id);
  return "updated";
}

async function overwrite(
  tx: Tx,
  viewer: Viewer,
  record: NeedRecord,
  draft: NeedDraft,
  before: Before,
  columns: Partial<ReturnType<typeof toColumns>>,
) {
  if (["FILLED", "CLOSED", "EXPIRED", "WITHDRAWN"].includes(before.status))
    throw new InvalidError([{ path: "id", key: "needEnded" }]);
  refuse(draft);
  const { count } = await tx.need.updateMany({
    where: { id: before.id, version: before.version, status: before.status },
    data: { ...columns, updatedAt: now(), version: { increment: 1 } },
  });
  if (count !== 1) throw new ConflictError();
  await audit(tx, viewer, {
    action: "need.importedAgain",
    record: ["need", before.id],
    detail: { externalId: record.id },
  });
  if (isLooking(before.status))
    await enqueue(tx, "matches.refreshNeed", { needId: before.id }, { key: before.id });
  await enqueue(tx, "needs.notePhrases", { needId: before.id }, { key: before.id });
}
