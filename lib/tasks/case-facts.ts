import { dayAt, dayOf } from "#lib/days.ts";
import type { Tx } from "#lib/db.ts";
import type { ActingCase } from "#lib/introductions/acting.ts";
import type { CaseFacts } from "./checklists.ts";
import type { Milestones } from "./due.ts";

/** The terms that stand: the accepted ones, else the newest on the table. */
const standing = (tx: Tx, introductionId: string) =>
  tx.offer.findFirst({
    where: { introductionId, status: { in: ["ACCEPTED", "PROPOSED"] } },
    orderBy: { number: "desc" },
    select: { mode: true, startOn: true, evidenceId: true },
  });

/** What of a case chooses the items of its checklists. */
export async function factsOf(
  tx: Tx,
  of: Pick<ActingCase, "id" | "talentId" | "needId">,
): Promise<CaseFacts> {
  const need = await tx.need.findUniqueOrThrow({ where: { id: of.needId }, select: { direction: true } });
  const talent = await tx.talent.findUniqueOrThrow({
    where: { id: of.talentId },
    select: { pathway: true, qualifications: true },
  });
  const offer = await standing(tx, of.id);
  return {
    direction: need.direction,
    pathway: talent.pathway,
    mode: offer?.mode ?? null,
    qualified: talent.qualifications.length > 0,
    unlettered: !offer?.evidenceId,
  };
}

/** The days that due dates count from, as far as they are known: the arrival is the landing, until then the agreed start. */
export async function milestonesOf(tx: Tx, introductionId: string): Promise<Milestones> {
  const stages = await tx.introductionStage.findMany({
    where: { introductionId, undoneAt: null, status: { in: ["MEETING", "OFFER", "ACCEPTED"] } },
    orderBy: { enteredAt: "asc" },
    select: { status: true, enteredAt: true },
  });
  const landing = await tx.landing.findUnique({ where: { introductionId }, select: { landedOn: true } });
  const offer = await standing(tx, introductionId);
  const arrival = landing?.landedOn ?? offer?.startOn;
  return {
    ...Object.fromEntries(stages.map(({ status, enteredAt }) => [status, dayAt(enteredAt)])),
    ...(arrival ? { ARRIVAL: dayOf(arrival) } : {}),
  };
}
