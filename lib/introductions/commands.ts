import { audit } from "#lib/audit/record.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { mailEnterprise, mailTalent } from "#lib/matches/mails.ts";

const introducer = systemViewer("introductions");

/** Begins the introduction of a match that both sides accepted, once however often it runs, and tells both what to do next. */
export async function beginIntroduction(matchId: string): Promise<void> {
  await transaction(introducer, async (tx) => {
    const match = await tx.match.findUnique({
      where: { id: matchId },
      select: {
        id: true,
        version: true,
        status: true,
        needId: true,
        talentId: true,
        need: { select: { direction: true } },
      },
    });
    if (match?.status !== "INTRODUCED") return;
    const [begun] = await tx.introduction.createManyAndReturn({
      data: [
        {
          matchId,
          // the office of the place where the person is to arrive accompanies it
          office: match.need.direction === "yantai_to_hk" ? "HONG_KONG" : "YANTAI",
          createdAt: now(),
          updatedAt: now(),
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!begun) return;
    const detail = { matchId, needId: match.needId, talentId: match.talentId };
    await audit(tx, introducer, { action: "introduction.begun", record: ["introduction", begun.id], detail });
    await mailTalent(tx, match, "introducedTalent");
    await mailEnterprise(tx, match, "introducedEnterprise");
  });
}

/** Ends the introduction of a match that was withdrawn. */
export async function endIntroduction(matchId: string, reason: string): Promise<void> {
  await transaction(introducer, async (tx) => {
    const [ended] = await tx.introduction.updateManyAndReturn({
      where: { matchId, status: { in: ["SENT", "ACKNOWLEDGED"] } },
      data: { status: "WITHDRAWN", closeReason: reason, version: { increment: 1 }, updatedAt: now() },
      select: { id: true },
    });
    if (ended)
      await audit(tx, introducer, {
        action: "introduction.withdrawn",
        record: ["introduction", ended.id],
        reason,
      });
  });
}
