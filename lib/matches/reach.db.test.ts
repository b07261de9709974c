import fc from "fast-check";
import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import { beginIntroduction, endIntroduction } from "#lib/introductions/commands.ts";
import { getCandidate, listCandidates } from "#lib/introductions/queries.ts";
import { acceptCandidate, declineCandidate } from "./candidate-commands.ts";
import { approveMatch, rejectMatch, startReview, undoApproval } from "./commands.ts";
import { endForNeed, endForTalent } from "./ending.ts";
import { expressInterest, nominate } from "./entry-commands.ts";
import { acceptInvitation, declineInvitation, inviteTalent, remindAndExpire } from "./invitation-commands.ts";
import { refreshNeed } from "./suggestions.ts";
import { makeAccount, makeEnterprise, makeNeed, makeTalent } from "./test-support.ts";

useDatabase();

type World = {
  id: string;
  needId: string;
  talentId: string;
  talent: Viewer;
  member: Viewer;
  stranger: Viewer;
  staff: Viewer;
  other: Viewer;
};

const ALL = { shareCv: true, introductionConsent: true, crossBorderConsent: true };
const version = async (id: string) => (await db.match.findUniqueOrThrow({ where: { id } })).version;
const withdraw = (purpose: "INTRODUCTION" | "CROSS_BORDER" | "ANONYMOUS_CV") => async (w: World) => {
  await db.consent.updateMany({
    where: { matchId: w.id, purpose, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
};
const setTalent = (status: "LISTED" | "PAUSED" | "ARCHIVED") => (w: World) =>
  db.talent.update({ where: { id: w.talentId }, data: { status } });
const setNeed = (status: "OPEN" | "PAUSED" | "CLOSED") => (w: World) =>
  db.need.update({ where: { id: w.needId }, data: { status } });

/** What anyone may try at any time; refusals are part of the game. */
const ACTS: Record<string, (w: World) => Promise<unknown>> = {
  startReview: (w) => startReview(w.staff, w.id),
  approve: async (w) =>
    approveMatch(w.staff, w.id, { reasonCode: "evidenced", version: await version(w.id) }),
  approveOther: async (w) => approveMatch(w.other, w.id, { reason: "ok", version: await version(w.id) }),
  undo: (w) => undoApproval(w.staff, w.id),
  reject: async (w) => rejectMatch(w.other, w.id, { reasonCode: "otherField", version: await version(w.id) }),
  nominate: (w) => nominate(w.staff, w.needId, w.talentId, { reason: "again" }),
  interest: (w) => expressInterest(w.talent, w.needId),
  invite: (w) => inviteTalent(w.id),
  clock: () => remindAndExpire(),
  accept: (w) => acceptInvitation(w.talent, w.id, ALL),
  acceptPlain: (w) => acceptInvitation(w.talent, w.id, { ...ALL, shareCv: false }),
  acceptHalf: (w) => acceptInvitation(w.talent, w.id, { ...ALL, crossBorderConsent: false }),
  decline: (w) => declineInvitation(w.talent, w.id, { reasonCode: "pay" }),
  take: (w) => acceptCandidate(w.member, w.id, { reason: "fits" }),
  takeStranger: (w) => acceptCandidate(w.stranger, w.id, { reason: "fits" }),
  refuse: (w) => declineCandidate(w.member, w.id, { reasonCode: "other" }),
  begin: (w) => beginIntroduction(w.id),
  endIntroduction: (w) => endIntroduction(w.id, "test"),
  withdrawIntroduction: withdraw("INTRODUCTION"),
  withdrawBorder: withdraw("CROSS_BORDER"),
  withdrawCv: withdraw("ANONYMOUS_CV"),
  pauseTalent: setTalent("PAUSED"),
  archiveTalent: setTalent("ARCHIVED"),
  listTalent: setTalent("LISTED"),
  closeNeed: setNeed("CLOSED"),
  openNeed: setNeed("OPEN"),
  endTalent: (w) => endForTalent(w.talentId, "test"),
  endNeed: (w) => endForNeed(w.needId, "test"),
};
/** The way to an introduction, so that sequences reach the far states and are disturbed there. */
const PATH = ["approve", "invite", "accept", "take", "begin"];

const SECRETS = /canary@person|5550 1234|陳大文/;

/** What the enterprise sees by every way there is, against what the rows say it may. */
async function check(w: World, acceptedByTalent: boolean, acceptedByEnterprise: boolean) {
  const match = await db.match.findUnique({ where: { id: w.id } });
  const held = await db.consent.findMany({
    where: { matchId: w.id, withdrawnAt: null },
    select: { purpose: true },
  });
  const holds = (purpose: string) => held.some((one) => one.purpose === purpose);
  const may =
    acceptedByTalent &&
    acceptedByEnterprise &&
    match?.status === "INTRODUCED" &&
    holds("INTRODUCTION") &&
    holds("CROSS_BORDER");
  const raw = await transaction(w.member, (tx) =>
    tx.talentIdentity.findMany({ where: { talentId: w.talentId } }),
  );
  expect(raw.length === 1).toBe(may);
  const candidate = await getCandidate(w.member, w.id);
  expect(candidate?.identity != null).toBe(may);
  if (!may) expect(JSON.stringify([candidate, await listCandidates(w.member)])).not.toMatch(SECRETS);
  if (!acceptedByTalent) expect(candidate).toBeNull();
  if (candidate?.profile) expect(holds("INTRODUCTION") && holds("CROSS_BORDER")).toBe(true);
  if (candidate?.cv && !may) expect(holds("ANONYMOUS_CV")).toBe(true);
  const outside = await transaction(w.stranger, (tx) =>
    tx.talentIdentity.findMany({ where: { talentId: w.talentId } }),
  );
  expect(outside).toEqual([]);
  expect(await getCandidate(w.stranger, w.id)).toBeNull();
}

const PAUSES = [3_000, 11_000, 3_600_000, 12 * 86_400_000, 15 * 86_400_000];
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant("next") },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(ACTS)) },
);

test("no reachable state shows identity or contact without both acceptances and both consents in force", async () => {
  const [staff, other] = [await makeAccount(), await makeAccount({ office: "YANTAI" })];
  const { member: stranger } = await makeEnterprise();
  let introduced = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(step, fc.oneof({ weight: 6, arbitrary: fc.constant(11_000) }, fc.constantFrom(...PAUSES))),
        { minLength: 4, maxLength: 16 },
      ),
      async (steps) => {
        const { enterpriseId, member } = await makeEnterprise();
        const needId = await makeNeed(enterpriseId);
        const { talentId, viewer: talent } = await makeTalent();
        await refreshNeed(needId);
        const { id } = await db.match.findUniqueOrThrow({ where: { needId_talentId: { needId, talentId } } });
        const world: World = { id, needId, talentId, talent, member, stranger, staff, other };
        let [time, next, byTalent, byEnterprise] = [Date.now(), 0, false, false];
        for (const [name, pause] of steps) {
          time += pause;
          const act = name === "next" ? PATH[next++ % PATH.length]! : name;
          const done = await at(new Date(time), () => ACTS[act]!(world)).then(
            () => true,
            (error) => {
              if (!(error instanceof DomainError)) throw error;
              return false;
            },
          );
          // the model: who has accepted in this round
          if (done && ["accept", "acceptPlain"].includes(act)) byTalent = true;
          if (done && act === "take") byEnterprise = true;
          if (done && ["nominate", "interest"].includes(act)) {
            const match = await db.match.findUniqueOrThrow({ where: { id } });
            if (match.status === "SUGGESTED" && match.invitedAt === null)
              [byTalent, byEnterprise] = [false, false];
          }
          await at(new Date(time), () => check(world, byTalent, byEnterprise));
          if ((await db.match.findUnique({ where: { id } }))?.status === "INTRODUCED") introduced++;
          // an unseen suggestion may be taken away: the story is over
          if (!(await db.match.findUnique({ where: { id } }))) break;
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(introduced).toBeGreaterThan(0);
}, 240_000);
