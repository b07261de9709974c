import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at, now } from "#lib/clock.ts";
import { GIVEABLE, OPTIONAL } from "#lib/consents/schema.ts";
import { db } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { beginIntroduction } from "#lib/introductions/commands.ts";
import { getCandidate, listCandidates } from "#lib/introductions/queries.ts";
import { withdrawConsent, withdrawFromEnterprise } from "#lib/talents/consent-commands.ts";
import { eraseTalent } from "#lib/talents/erasure.ts";
import { acceptCandidate, declineCandidate } from "./candidate-commands.ts";
import { approveMatch, rejectMatch, startReview, undoApproval } from "./commands.ts";
import { endForNeed, endForTalent } from "./ending.ts";
import { expressInterest, nominate, saveNeed, unsaveNeed } from "./entry-commands.ts";
import { giveMore } from "./giving-commands.ts";
import {
  type Acceptance,
  acceptInvitation,
  declineInvitation,
  inviteTalent,
  remindAndExpire,
} from "./invitation-commands.ts";
import { getInvitation, listFittingNeeds, listInvitations } from "./queries.ts";
import { refreshNeed } from "./suggestions.ts";
import { jobsOf, mailsTo, makeAccount, makeEnterprise, makeNeed, makeTalent } from "./test-support.ts";

useDatabase();

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const after = (ms: number) => new Date(now().getTime() + ms);
const GOOD = { reasonCode: "evidenced", reason: "" };
const ALL: Acceptance = { introductionConsent: true, crossBorderConsent: true, give: OPTIONAL };

let hk: Viewer;
let yantai: Viewer;
beforeAll(async () => {
  hk = await makeAccount();
  yantai = await makeAccount({ office: "YANTAI" });
});

type People = { enterpriseId: string; member: Viewer; talentId: string; talent: Viewer };
async function makePeople(): Promise<People> {
  const { talentId, viewer: talent } = await makeTalent();
  return { ...(await makeEnterprise()), talentId, talent };
}

/** A suggestion that waits, with everyone around it. */
async function suggestion(people?: People) {
  const { enterpriseId, member, talentId, talent } = people ?? (await makePeople());
  const needId = await makeNeed(enterpriseId);
  await refreshNeed(needId);
  const { id } = await db.match.findUniqueOrThrow({ where: { needId_talentId: { needId, talentId } } });
  return { id, needId, talentId, talent, member, enterpriseId };
}
const read = (id: string) => db.match.findUniqueOrThrow({ where: { id } });
const version = async (id: string) => (await read(id)).version;

async function invited(people?: People) {
  const made = await suggestion(people);
  await at(after(-11 * SECOND), () => approveMatch(hk, made.id, { ...GOOD, version: 1 }));
  await inviteTalent(made.id);
  return made;
}
async function acceptedByTalent(consents = ALL) {
  const made = await invited();
  await acceptInvitation(made.talent, made.id, consents);
  return made;
}

describe("a reviewer", () => {
  test("takes a match up, approves it with a reason, and both are in the audit trail with the office", async () => {
    const { id, talentId } = await suggestion();
    await startReview(hk, id);
    await startReview(yantai, id);
    expect(await read(id)).toMatchObject({ status: "IN_REVIEW", assigneeId: hk.accountId, version: 1 });
    await approveMatch(hk, id, { reason: "All is there", version: 1 });
    expect(await read(id)).toMatchObject({
      status: "APPROVED",
      decidedOffice: "HONG_KONG",
      reason: "All is there",
    });
    const events = await db.auditEvent.findMany({ where: { recordId: id }, orderBy: { id: "asc" } });
    expect(events.map((event) => [event.action, event.office])).toEqual([
      ["match.reviewStarted", "HONG_KONG"],
      ["match.approved", "HONG_KONG"],
    ]);
    const seen = await db.disclosure.findMany({ where: { talentId } });
    expect(seen.map((one) => one.office).sort()).toEqual(["HONG_KONG", "YANTAI"]);
    const [job] = await jobsOf("matches.inviteTalent", id);
    expect(job!.start_after.getTime()).toBe((await read(id)).notifyAt!.getTime());
  });

  test("of two who decide at once one wins and the other sees a conflict", async () => {
    const { id } = await suggestion();
    const results = await Promise.allSettled([
      approveMatch(hk, id, { ...GOOD, version: 1 }),
      rejectMatch(yantai, id, { reasonCode: "otherField", version: 1 }),
      approveMatch(yantai, id, { ...GOOD, version: 1 }),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of results)
      if (one.status === "rejected") expect(one.reason).toBeInstanceOf(ConflictError);
    const decisions = await db.auditEvent.count({
      where: { recordId: id, action: { in: ["match.approved", "match.rejected"] } },
    });
    expect(decisions).toBe(1);
  });

  test("cannot decide without a reason, nor what was computed anew since", async () => {
    const { id } = await suggestion();
    await expect(rejectMatch(hk, id, { reason: "  ", version: 1 })).rejects.toBeInstanceOf(InvalidError);
    await db.match.update({ where: { id }, data: { version: 2 } });
    await expect(approveMatch(hk, id, { ...GOOD, version: 1 })).rejects.toBeInstanceOf(ConflictError);
    expect((await read(id)).status).toBe("SUGGESTED");
  });

  test("can undo for ten seconds, only their own, and nobody is told", async () => {
    const { id, talent } = await suggestion();
    await approveMatch(hk, id, { ...GOOD, version: 1 });
    await inviteTalent(id);
    expect((await read(id)).status).toBe("APPROVED");
    await expect(undoApproval(yantai, id)).rejects.toBeInstanceOf(NotFoundError);
    await undoApproval(hk, id);
    await at(after(11 * SECOND), () => inviteTalent(id));
    expect(await read(id)).toMatchObject({ status: "IN_REVIEW", decidedAt: null });
    expect(await mailsTo(talent.email)).toHaveLength(0);
    await approveMatch(hk, id, { ...GOOD, version: await version(id) });
    await expect(at(after(11 * SECOND), () => undoApproval(hk, id))).rejects.toMatchObject({
      key: "undoTooLate",
    });
  });

  test("cannot approve for a need that has closed, nor an employer blocked meanwhile", async () => {
    const { id, needId } = await suggestion();
    await db.need.update({ where: { id: needId }, data: { status: "CLOSED" } });
    await expect(approveMatch(hk, id, { ...GOOD, version: 1 })).rejects.toMatchObject({
      key: "matchNotPossible",
    });
    expect((await read(id)).status).toBe("SUGGESTED");
  });

  test("is nobody but staff", async () => {
    const { id, talent, member, needId, talentId } = await suggestion();
    for (const viewer of [talent, member]) {
      await expect(startReview(viewer, id)).rejects.toBeInstanceOf(NotFoundError);
      await expect(approveMatch(viewer, id, { ...GOOD, version: 1 })).rejects.toBeInstanceOf(NotFoundError);
      await expect(rejectMatch(viewer, id, { ...GOOD, version: 1 })).rejects.toBeInstanceOf(NotFoundError);
      await expect(undoApproval(viewer, id)).rejects.toBeInstanceOf(NotFoundError);
      await expect(nominate(viewer, needId, talentId, { reason: "x" })).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(await read(id)).toMatchObject({ status: "SUGGESTED", version: 1 });
  });
});

describe("an invitation", () => {
  test("goes out once however often its job runs, in the talent's language", async () => {
    const { id, talent } = await suggestion();
    await approveMatch(hk, id, { ...GOOD, version: 1 });
    await at(after(11 * SECOND), () => Promise.all([inviteTalent(id), inviteTalent(id), inviteTalent(id)]));
    const mails = await mailsTo(talent.email);
    expect(mails.map((mail) => mail.template)).toEqual(["matches.invitation"]);
    expect(mails[0]!.subject).toContain("邀請");
    expect(await db.auditEvent.count({ where: { recordId: id, action: "match.invited" } })).toBe(1);
  });

  test("is reminded of once three days before it ends, then ends once, and can no longer be accepted", async () => {
    const { id, talent } = await invited();
    await at(after(10 * DAY), remindAndExpire);
    expect(await mailsTo(talent.email)).toHaveLength(1);
    await at(after(12 * DAY), () => Promise.all([remindAndExpire(), remindAndExpire()]));
    await at(after(12 * DAY), remindAndExpire);
    expect((await mailsTo(talent.email)).map((mail) => mail.template)).toEqual([
      "matches.invitation",
      "matches.reminder",
    ]);
    await expect(at(after(15 * DAY), () => acceptInvitation(talent, id, ALL))).rejects.toBeInstanceOf(
      ConflictError,
    );
    await at(after(15 * DAY), () => Promise.all([remindAndExpire(), remindAndExpire()]));
    expect((await read(id)).status).toBe("INVITATION_EXPIRED");
    expect((await mailsTo(talent.email)).map((mail) => mail.template)).toHaveLength(3);
    expect(await db.consent.count({ where: { matchId: id } })).toBe(0);
  });

  test("is not accepted without each of the two consents, and says which is missing", async () => {
    const { id, talent } = await invited();
    const cases = [
      [{ ...ALL, introductionConsent: false }, ["introductionConsent"]],
      [{ ...ALL, crossBorderConsent: false }, ["crossBorderConsent"]],
      [
        { ...ALL, introductionConsent: false, crossBorderConsent: false },
        ["introductionConsent", "crossBorderConsent"],
      ],
    ] as const;
    for (const [input, paths] of cases) {
      const error = await acceptInvitation(talent, id, input).catch((caught) => caught);
      expect(error).toBeInstanceOf(InvalidError);
      expect(error.issues.map((issue: { path: string }) => issue.path)).toEqual(paths);
    }
    expect((await read(id)).status).toBe("INVITED");
    expect(await db.consent.count({ where: { matchId: id } })).toBe(0);
  });

  test("accepted twice at once is accepted once, and the enterprise hears once", async () => {
    const { id, talent, member } = await invited();
    const results = await Promise.allSettled([
      acceptInvitation(talent, id, ALL),
      acceptInvitation(talent, id, ALL),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await db.consent.count({ where: { matchId: id } })).toBe(2 * GIVEABLE.length);
    expect(await mailsTo(member.email)).toHaveLength(1);
  });

  test("cannot be accepted in a request that was under way when the person erased everything", async () => {
    const { id, talent, talentId, member } = await invited();
    const { code } = await db.talent.findUniqueOrThrow({ where: { id: talentId } });
    const results = await Promise.allSettled([
      eraseTalent(talent, { confirm: code }),
      acceptInvitation(talent, id, ALL),
    ]);
    expect(results[0]!.status).toBe("fulfilled");
    await expect(acceptInvitation(talent, id, ALL)).rejects.toBeInstanceOf(NotFoundError);
    await expect(giveMore(talent, id, { give: ["cv"], crossBorderConsent: true })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    expect(await db.consent.count({ where: { talentId, withdrawnAt: null } })).toBe(0);
    expect((await getCandidate(member, id))?.profile ?? null).toBeNull();
  });

  test("says by which need the enterprise knows the person already, and only what is so", async () => {
    const first = await invited();
    expect((await getInvitation(first.talent, first.id))?.known).toEqual([]);
    await acceptInvitation(first.talent, first.id, { ...ALL, give: ["identity"] });
    const second = await invited(first);
    const known = async () => (await getInvitation(first.talent, second.id))?.known;
    // given, but the enterprise has not accepted: it knows no name
    expect(await known()).toEqual([]);
    await acceptCandidate(first.member, first.id, { reason: "fits" });
    const { code, title } = await db.need.findUniqueOrThrow({ where: { id: first.needId } });
    expect(await known()).toEqual([{ code, title, lang: "zh-Hans" }]);
    // what it has seen it does not forget
    await getCandidate(first.member, first.id);
    await endForTalent(first.talentId, "consentWithdrawn");
    expect(await known()).toMatchObject([{ code }]);
    const elsewhere = await invited({ ...first, ...(await makeEnterprise()) });
    expect((await getInvitation(first.talent, elsewhere.id))?.known).toEqual([]);
  });

  test("the enterprise is told who ended it, and of what was only taken back, that it was", async () => {
    const { id, talent, member, enterpriseId } = await acceptedByTalent();
    await acceptCandidate(member, id, { reason: "fits" });
    const standing = async () =>
      (await getCandidate(member, id))?.categories.find(({ category }) => category === "contact")?.standing;
    expect(await standing()).toBe("open");
    const { id: consentId } = await db.consent.findFirstOrThrow({
      where: { matchId: id, category: "contact", purpose: "INTRODUCTION" },
    });
    await withdrawConsent(talent, consentId);
    expect(await standing()).toBe("withdrawn");
    await withdrawFromEnterprise(talent, enterpriseId);
    expect(await getCandidate(member, id)).toMatchObject({ state: "ended", end: "person", categories: [] });

    const filled = await acceptedByTalent();
    await db.need.update({ where: { id: filled.needId }, data: { status: "FILLED" } });
    await endForNeed(filled.needId, "filled");
    expect(await getCandidate(filled.member, filled.id)).toMatchObject({ state: "ended", end: "filled" });
  });

  test("answered in another window says how it was answered", async () => {
    const { id, talent } = await invited();
    await acceptInvitation(talent, id, ALL);
    for (const again of [
      () => declineInvitation(talent, id, { reasonCode: "pay" }),
      () => acceptInvitation(talent, id, ALL),
    ])
      await expect(again()).rejects.toMatchObject({ key: "invitationAccepted" });
    expect((await read(id)).status).toBe("TALENT_ACCEPTED");
    const other = await invited();
    await declineInvitation(other.talent, other.id, { reasonCode: "pay" });
    await expect(acceptInvitation(other.talent, other.id, ALL)).rejects.toMatchObject({
      key: "invitationDeclined",
    });
  });

  test("of another looks missing; before it goes out nobody but staff sees it", async () => {
    const { id } = await invited();
    const other = await makeTalent();
    await expect(acceptInvitation(other.viewer, id, ALL)).rejects.toBeInstanceOf(NotFoundError);
    await expect(declineInvitation(other.viewer, id, { reasonCode: "pay" })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    expect(await getInvitation(other.viewer, id)).toBeNull();
    const early = await suggestion();
    await expect(acceptInvitation(early.talent, early.id, ALL)).rejects.toBeInstanceOf(NotFoundError);
    expect(await getInvitation(early.talent, early.id)).toBeNull();
    expect(await listInvitations(early.talent)).toEqual([]);
  });

  test("declined keeps the reason from the enterprise", async () => {
    const { id, talent, member } = await invited();
    await declineInvitation(talent, id, { reasonCode: "pay", reason: "too low" });
    expect(await read(id)).toMatchObject({
      status: "TALENT_DECLINED",
      talentReasonCode: "pay",
      talentReason: "too low",
    });
    expect(await mailsTo(member.email)).toHaveLength(0);
    expect(await getCandidate(member, id)).toBeNull();
  });
});

describe("an enterprise", () => {
  test("reads nothing, then the anonymous profile, then the CV only if shared, then name and contact, each noted for the talent", async () => {
    const { id, talentId, member, talent } = await invited();
    expect(await getCandidate(member, id)).toBeNull();
    expect((await listCandidates(member)).candidates).toEqual([]);
    await acceptInvitation(talent, id, { ...ALL, give: ["identity", "contact"] });
    const anonymous = await getCandidate(member, id);
    expect(anonymous).toMatchObject({
      state: "waiting",
      cv: null,
      person: { name: null, contact: null, cvs: null },
    });
    expect(JSON.stringify(anonymous)).not.toMatch(/canary|5550|陳大文|某顧問/);
    await acceptCandidate(member, id, { reason: "fits" });
    await Promise.all([beginIntroduction(id), beginIntroduction(id)]);
    expect(await db.introduction.count({ where: { matchId: id } })).toBe(1);
    const open = await getCandidate(member, id);
    expect(open).toMatchObject({
      state: "introduced",
      person: { name: { nameZh: "陳大文" }, contact: { email: "canary@person.example" }, cvs: null },
    });
    expect(open!.categories.map(({ standing }) => standing)).toEqual([
      "open",
      "notGiven",
      "open",
      "open",
      "notGiven",
    ]);
    await giveMore(talent, id, { give: ["cv"], crossBorderConsent: true });
    expect((await getCandidate(member, id))?.person.cvs).toEqual([]);
    const noted = await db.disclosure.findMany({
      where: { talentId, enterpriseId: member.enterpriseId },
      orderBy: { at: "asc" },
    });
    expect(noted.map((one) => one.categories)).toEqual([
      ["anonymous"],
      ["anonymous", "contact", "identity"],
      ["anonymous", "anonymous_cv", "contact", "identity"],
    ]);
    expect((await mailsTo(member.email)).map((mail) => mail.template)).toEqual([
      "matches.accepted",
      "matches.introducedEnterprise",
    ]);
    expect((await mailsTo(talent.email)).map((mail) => mail.template)).toEqual([
      "matches.invitation",
      "matches.introducedTalent",
    ]);
    expect(await getInvitation(talent, id)).toMatchObject({ contact: { name: "李工" } });
  });

  test("sees the CV without identity when the talent chose so", async () => {
    const { id, member } = await acceptedByTalent();
    expect((await getCandidate(member, id))?.cv).not.toBeNull();
  });

  test("reads nothing of another enterprise's candidate and cannot answer for it", async () => {
    const { id } = await acceptedByTalent();
    const { member: stranger } = await makeEnterprise();
    expect(await getCandidate(stranger, id)).toBeNull();
    await expect(acceptCandidate(stranger, id, { reason: "x" })).rejects.toBeInstanceOf(NotFoundError);
    await expect(declineCandidate(stranger, id, { reasonCode: "other" })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    expect((await read(id)).status).toBe("TALENT_ACCEPTED");
  });

  test("loses sight at once when a consent is withdrawn, before any job has run", async () => {
    const { id, member, talentId } = await acceptedByTalent();
    await acceptCandidate(member, id, { reason: "fits" });
    await db.consent.updateMany({
      where: { matchId: id, purpose: "CROSS_BORDER" },
      data: { withdrawnAt: now(), endedBy: "WITHDRAWN" },
    });
    expect(await getCandidate(member, id)).toMatchObject({
      state: "ended",
      profile: null,
      cv: null,
      person: { name: null, contact: null, cvs: null },
      headline: null,
    });
    await endForTalent(talentId, "consentWithdrawn");
    expect((await read(id)).status).toBe("WITHDRAWN");
    expect(await db.consent.count({ where: { matchId: id, withdrawnAt: null } })).toBe(0);
    expect((await mailsTo(member.email)).at(-1)?.template).toBe("matches.endedForEnterprise");
  });

  test("cannot accept after a consent was withdrawn", async () => {
    const { id, member } = await acceptedByTalent();
    await db.consent.updateMany({
      where: { matchId: id, purpose: "INTRODUCTION" },
      data: { withdrawnAt: now(), endedBy: "WITHDRAWN" },
    });
    await expect(acceptCandidate(member, id, { reason: "x" })).rejects.toMatchObject({
      key: "consentWithdrawn",
    });
    expect((await read(id)).status).toBe("TALENT_ACCEPTED");
  });

  test("that declines ends the consents and the talent is told", async () => {
    const { id, member, talent } = await acceptedByTalent();
    await declineCandidate(member, id, { reasonCode: "filled" });
    expect(await db.consent.count({ where: { matchId: id, withdrawnAt: null } })).toBe(0);
    expect((await mailsTo(talent.email)).at(-1)?.template).toBe("matches.declinedByEnterprise");
    expect(await getCandidate(member, id)).toMatchObject({
      state: "declined",
      profile: null,
      headline: null,
    });
  });
});

describe("entering the queue by hand", () => {
  test("a nomination waits with its reason; twice at once it is one row", async () => {
    const { enterpriseId } = await makeEnterprise();
    const needId = await makeNeed(enterpriseId);
    const { talentId } = await makeTalent();
    await Promise.allSettled([
      nominate(hk, needId, talentId, { reason: "met at the fair" }),
      nominate(yantai, needId, talentId, { reason: "met at the fair" }),
    ]);
    const rows = await db.match.findMany({ where: { needId, talentId } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ status: "SUGGESTED", origin: "NOMINATED", note: "met at the fair" });
  });

  test("interest enters the queue once with its explanation; a no is answered and not asked again", async () => {
    const { enterpriseId } = await makeEnterprise();
    const needId = await makeNeed(enterpriseId);
    const { viewer } = await makeTalent();
    const [one, two] = await Promise.all([expressInterest(viewer, needId), expressInterest(viewer, needId)]);
    expect(one.matchId).toBe(two.matchId);
    expect((await read(one.matchId)).origin).toBe("INTEREST");
    expect((await listFittingNeeds(viewer, "interest")).needs[0]).toMatchObject({
      interest: "waiting",
      saved: true,
    });
    await rejectMatch(hk, one.matchId, { reasonCode: "otherField", version: await version(one.matchId) });
    expect((await mailsTo(viewer.email)).map((mail) => mail.template)).toEqual(["matches.notTakenUp"]);
    await expect(expressInterest(viewer, needId)).rejects.toMatchObject({ key: "interestAnswered" });
  });

  test("is refused for a blocked employer, a closed need, and a profile that is not listed", async () => {
    const { enterpriseId } = await makeEnterprise({ name: "烟台某某船厂有限公司" });
    const needId = await makeNeed(enterpriseId);
    const blocking = await makeTalent({ blockedEmployers: ["烟台某某船厂"] });
    await expect(expressInterest(blocking.viewer, needId)).rejects.toMatchObject({ key: "needNotOpen" });
    await expect(nominate(hk, needId, blocking.talentId, { reason: "x" })).rejects.toMatchObject({
      key: "employerBlocked",
    });
    const paused = await makeTalent({ status: "PAUSED" });
    await expect(expressInterest(paused.viewer, needId)).rejects.toMatchObject({ key: "profileNotListed" });
    const closed = await makeNeed(enterpriseId, { status: "CLOSED" });
    await expect(expressInterest((await makeTalent()).viewer, closed)).rejects.toBeInstanceOf(DomainError);
    expect(await db.match.count({ where: { needId } })).toBe(0);
  });

  test("a second round starts clean: the old consents no longer hold", async () => {
    const { id, needId, talentId, talent } = await acceptedByTalent();
    await db.need.update({ where: { id: needId }, data: { status: "CLOSED" } });
    await endForNeed(needId, "closed");
    expect((await read(id)).status).toBe("WITHDRAWN");
    await db.need.update({ where: { id: needId }, data: { status: "OPEN" } });
    await nominate(hk, needId, talentId, { reason: "again" });
    expect(await read(id)).toMatchObject({
      status: "SUGGESTED",
      invitedAt: null,
      talentDecidedAt: null,
      decidedAt: null,
    });
    expect(await db.consent.count({ where: { matchId: id, withdrawnAt: null } })).toBe(0);
    expect(await getInvitation(talent, id)).toBeNull();
  });

  test("needs are saved and taken off the list for oneself only", async () => {
    const { enterpriseId } = await makeEnterprise();
    const needId = await makeNeed(enterpriseId);
    const [one, two] = [await makeTalent(), await makeTalent()];
    await Promise.all([saveNeed(one.viewer, needId), saveNeed(one.viewer, needId)]);
    await saveNeed(two.viewer, needId);
    await unsaveNeed(two.viewer, needId);
    expect((await listFittingNeeds(one.viewer, "saved")).needs.map((entry) => entry.need.id)).toEqual([
      needId,
    ]);
    expect((await listFittingNeeds(two.viewer, "saved")).needs).toEqual([]);
  });
});

test("an erased talent leaves no word of the profile in the matches", async () => {
  const { id, talentId } = await acceptedByTalent();
  await db.talent.update({ where: { id: talentId }, data: { status: "ERASED" } });
  await endForTalent(talentId, "erased");
  expect(await read(id)).toMatchObject({ status: "WITHDRAWN", explanation: {} });
});

test("a filled need leaves those who are introduced in peace", async () => {
  const { id, needId, member } = await acceptedByTalent();
  await acceptCandidate(member, id, { reason: "fits" });
  await db.need.update({ where: { id: needId }, data: { status: "FILLED" } });
  await endForNeed(needId, "filled");
  expect((await getCandidate(member, id))?.person.name).not.toBeNull();
});
