import { randomUUID } from "node:crypto";
import { viewerOf } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import type { Giveable } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import { makeAccount, makeEnterprise, makeNeed, makeTalent } from "#lib/matches/test-support.ts";

/** Support of reach.db.test.ts: one talent, two needs of one enterprise and one of another, and everybody around them. */
export type Pair = { id: string; needId: string; enterpriseId: string };
export type World = {
  talentId: string;
  /** null until an unclaimed profile is claimed */
  talent: Viewer | null;
  /** another profile of the same person, without an account */
  double: string;
  member: Viewer;
  colleague: Viewer;
  stranger: Viewer;
  staff: Viewer;
  other: Viewer;
  /** verifies and suspends enterprises */
  admin: Viewer;
  /** two of one enterprise, one of the stranger's */
  pairs: [Pair, Pair, Pair];
};

/** The purposes and categories that the model holds to be in force for a pair. */
type Held = Set<`${"INTRODUCTION" | "CROSS_BORDER"} ${Giveable}`>;
export type Round = { talent: boolean; enterprise: boolean; held: Held };
/** What must be so by what was done and not refused, whatever the rows say. */
export type Model = {
  rounds: [Round, Round, Round];
  gone: boolean;
  left: boolean;
  /** the workstation has suspended our enterprise */
  suspended: boolean;
};
export const newModel = (): Model => ({
  rounds: [newRound(), newRound(), newRound()],
  gone: false,
  left: false,
  suspended: false,
});
export const newRound = (): Round => ({ talent: false, enterprise: false, held: new Set() });

export const SECRETS = {
  identity: "陳大文",
  contact: "canary@person.example",
  cv: "canary-cv.pdf",
  file: "canary-file.pdf",
  message: "canary message",
};
const CHECKED = { size: 1, sha256: "0", mediaType: "application/pdf", text: "canary cv text" };
const system = systemViewer("test");

async function makePair(talentId: string, enterpriseId: string): Promise<Pair> {
  const needId = await makeNeed(enterpriseId);
  const { id } = await db.match.create({
    data: {
      needId,
      talentId,
      score: 80,
      needToTalent: 80,
      talentToNeed: 80,
      priority: 80,
      explanation: { criteria: [], checks: [] },
      engineVersion: "t",
      dictionaryVersion: "t",
      weightsVersion: "t",
      computedAt: now(),
      createdAt: now(),
      updatedAt: now(),
    },
    select: { id: true },
  });
  return { id, needId, enterpriseId };
}

export async function makeWorld(
  officers: [Viewer, Viewer],
  { claimed }: { claimed: boolean },
): Promise<World> {
  const [ours, theirs, person, double] = [
    await makeEnterprise(),
    await makeEnterprise(),
    await makeTalent(),
    await makeTalent(),
  ];
  const colleague = await makeAccount({ role: "ENTERPRISE", office: null, enterpriseId: ours.enterpriseId });
  const { talentId } = person;
  await transaction(system, async (tx) => {
    await tx.document.create({
      data: {
        ...CHECKED,
        talentId,
        filename: SECRETS.cv,
        storageKey: randomUUID(),
        status: "READ",
        createdAt: now(),
      },
    });
    const without = claimed ? [double.talentId] : [double.talentId, talentId];
    await tx.talent.updateMany({ where: { id: { in: without } }, data: { accountId: null } });
  });
  return {
    talentId,
    talent: claimed ? person.viewer : null,
    double: double.talentId,
    member: ours.member,
    colleague,
    stranger: theirs.member,
    staff: officers[0],
    other: officers[1],
    admin: systemViewer("enterprises"),
    pairs: [
      await makePair(talentId, ours.enterpriseId),
      await makePair(talentId, ours.enterpriseId),
      await makePair(talentId, theirs.enterpriseId),
    ],
  };
}

/** The person as they are now: a merge or a claim gives them another profile, an erasure none. */
export async function talentNow(world: World): Promise<Viewer> {
  if (!world.talent) return { ...system, role: "TALENT" };
  return viewerOf(world.talent.email).catch(() => world.talent!);
}

/** Files of the case as soon as it is there: one for everybody, one that the enterprise must never see. */
export async function fillCases({ pairs, other }: World): Promise<void> {
  await transaction(other, async (tx) => {
    const cases = await tx.introduction.findMany({
      where: { matchId: { in: pairs.map(({ id }) => id) }, files: { none: {} } },
      select: { id: true },
    });
    for (const { id } of cases) {
      for (const party of ["ALL", "TALENT"] as const)
        await tx.thread.create({
          data: {
            introductionId: id,
            party,
            createdAt: now(),
            messages: {
              create: {
                seq: 1,
                authorId: other.accountId,
                side: "STAFF",
                locale: "en",
                body: party === "ALL" ? SECRETS.message : "never",
                createdAt: now(),
              },
            },
          },
        });
      for (const audience of [["TALENT", "STAFF", "ENTERPRISE"], ["TALENT", "STAFF"], ["STAFF"]] as const)
        await tx.caseFile.create({
          data: {
            introductionId: id,
            side: "TALENT",
            audience: [...audience],
            filename: audience.length === 3 ? SECRETS.file : "never.pdf",
            mediaType: "application/pdf",
            size: 1,
            sha256: "0",
            storageKey: randomUUID(),
            createdAt: now(),
          },
        });
    }
  });
}
