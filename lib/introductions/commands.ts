import { audit } from "#lib/audit/record.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { newCode } from "#lib/codes.ts";
import { transaction } from "#lib/db.ts";
import { mailEnterprise, mailTalent } from "#lib/matches/mails.ts";
import { enterStage, moveCase } from "./move.ts";
import { running } from "./policy.ts";

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
        need: { select: { direction: true, chain: true, enterpriseId: true } },
      },
    });
    if (match?.status !== "INTRODUCED") return;
    const { direction, chain, enterpriseId } = match.need;
    const [begun] = await tx.introduction.createManyAndReturn({
      data: [
        {
          code: await newCode("C", 5, (where) => tx.introduction.findUnique({ where, select: { id: true } })),
          matchId,
          needId: match.needId,
          talentId: match.talentId,
          enterpriseId,
          direction,
          chain,
          // the office of the place where the person is to arrive accompanies it
          office: direction === "yantai_to_hk" ? "HONG_KONG" : "YANTAI",
          officeSince: now(),
          statusSince: now(),
          createdAt: now(),
          updatedAt: now(),
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!begun) return;
    await enterStage(tx, introducer, begun.id, "SENT");
    const detail = { matchId, needId: match.needId, talentId: match.talentId };
    await audit(tx, introducer, { action: "introduction.begun", record: ["introduction", begun.id], detail });
    await mailTalent(tx, match, "introducedTalent");
    await mailEnterprise(tx, match, "introducedEnterprise");
  });
}

/** Ends the running case of a match that was withdrawn. */
export async function endIntroduction(matchId: string, reason: string): Promise<void> {
  await transaction(introducer, async (tx) => {
    const found = await tx.introduction.findFirst({
      where: { matchId, status: running },
      select: { id: true },
    });
    if (found)
      await moveCase(tx, introducer, "withdraw", found, {
        reason,
        data: { closeReason: reason, closedAt: now(), nextStep: "", dueOn: null },
      });
  });
}
