import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { mailMembers } from "#lib/enterprises/members.ts";
import { ConflictError, DomainError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import type { OFFICES } from "#lib/terms/terms.ts";
import { decidableBy } from "./policy.ts";
import { type ContentRow, contentSelect, dayOf } from "./rows.ts";
import { step, type TransitionRow } from "./transition.ts";

/** What staff verified: from here on it is public, matched, and told to talents who asked to be. */
export async function openNeed(
  viewer: Viewer,
  needId: string,
  { note }: { note?: string } = {},
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const row = await open(tx, viewer, needId, note);
    await mailOwner(tx, row, "needs.opened", {});
  });
}

/** The step alone, also for an import of needs that are already open. */
export async function open(tx: Tx, viewer: Viewer, needId: string, note?: string): Promise<TransitionRow> {
  await refuseWhatCannotOpen(tx, viewer, needId);
  const { row } = await step(tx, viewer, {
    act: "open",
    needId,
    reason: note,
    scope: decidableBy(viewer),
    to: ({ enterprise }) => {
      if (enterprise.status !== "VERIFIED") throw new DomainError("enterpriseNotVerified");
      return { status: "OPEN", openedAt: now(), reviewNote: note ?? null, assigneeId: viewer.accountId };
    },
  });
  await enqueue(tx, "needs.sendAlerts", { needId });
  return row;
}

async function refuseWhatCannotOpen(tx: Tx, viewer: Viewer, needId: string) {
  const row: ContentRow | null = await tx.need.findFirst({
    where: { AND: [{ id: needId }, decidableBy(viewer)] },
    select: contentSelect,
  });
  if (!row) throw new NotFoundError();
  const deadline = dayOf(row.deadline);
  if (deadline && deadline < today()) throw new DomainError("deadlinePast");
}

/** Back to its enterprise, with what to change. */
export async function returnNeed(
  viewer: Viewer,
  needId: string,
  { reason }: { reason: string },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { row } = await step(tx, viewer, {
      act: "return",
      needId,
      reason,
      scope: decidableBy(viewer),
      to: () => ({ status: "RETURNED", reviewNote: reason, assigneeId: viewer.accountId }),
    });
    await mailOwner(tx, row, "needs.returned", { reason });
  });
}

/** One mail to each person of its enterprise. */
export const mailOwner = (
  tx: Tx,
  need: Pick<TransitionRow, "id" | "enterpriseId" | "title" | "code" | "version">,
  template: `needs.${string}`,
  params: Record<string, string | number>,
) =>
  mailMembers(tx, need.enterpriseId, {
    template,
    params: { title: need.title, code: need.code, ...params },
    path: `/enterprise/needs/${need.id}`,
    key: `${template}:${need.id}:${need.version}`,
  });

type HandOver = { office: (typeof OFFICES)[number]; note: string };

/** Gives it to the other office with a note; nobody there has it yet. */
export async function handOverNeed(
  viewer: Viewer,
  needId: string,
  { office, note }: HandOver,
): Promise<void> {
  if (!isStaff(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const { count } = await tx.need.updateMany({
      where: { AND: [{ id: needId, office: { not: office } }, decidableBy(viewer)] },
      data: { office, assigneeId: null, officeSince: now(), updatedAt: now(), version: { increment: 1 } },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, {
      action: "need.handedOver",
      record: ["need", needId],
      reason: note,
      detail: { office },
    });
  });
}

/** The officer takes it on; it must lie with their office. */
export async function takeNeed(viewer: Viewer, needId: string): Promise<void> {
  if (!isStaff(viewer) || !viewer.accountId) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const { count } = await tx.need.updateMany({
      where: {
        AND: [
          { id: needId },
          decidableBy(viewer),
          // a plain `not` would leave out rows that nobody has
          { OR: [{ assigneeId: null }, { assigneeId: { not: viewer.accountId } }] },
        ],
      },
      data: { assigneeId: viewer.accountId, updatedAt: now(), version: { increment: 1 } },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, { action: "need.taken", record: ["need", needId] });
  });
}
