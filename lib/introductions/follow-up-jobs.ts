import { audit } from "#lib/audit/record.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { dayAt, dayOf } from "#lib/days.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { type ActingCase, answerableBy, holdCase } from "./acting.ts";
import { advance, askedIn } from "./follow-up-commands.ts";
import { dueStep, stillAsked } from "./follow-up-policy.ts";
import { tellCase } from "./journey-notices.ts";

const system = systemViewer("follow-up");
const BATCH = 200;

/**
 * Daily: asks for the follow-ups that are due, asks once more after a week, counts as missed what stays unanswered, and moves
 * cases on. Reads the state itself, so it may run any number of times a day, by any number of workers.
 */
export async function askFollowUps(): Promise<void> {
  for (let after: { dueOn: Date; id: string } | undefined; ; ) {
    const rows = await db.followUp.findMany({
      where: {
        status: "DUE",
        dueOn: { lte: new Date(today()) },
        introduction: answerableBy(system),
        AND: [
          stillAsked,
          after ? { OR: [{ dueOn: { gt: after.dueOn } }, { dueOn: after.dueOn, id: { gt: after.id } }] } : {},
        ],
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: BATCH,
      select: { id: true, dueOn: true, introductionId: true },
    });
    for (const row of rows) await stepOne(row.id, row.introductionId);
    after = rows.at(-1);
    if (rows.length < BATCH) return;
  }
}

async function stepOne(id: string, introductionId: string): Promise<void> {
  await transaction(system, async (tx) => {
    const held = await holdCase(tx, system, introductionId, askedIn(id)).catch(() => null);
    // read again now that nobody else can move it
    const row = held && (await tx.followUp.findUnique({ where: { id } }));
    if (!row) return;
    const remindedAt = row.remindedAt && dayAt(row.remindedAt);
    const step = dueStep({ status: row.status, dueOn: dayOf(row.dueOn), remindedAt }, today());
    if (step === "ask") await ask(tx, held, row);
    if (step === "miss") await miss(tx, held, row);
    await advance(tx, held);
  });
}

type Row = { id: string; day: number; side: "TALENT" | "ENTERPRISE" | "STAFF" };

async function ask(tx: Tx, held: ActingCase, { id, day, side }: Row) {
  await tx.followUp.update({ where: { id }, data: { remindedAt: now() }, select: { id: true } });
  const occasion = `${day}:${today()}`;
  await tellCase(tx, system, held, "followUpDue", { sides: [side], day, occasion });
}

async function miss(tx: Tx, held: ActingCase, { id, day, side }: Row) {
  await tx.followUp.update({ where: { id }, data: { status: "MISSED" }, select: { id: true } });
  await audit(tx, system, {
    action: "introduction.followUpMissed",
    record: ["introduction", held.id],
    detail: { day, side },
  });
}
