import { audit } from "#lib/audit/record.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { newCode } from "#lib/codes.ts";
import { transaction } from "#lib/db.ts";
import { tellEnterprise, tellTalent } from "#lib/matches/notices.ts";
import { enterStage, moveCase } from "./move.ts";
import { normDue, running } from "./policy.ts";

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
          dueOn: normDue("SENT", today()),
          statusSince: now(),
          createdAt: now(),
          updatedAt: now(),
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    // a job that comes twice or late finds the case begun, wherever it stands by now
    if (!begun) return;
    await enterStage(tx, introducer, begun.id, "SENT");
    await audit(tx, introducer, {
      action: "introduction.begun",
      record: ["introduction", begun.id],
      detail: { matchId, needId: match.needId, talentId: match.talentId },
    });
    await tellTalent(tx, match, "introducedTalent");
    await tellEnterprise(tx, match, "introducedEnterprise");
  });
}

/** Ends the running case of a match that was withdrawn; a match that was introduced anew meanwhile keeps its case. */
export async function endIntroduction(matchId: string, reason: string): Promise<void> {
  await transaction(introducer, async (tx) => {
    const found = await tx.introduction.findFirst({
      where: { matchId, status: running, match: { status: { not: "INTRODUCED" } } },
      select: { id: true },
    });
    if (found)
      await moveCase(tx, introducer, "withdraw", found, {
        reason,
        data: { outcome: reason === "consentWithdrawn" ? "consent_withdrawn" : "profile_gone" },
      });
  });
}
