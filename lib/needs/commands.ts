import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { newCode } from "#lib/codes.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { once } from "#lib/idempotency.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { submissionIssues } from "./checks.ts";
import { keptBy, ownedBy } from "./policy.ts";
import { type ContentRow, contentSelect, sameValue, toColumns, toDraft } from "./rows.ts";
import type { NeedDraft } from "./schema.ts";
import { DRAFTING, isEditable, isLooking, LOCKED_ONCE_OPEN, stateByFilled } from "./states.ts";
import { step } from "./transition.ts";

/** `version` is the one the viewer saw: a change made meanwhile in another tab is not overwritten. */
export type NeedRef = { needId?: string; version?: number };
export type SavedNeed = { needId: string; version: number };

/** Makes a need, or changes one: a draft as it stands, an open one only into something that may stay open. */
export async function saveNeedDraft(
  viewer: Viewer,
  input: NeedDraft,
  ref: NeedRef = {},
  key?: string,
): Promise<SavedNeed> {
  return transaction(viewer, (tx) =>
    once(tx, `needs.save:${viewer.accountId}`, key, () => save(tx, viewer, input, ref)),
  );
}

/** Saves and submits in one step: if it cannot be submitted, nothing is changed and the form keeps what was typed. */
export async function postNeed(
  viewer: Viewer,
  input: NeedDraft,
  ref: NeedRef = {},
  key?: string,
): Promise<SavedNeed> {
  return transaction(viewer, (tx) =>
    once(tx, `needs.post:${viewer.accountId}`, key, async () => {
      const saved = await save(tx, viewer, input, ref);
      await submit(tx, viewer, saved.needId, saved.version);
      return { ...saved, version: saved.version + 1 };
    }),
  );
}

/** @throws InvalidError for each field that keeps it from being submitted */
export const submitNeed = (viewer: Viewer, needId: string, version: number) =>
  transaction(viewer, (tx) => submit(tx, viewer, needId, version));

async function save(tx: Tx, viewer: Viewer, input: NeedDraft, ref: NeedRef): Promise<SavedNeed> {
  return ref.needId ? change(tx, viewer, input, ref.needId, ref.version) : create(tx, viewer, input);
}

async function create(tx: Tx, viewer: Viewer, input: NeedDraft): Promise<SavedNeed> {
  if (viewer.role !== "ENTERPRISE" || !viewer.enterpriseId) throw new NotFoundError();
  const owner = await tx.enterprise.findUniqueOrThrow({
    where: { id: viewer.enterpriseId },
    select: { demo: true },
  });
  const need = await tx.need.create({
    data: {
      ...toColumns(input),
      code: await newCode("N", 5, (where) => tx.need.findUnique({ where, select: { id: true } })),
      enterpriseId: viewer.enterpriseId,
      demo: owner.demo,
      officeSince: now(),
      createdAt: now(),
      updatedAt: now(),
    },
    select: { id: true, version: true },
  });
  await audit(tx, viewer, { action: "need.drafted", record: ["need", need.id] });
  return { needId: need.id, version: need.version };
}

const changeSelect = { ...contentSelect, status: true, version: true, filledCount: true } as const;

async function change(tx: Tx, viewer: Viewer, input: NeedDraft, needId: string, version?: number) {
  const before = await tx.need.findFirst({
    where: { AND: [{ id: needId }, ownedBy(viewer)] },
    select: changeSelect,
  });
  if (!before) throw new NotFoundError();
  if (before.version !== version) throw new ConflictError();
  if (!isEditable(before.status)) throw new DomainError("needNotInState");
  const drafting = DRAFTING.includes(before.status);
  const draft = drafting ? { ...input, locale: toDraft(before).locale } : revised(before, input);
  const columns = toColumns(draft);
  const { count } = await tx.need.updateMany({
    where: { AND: [{ id: needId, version, status: before.status }, ownedBy(viewer)] },
    data: { ...columns, updatedAt: now(), version: { increment: 1 } },
  });
  if (count !== 1) throw new ConflictError();
  if (!drafting)
    await audit(tx, viewer, {
      action: "need.revised",
      record: ["need", needId],
      detail: { fields: changedFields(before, columns) },
    });
  if (isLooking(before.status)) await enqueue(tx, "matches.refreshNeed", { needId }, { key: needId });
  if (before.status !== "DRAFT") await enqueue(tx, "needs.notePhrases", { needId }, { key: needId });
  return { needId, version: version + 1 };
}

/** An open need stays what it was verified as; the rest may change as long as it could be submitted so. */
function revised(before: ContentRow & { filledCount: number }, input: NeedDraft): NeedDraft {
  const stands = toDraft(before);
  const draft = { ...input, locale: stands.locale };
  for (const field of LOCKED_ONCE_OPEN) Object.assign(draft, { [field]: stands[field] });
  const issues = submissionIssues(draft, today(), true);
  if (draft.headcount <= before.filledCount)
    issues.push({ path: "headcount", key: "headcountFilled", params: { filled: before.filledCount } });
  if (issues.length > 0) throw new InvalidError(issues);
  return draft;
}

function changedFields(before: ContentRow, columns: ReturnType<typeof toColumns>): string[] {
  return Object.keys(contentSelect).filter(
    (field) => !sameValue(before[field as keyof ContentRow], columns[field as keyof typeof columns]),
  );
}

async function submit(tx: Tx, viewer: Viewer, needId: string, version: number) {
  const row = await tx.need.findFirst({
    where: { AND: [{ id: needId }, ownedBy(viewer)] },
    select: { ...contentSelect, enterprise: { select: { status: true } } },
  });
  if (!row) throw new NotFoundError();
  if (row.enterprise.status === "REJECTED" || row.enterprise.status === "SUSPENDED")
    throw new DomainError("enterpriseLocked");
  const issues = submissionIssues(toDraft(row), today());
  if (issues.length > 0) throw new InvalidError(issues);
  await step(tx, viewer, {
    act: "submit",
    needId,
    version,
    scope: ownedBy(viewer),
    to: () => ({
      status: "SUBMITTED",
      submittedAt: now(),
      officeSince: now(),
      assigneeId: null,
      reviewNote: null,
    }),
  });
}

export const pauseNeed = (viewer: Viewer, needId: string, version?: number) =>
  transaction(viewer, (tx) =>
    step(tx, viewer, {
      act: "pause",
      needId,
      version,
      scope: keptBy(viewer),
      to: () => ({ status: "PAUSED" }),
    }),
  );

/** @throws DomainError deadlinePast, enterpriseNotVerified */
export const resumeNeed = (viewer: Viewer, needId: string, version?: number) =>
  transaction(viewer, async (tx) => {
    const late = { AND: [{ id: needId, deadline: { lt: new Date(today()) } }, keptBy(viewer)] };
    if (await tx.need.count({ where: late })) throw new DomainError("deadlinePast");
    await step(tx, viewer, {
      act: "resume",
      needId,
      version,
      scope: keptBy(viewer),
      to: (row) => {
        if (row.enterprise.status !== "VERIFIED") throw new DomainError("enterpriseNotVerified");
        return { status: stateByFilled(row.filledCount, row.headcount) };
      },
    });
  });

/** `count` places are filled in all, not in addition. */
export const recordFilled = (
  viewer: Viewer,
  needId: string,
  { count }: { count: number },
  version?: number,
) =>
  transaction(viewer, async (tx) => {
    const { status } = await step(tx, viewer, {
      act: "fill",
      needId,
      version,
      scope: keptBy(viewer),
      detail: { count },
      to: (row) => {
        if (!Number.isInteger(count) || count < 1 || count > row.headcount)
          throw new InvalidError([{ path: "count", key: "tooBig", params: { maximum: row.headcount } }]);
        const reached = stateByFilled(count, row.headcount);
        return { status: reached, filledCount: count, ...(reached === "FILLED" ? { closedAt: now() } : {}) };
      },
    });
    return status;
  });

export const closeNeed = (viewer: Viewer, needId: string, { reason }: { reason: string }, version?: number) =>
  transaction(viewer, (tx) =>
    step(tx, viewer, {
      act: "close",
      needId,
      version,
      reason,
      scope: keptBy(viewer),
      to: () => ({ status: "CLOSED", closeReason: reason, closedAt: now() }),
    }),
  );

export const withdrawNeed = (
  viewer: Viewer,
  needId: string,
  { reason = "" }: { reason?: string } = {},
  version?: number,
) =>
  transaction(viewer, (tx) =>
    step(tx, viewer, {
      act: "withdraw",
      needId,
      version,
      reason: reason || undefined,
      scope: keptBy(viewer),
      to: () => ({ status: "WITHDRAWN", closeReason: reason || null, closedAt: now() }),
    }),
  );

/** A new draft with the same content; dates that have passed are left out. */
export const cloneNeed = (viewer: Viewer, needId: string, key?: string): Promise<SavedNeed> =>
  transaction(viewer, (tx) =>
    once(tx, `needs.clone:${viewer.accountId}`, key, async () => {
      const row = await tx.need.findFirst({
        where: { AND: [{ id: needId }, ownedBy(viewer)] },
        select: contentSelect,
      });
      if (!row) throw new NotFoundError();
      const draft = toDraft(row);
      const ahead = (day: string | null) => (day && day >= today() ? day : null);
      return create(tx, viewer, { ...draft, start: ahead(draft.start), deadline: ahead(draft.deadline) });
    }),
  );
