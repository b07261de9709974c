import type { Viewer } from "#lib/auth/viewer.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { GIVEABLE, type Giveable } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import { beginIntroduction, endIntroduction } from "#lib/introductions/commands.ts";
import { makeAccount, makeEnterprise, makeNeed, makeTalent } from "#lib/matches/test-support.ts";

export type MadeCase = {
  id: string;
  matchId: string;
  talentId: string;
  talent: Viewer;
  member: Viewer;
  /** of the office that has the case */
  officer: Viewer;
};

/** A case that has just begun, with its people and the consents that were given. */
export async function makeCase(given: readonly Giveable[] = GIVEABLE): Promise<MadeCase> {
  const { enterpriseId, member } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  const { talentId, viewer: talent } = await makeTalent();
  const officer = await makeAccount({ office: "YANTAI", displayName: "Officer Yan" });
  const stamps = { createdAt: now(), updatedAt: now(), computedAt: now() };
  const match = await transaction(systemViewer("test"), async (tx) => {
    const made = await tx.match.create({
      data: {
        needId,
        talentId,
        status: "INTRODUCED",
        score: 80,
        needToTalent: 80,
        talentToNeed: 80,
        priority: 80,
        explanation: {},
        engineVersion: "test",
        dictionaryVersion: "test",
        weightsVersion: "test",
        ...stamps,
      },
      select: { id: true },
    });
    await tx.consent.createMany({
      data: given.flatMap((category) =>
        (["INTRODUCTION", "CROSS_BORDER"] as const).map((purpose) => ({
          talentId,
          enterpriseId,
          matchId: made.id,
          purpose,
          category,
          textVersion: "test",
          locale: "zh_Hant" as const,
          grantedAt: now(),
        })),
      ),
    });
    return made;
  });
  await beginIntroduction(match.id);
  const { id } = await db.introduction.findUniqueOrThrow({ where: { matchId: match.id } });
  return { id, matchId: match.id, talentId, talent, member, officer };
}

/** What a withdrawal writes first; the jobs that end the match and the case come later. */
export const withdrawConsents = (matchId: string) =>
  db.consent.updateMany({
    where: { matchId, withdrawnAt: null },
    data: { withdrawnAt: now(), endedBy: "WITHDRAWN" },
  });

/** What those jobs do. */
export async function endCase(matchId: string) {
  await db.match.update({ where: { id: matchId }, data: { status: "WITHDRAWN" } });
  await endIntroduction(matchId, "consentWithdrawn");
}
