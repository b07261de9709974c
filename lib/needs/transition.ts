import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { ConflictError, DomainError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { NeedStatus } from "./schema.ts";
import { isLooking, mayAct, type NeedAct } from "./states.ts";

const transitionSelect = {
  id: true,
  code: true,
  title: true,
  status: true,
  version: true,
  headcount: true,
  filledCount: true,
  enterpriseId: true,
  enterprise: { select: { status: true } },
} as const satisfies Prisma.NeedSelect;
export type TransitionRow = Prisma.NeedGetPayload<{ select: typeof transitionSelect }>;

const PAST = {
  submit: "submitted",
  open: "opened",
  return: "returned",
  pause: "paused",
  resume: "resumed",
  fill: "filled",
  close: "closed",
  expire: "expired",
  withdraw: "withdrawn",
} as const satisfies Record<NeedAct, string>;

export type Step = {
  act: NeedAct;
  needId: string;
  /** whose needs, or which ones, this viewer may act on */
  scope: Prisma.NeedWhereInput;
  /** what the viewer saw; left out where the newest counts */
  version?: number;
  reason?: string;
  /** the state it leads to and other columns; a DomainError refuses */
  to: (row: TransitionRow) => { status: NeedStatus } & Prisma.NeedUpdateManyMutationInput;
  detail?: Prisma.InputJsonObject;
};

/**
 * One step in the life of a need: read in scope, conditional write, audit event, and what matching must know of it.
 * Out of scope looks missing; a step that its state does not allow is refused in words; two who act at once: one is refused.
 */
export async function step(
  tx: Tx,
  viewer: Viewer,
  { act, needId, scope, version, reason, to, detail }: Step,
) {
  const row = await tx.need.findFirst({ where: { AND: [{ id: needId }, scope] }, select: transitionSelect });
  if (!row) throw new NotFoundError();
  if (version !== undefined && row.version !== version) throw new ConflictError();
  if (!mayAct(act, row.status)) throw new DomainError("needNotInState");
  const data = to(row);
  const { count } = await tx.need.updateMany({
    where: { AND: [{ id: needId, version: row.version, status: row.status }, scope] },
    data: { ...data, updatedAt: now(), version: { increment: 1 } },
  });
  if (count !== 1) throw new ConflictError();
  await audit(tx, viewer, { action: `need.${PAST[act]}`, record: ["need", needId], reason, detail });
  await tellMatching(tx, row, data.status, PAST[act]);
  await enqueue(tx, "needs.notePhrases", { needId: row.id }, { key: row.id });
  return { row, status: data.status };
}

/** Matching looks for a need while it is open; whatever is under way ends when it no longer is. */
async function tellMatching(tx: Tx, row: TransitionRow, status: NeedStatus, reason: string) {
  if (isLooking(row.status) && !isLooking(status))
    await enqueue(tx, "matches.endForNeed", {
      needId: row.id,
      reason: status === "FILLED" ? "filled" : reason,
    });
  if (!isLooking(row.status) && isLooking(status))
    await enqueue(tx, "matches.refreshNeed", { needId: row.id }, { key: row.id });
}
