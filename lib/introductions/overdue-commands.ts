import { audit } from "#lib/audit/record.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now, today } from "#lib/clock.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { tellEnterpriseLeft, tellOverdue } from "./case-notices.ts";
import { type MovedCase, movedSelect } from "./move.ts";
import { ESCALATE_DAYS, running } from "./policy.ts";

const clerk = systemViewer("introductions");
const DAY = 86_400_000;
const PAGE = 200;
/** So far back a reminder that was not sent, because nothing ran, is still sent. */
const CATCH_UP_DAYS = 14;

const daysAgo = (days: number) => new Date(Date.parse(today()) - days * DAY);

/**
 * Tells the officer of each case whose date has passed, and its whole office some days later or when nobody has it. Once a date
 * each, however often it runs.
 */
export async function remindOverdue(): Promise<void> {
  for await (const { dueOn, ...of } of overdue(daysAgo(ESCALATE_DAYS + CATCH_UP_DAYS)))
    await transaction(clerk, (tx) =>
      tellOverdue(tx, of, dueOn!, dueOn! < daysAgo(ESCALATE_DAYS) || !of.ownerId ? "office" : "owner"),
    );
}

type Due = MovedCase & { dueOn: Date | null };

async function* overdue(from: Date): AsyncGenerator<Due> {
  let after: Due | undefined;
  for (;;) {
    const rows: Due[] = await db.introduction.findMany({
      where: {
        status: running,
        dueOn: { gte: from, lt: new Date(today()) },
        ...(after
          ? { OR: [{ dueOn: { gt: after.dueOn! } }, { dueOn: after.dueOn, id: { gt: after.id } }] }
          : {}),
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: PAGE,
      select: { ...movedSelect, dueOn: true },
    });
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1);
  }
}

/**
 * When the last person of an enterprise can no longer sign in, its running cases come to the workstation: it has the ball, today.
 * The cases stay with the enterprise; whoever is invited there next finds them.
 */
export async function enterpriseLeft(enterpriseId: string): Promise<void> {
  const enterprise = await db.enterprise.findUnique({
    where: { id: enterpriseId },
    select: {
      holding: true,
      accounts: { where: { role: "ENTERPRISE", disabledAt: null }, select: { id: true }, take: 1 },
    },
  });
  if (!enterprise || enterprise.holding || enterprise.accounts.length > 0) return;
  const cases = await db.introduction.findMany({
    where: { enterpriseId, status: running },
    select: { id: true },
    take: 2000,
  });
  for (const { id } of cases) await transaction(clerk, (tx) => callBack(tx, id));
}

/** The running cases of an officer whose account was closed are nobody's again: their office sees them so, and hears of what comes. */
export async function ownerLeft(ownerId: string): Promise<void> {
  if (!(await db.account.count({ where: { id: ownerId, disabledAt: { not: null } } }))) return;
  const cases = await db.introduction.findMany({
    where: { ownerId, status: running },
    select: { id: true },
    take: 5000,
  });
  for (const { id } of cases)
    await transaction(clerk, async (tx) => {
      const { count } = await tx.introduction.updateMany({
        where: { id, ownerId, status: running },
        data: { ownerId: null, version: { increment: 1 }, updatedAt: now() },
      });
      if (count === 0) return;
      await audit(tx, clerk, { action: "introduction.ownerLeft", record: ["introduction", id] });
      await tell(tx, "case_changed", id);
    });
}

async function callBack(tx: Tx, id: string) {
  const [changed] = await tx.introduction.updateManyAndReturn({
    where: { id, status: running },
    data: { ball: "STAFF", dueOn: new Date(today()), version: { increment: 1 }, updatedAt: now() },
    select: movedSelect,
  });
  if (!changed) return;
  await audit(tx, clerk, { action: "introduction.enterpriseLeft", record: ["introduction", id] });
  await tellEnterpriseLeft(tx, clerk, changed);
  await tell(tx, "case_changed", id);
}
