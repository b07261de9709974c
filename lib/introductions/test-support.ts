import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { giveToEnterprise } from "#lib/consents/commands.ts";
import { GIVEABLE } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import { makeAccount, makeEnterprise, makeNeed, makeTalent } from "#lib/matches/test-support.ts";
import { beginIntroduction } from "./commands.ts";

export type World = {
  id: string;
  matchId: string;
  needId: string;
  talentId: string;
  enterpriseId: string;
  talent: Viewer;
  member: Viewer;
  /** officers of the office that has the case, and of the other one */
  yt: Viewer;
  yt2: Viewer;
  hk: Viewer;
};

/** A case that has just begun, with its people; everything consented to. */
export async function makeCase({
  direction = "hk_to_yantai",
  sameNeed,
  sameTalent,
}: {
  direction?: string;
  sameNeed?: World;
  sameTalent?: World;
} = {}): Promise<World> {
  const { enterpriseId, member } = sameNeed ?? (await makeEnterprise());
  const needId = sameNeed?.needId ?? (await makeNeed(enterpriseId, { direction }));
  const { talentId, viewer: talent } = sameTalent
    ? { talentId: sameTalent.talentId, viewer: sameTalent.talent }
    : await makeTalent();
  const { id: matchId } = await db.match.create({
    data: {
      needId,
      talentId,
      status: "INTRODUCED",
      score: 80,
      needToTalent: 80,
      talentToNeed: 80,
      conflicts: [],
      priority: 80,
      explanation: {},
      engineVersion: "t",
      dictionaryVersion: "t",
      weightsVersion: "t",
      computedAt: now(),
      invitedAt: now(),
      talentDecidedAt: now(),
      enterpriseDecidedAt: now(),
      createdAt: now(),
      updatedAt: now(),
    },
  });
  await transaction(talent, (tx) =>
    giveToEnterprise(tx, talent, { talentId, enterpriseId, matchId }, GIVEABLE),
  );
  await beginIntroduction(matchId);
  const { id } = await db.introduction.findUniqueOrThrow({ where: { matchId }, select: { id: true } });
  const [yt, yt2, hk] = await Promise.all([
    makeAccount({ office: "YANTAI" }),
    makeAccount({ office: "YANTAI" }),
    makeAccount(),
  ]);
  return { id, matchId, needId, talentId, enterpriseId, talent, member, yt, yt2, hk };
}

/** A case as a page would show it now. */
export const seenNow = async (introductionId: string) => ({
  introductionId,
  version: (await db.introduction.findUniqueOrThrow({ where: { id: introductionId } })).version,
});
