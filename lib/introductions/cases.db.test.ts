import { expect, test } from "vitest";
import { offer } from "#e2e/support/journey.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { disableAccount } from "#lib/accounts/commands.ts";
import { historyOf } from "#lib/audit/queries.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at, now, today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { endForTalent } from "#lib/matches/ending.ts";
import { jobsOf, makeAccount, makeEnterprise, makeTalent } from "#lib/matches/test-support.ts";
import { sendDigests } from "#lib/notifications/digest.ts";
import { readParams } from "#lib/notifications/params.ts";
import { choosePreferences } from "#lib/notifications/preferences.ts";
import { getJourney, listJourneys } from "#lib/tasks/journey-queries.ts";
import { moveByHand, setNextStep } from "./case-commands.ts";
import { getCaseForStaff, stagesOf } from "./case-detail-queries.ts";
import { getCaseFrame } from "./case-queries.ts";
import type { HandMove } from "./case-schema.ts";
import { beginIntroduction, endIntroduction } from "./commands.ts";
import { endCase } from "./ending-commands.ts";
import { enterpriseLeft, ownerLeft, remindOverdue } from "./overdue-commands.ts";
import {
  acceptHandOver,
  assignCase,
  cancelHandOver,
  offerHandOver,
  returnHandOver,
} from "./owner-commands.ts";
import { makeCase, seenNow, type World } from "./test-support.ts";

useDatabase();

const DAY = 86_400_000;
const later = <T>(days: number, work: () => Promise<T>) => at(new Date(Date.now() + days * DAY), work);
const row = (id: string) => db.introduction.findUniqueOrThrow({ where: { id } });
const move = async (w: World, name: HandMove, reason = "", viewer = w.yt) =>
  moveByHand(viewer, { ...(await seenNow(w.id)), move: name, reason });
const statusesTold = async (viewer: Viewer) =>
  (await newsOf(viewer.accountId)).map(({ params }) => readParams(params).status);
/** What somebody was told in the case, and not on the way to it. */
const newsOf = (accountId: string | null) =>
  db.notification.findMany({
    where: { accountId: accountId!, NOT: { kind: { startsWith: "matches." } } },
    orderBy: { createdAt: "asc" },
  });

test("a case begins at the office of the place of arrival with a date and somebody whose turn it is", async () => {
  const w = await makeCase();
  expect(await row(w.id)).toMatchObject({ status: "SENT", office: "YANTAI", ball: "STAFF", ownerId: null });
  expect((await row(w.id)).dueOn).not.toBeNull();
  const other = await makeCase({ direction: "yantai_to_hk" });
  expect((await row(other.id)).office).toBe("HONG_KONG");
  await beginIntroduction(w.matchId);
  expect(await db.introduction.count({ where: { matchId: w.matchId } })).toBe(1);
});

test("moves by hand leave a stage, an audit event and a word to both sides; the first is the first response", async () => {
  const w = await makeCase();
  await move(w, "acknowledge");
  const acknowledged = await row(w.id);
  expect(acknowledged).toMatchObject({ status: "ACKNOWLEDGED", ball: "ENTERPRISE" });
  expect(acknowledged.firstResponseAt).not.toBeNull();
  await later(2, () => move(w, "arrangeMeeting"));
  expect((await row(w.id)).firstResponseAt).toEqual(acknowledged.firstResponseAt);
  const stages = await stagesOf(w.yt, w.id);
  expect(stages.map(({ status }) => status)).toEqual(["SENT", "ACKNOWLEDGED", "MEETING"]);
  expect(stages.slice(0, 2).every(({ leftAt }) => leftAt !== null)).toBe(true);
  for (const viewer of [w.talent, w.member])
    expect((await newsOf(viewer.accountId)).map(({ kind }) => kind)).toEqual(["caseMoved", "caseMoved"]);
  expect(await db.auditEvent.count({ where: { recordId: w.id, action: "introduction.acknowledged" } })).toBe(
    1,
  );
});

test("a slip that is taken back before its mails went out is told to nobody", async () => {
  const w = await makeCase();
  const mails = () => db.mailMessage.findMany({ where: { template: "notifications.caseMoved" } });
  const before = (await mails()).length;
  await move(w, "acknowledge");
  await move(w, "takeBack", "wrong card");
  for (const viewer of [w.talent, w.member]) expect(await newsOf(viewer.accountId)).toEqual([]);
  expect((await mails()).slice(before).map(({ status }) => status)).toEqual(["DROPPED", "DROPPED"]);
  expect((await row(w.id)).firstResponseAt).toBeNull();
  // what was sent stays said, and is corrected
  await move(w, "acknowledge");
  await db.mailMessage.updateMany({ where: { recipient: w.talent.email }, data: { status: "SENT" } });
  await move(w, "takeBack", "again");
  expect(await statusesTold(w.talent)).toEqual(["ACKNOWLEDGED", "TAKEN_BACK"]);
  expect(await newsOf(w.member.accountId)).toEqual([]);
  expect((await row(w.id)).firstResponseAt).not.toBeNull();
});

test("a slip takes back only its own news: what was told of earlier moves stays, and what a summary told is corrected", async () => {
  const w = await makeCase();
  await choosePreferences(w.talent, { caseMoved: { inApp: true, mail: "NEVER" } });
  await choosePreferences(w.member, { caseMoved: { inApp: true, mail: "DAILY" } });
  await move(w, "acknowledge");
  await move(w, "arrangeMeeting");
  await sendDigests();
  await move(w, "takeBack", "wrong card");
  expect(await statusesTold(w.talent)).toEqual(["ACKNOWLEDGED"]);
  expect(await statusesTold(w.member)).toEqual(["ACKNOWLEDGED", "MEETING", "TAKEN_BACK"]);
});

test("two slips are taken back one after the other to where the case began; its stay there goes on as if nothing had been", async () => {
  const w = await makeCase();
  await later(2, () => move(w, "acknowledge"));
  await later(3, () => move(w, "arrangeMeeting"));
  await later(4, () => move(w, "takeBack", "first-canary"));
  expect((await getCaseForStaff(w.yt, w.id))!.can.moves).toContain("takeBack");
  await later(4, () => move(w, "takeBack", "second-canary"));
  expect((await getCaseForStaff(w.yt, w.id))!.can.moves).not.toContain("takeBack");
  const told = await stagesOf(w.yt, w.id);
  expect(await row(w.id)).toMatchObject({ status: "SENT", statusSince: told[0]!.enteredAt });
  expect(told.map(({ status, reason, undoneAt }) => [status, reason, undoneAt !== null])).toEqual([
    ["SENT", null, false],
    ["ACKNOWLEDGED", "second-canary", true],
    ["MEETING", "first-canary", true],
  ]);
  for (const viewer of [w.talent, w.member]) {
    expect((await stagesOf(viewer, w.id)).map(({ status, leftAt }) => [status, leftAt])).toEqual([
      ["SENT", null],
    ]);
    expect((await getJourney(viewer, w.id, "en"))!.way.map(({ state }) => state)).not.toContain("done");
  }
  // and forward again, and back from there
  await later(5, () => move(w, "arrangeMeeting"));
  await later(6, () => move(w, "takeBack", "third"));
  expect((await row(w.id)).status).toBe("SENT");
});

test("a date that is moved later needs a reason, which the case's history keeps for staff; an earlier one needs none", async () => {
  const w = await makeCase();
  const days = (count: number) => new Date(Date.parse(today()) + count * DAY).toISOString().slice(0, 10);
  const set = async (dueOn: string, reason = "") =>
    setNextStep(w.yt, { ...(await seenNow(w.id)), nextStep: "Call", ball: "STAFF", dueOn, reason });
  const before = await row(w.id);
  await expect(set(days(30))).rejects.toMatchObject({ issues: [{ path: "reason", key: "dueLaterReason" }] });
  expect(await row(w.id)).toEqual(before);
  await set(days(1));
  await set(days(1));
  await set(days(30), "canary: the ferry does not run before");
  const history = await historyOf(w.yt, "introduction", w.id);
  expect(history.filter(({ reason }) => reason?.startsWith("canary"))).toMatchObject([
    { action: "introduction.dateExplained" },
  ]);
});

test("only officers of the case's office move it: others of staff are told why, everybody else finds nothing", async () => {
  const w = await makeCase();
  await expect(move(w, "acknowledge", "", w.hk)).rejects.toMatchObject({ key: "caseAtOtherOffice" });
  const { member } = await makeEnterprise();
  const { viewer: stranger } = await makeTalent();
  for (const viewer of [w.talent, w.member, member, stranger]) {
    await expect(move(w, "acknowledge", "", viewer)).rejects.toBeInstanceOf(NotFoundError);
    const step = { nextStep: "x", ball: "STAFF" as const, dueOn: today(), reason: "" };
    await expect(setNextStep(viewer, { ...(await seenNow(w.id)), ...step })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    expect(await getCaseForStaff(viewer, w.id)).toBeNull();
  }
  expect((await row(w.id)).status).toBe("SENT");
  await move(w, "acknowledge", "", await makeAccount({ role: "ADMIN", office: null }));
});

test("of two officers who act at once one wins and the other is told; nothing is done twice", async () => {
  const w = await makeCase();
  const seen = await seenNow(w.id);
  const acts = [w.yt, w.yt2].map((viewer) =>
    moveByHand(viewer, { ...seen, move: "acknowledge", reason: "" }),
  );
  const answers = await Promise.allSettled(acts);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
    reason: expect.any(ConflictError),
  });
  expect(await db.introductionStage.count({ where: { introductionId: w.id } })).toBe(2);
  // a step written beside a case that has moved on meanwhile is a conflict too
  const step = { nextStep: "Call", ball: "STAFF" as const, dueOn: today(), reason: "" };
  await expect(setNextStep(w.yt2, { ...seen, ...step })).rejects.toMatchObject({ key: "caseConflict" });
});

test("the next step has a day that is not past, and all sides read it; reasons and names of movers only staff", async () => {
  const w = await makeCase();
  const step = { nextStep: "首次线上面谈", ball: "ENTERPRISE" as const, reason: "" };
  await expect(
    setNextStep(w.yt, { ...(await seenNow(w.id)), ...step, dueOn: "2020-01-01" }),
  ).rejects.toBeInstanceOf(InvalidError);
  await setNextStep(w.yt, { ...(await seenNow(w.id)), ...step, dueOn: today() });
  await move(w, "acknowledge");
  await move(w, "takeBack", "canary-reason");
  for (const viewer of [w.talent, w.member]) {
    const [frame, stages] = [
      await getCaseFrame(viewer, { introductionId: w.id }),
      await stagesOf(viewer, w.id),
    ];
    expect(frame).toMatchObject({ code: expect.stringMatching(/^C-/), handOverTo: null });
    expect(JSON.stringify(stages)).not.toContain("canary-reason");
    expect(stages.every(({ actor }) => actor === null)).toBe(true);
  }
  expect(JSON.stringify(await stagesOf(w.yt, w.id))).toContain("canary-reason");
});

test("a mistaken move goes back to the stage before, with a reason; an end within two weeks; a withdrawal never", async () => {
  const w = await makeCase();
  await expect(move(w, "takeBack", "x")).rejects.toBeInstanceOf(DomainError);
  await move(w, "acknowledge");
  await move(w, "arrangeMeeting");
  await move(w, "takeBack", "x");
  expect((await row(w.id)).status).toBe("ACKNOWLEDGED");
  const end = { ending: "endAsNoFit" as const, outcome: "skills", words: "" };
  const seen = await seenNow(w.id);
  await endCase(w.yt, { ...seen, ...end });
  expect(await row(w.id)).toMatchObject({ status: "NO_FIT", outcome: "skills", dueOn: null, nextStep: "" });
  // whoever was typing meanwhile hears that it is over, and not that it changed
  const step = { nextStep: "Call", ball: "STAFF" as const, dueOn: today(), reason: "" };
  await expect(setNextStep(w.yt, { ...seen, ...step })).rejects.toMatchObject({ key: "caseOver" });
  await expect(later(15, () => move(w, "takeBack", "x"))).rejects.toMatchObject({ key: "caseMoveTooLate" });
  await later(13, () => move(w, "takeBack", "x"));
  expect(await row(w.id)).toMatchObject({ status: "ACKNOWLEDGED", outcome: null, closedAt: null });
  await endCase(w.talent, {
    ...(await seenNow(w.id)),
    ending: "withdraw",
    outcome: "other_work",
    words: "canary-words",
  });
  await expect(move(w, "takeBack", "x")).rejects.toBeInstanceOf(DomainError);
});

test("a side ends a case only in its own ways and for its own reasons", async () => {
  const w = await makeCase();
  const tries = [
    [w.talent, "endAsNoFit", "skills"],
    [w.talent, "withdraw", "budget"],
    [w.member, "withdraw", "family"],
    [w.member, "close", "staying"],
    [w.yt, "close", "other_work"],
  ] as const;
  for (const [viewer, ending, outcome] of tries)
    await expect(
      endCase(viewer, { ...(await seenNow(w.id)), ending, outcome, words: "" }),
    ).rejects.toBeInstanceOf(DomainError);
  expect((await row(w.id)).status).toBe("SENT");
});

test("a withdrawal closes the person's data at once: match and consents end with the case", async () => {
  const w = await makeCase();
  const end = { ending: "withdraw" as const, outcome: "terms", words: "" };
  await endCase(w.talent, { ...(await seenNow(w.id)), ...end });
  expect((await row(w.id)).status).toBe("WITHDRAWN");
  expect(await db.match.findUnique({ where: { id: w.matchId } })).toMatchObject({ status: "WITHDRAWN" });
  expect(await db.consent.count({ where: { matchId: w.matchId, withdrawnAt: null } })).toBe(0);
  expect(await getCaseFrame(w.member, { matchId: w.matchId })).toBeNull();
  expect(await getCaseFrame(w.talent, { introductionId: w.id })).toMatchObject({ status: "WITHDRAWN" });
});

test("a withdrawn consent shuts the case to the enterprise at once and ends it by the job", async () => {
  const w = await makeCase();
  expect((await getCaseFrame(w.member, { matchId: w.matchId }))?.talent.name).toContain("陳大文");
  await db.consent.updateMany({
    where: { matchId: w.matchId, category: "anonymous", purpose: "INTRODUCTION" },
    data: { withdrawnAt: now(), endedBy: "WITHDRAWN" },
  });
  expect(await getCaseFrame(w.member, { matchId: w.matchId })).toBeNull();
  await endForTalent(w.talentId, "consentWithdrawn");
  await endIntroduction(w.matchId, "consentWithdrawn");
  expect(await row(w.id)).toMatchObject({ status: "WITHDRAWN", outcome: "consent_withdrawn", dueOn: null });
});

test("a job that comes twice or late begins no case again", async () => {
  const w = await makeCase();
  await endCase(w.yt, { ...(await seenNow(w.id)), ending: "endAsNoFit", outcome: "terms", words: "" });
  const ended = await row(w.id);
  await beginIntroduction(w.matchId);
  expect(await row(w.id)).toEqual(ended);
});

test("nobody of another enterprise, and no other talent, opens a case", async () => {
  const w = await makeCase();
  const { member } = await makeEnterprise();
  const { viewer } = await makeTalent();
  for (const stranger of [member, viewer]) {
    expect(await getCaseFrame(stranger, { introductionId: w.id })).toBeNull();
    expect(await getCaseFrame(stranger, { matchId: w.matchId })).toBeNull();
    expect(await stagesOf(stranger, w.id)).toEqual([]);
  }
  // a colleague of the same enterprise does: the case stays with it whoever leaves
  const colleague = await makeAccount({ role: "ENTERPRISE", office: null, enterpriseId: w.enterpriseId });
  await db.account.update({ where: { id: w.member.accountId! }, data: { disabledAt: now() } });
  expect(await getCaseFrame(colleague, { matchId: w.matchId })).toMatchObject({ id: w.id });
});

test("any officer of the office takes a case over from one who is away; the other office's do not", async () => {
  const w = await makeCase();
  await assignCase(w.yt, { ...(await seenNow(w.id)), ownerId: w.yt.accountId! });
  await assignCase(w.yt2, { ...(await seenNow(w.id)), ownerId: w.yt2.accountId! });
  expect((await row(w.id)).ownerId).toBe(w.yt2.accountId);
  await expect(
    assignCase(w.hk, { ...(await seenNow(w.id)), ownerId: w.hk.accountId! }),
  ).rejects.toMatchObject({ key: "caseAtOtherOffice" });
  await expect(
    assignCase(w.yt, { ...(await seenNow(w.id)), ownerId: w.hk.accountId! }),
  ).rejects.toBeInstanceOf(InvalidError);
  await assignCase(w.yt2, { ...(await seenNow(w.id)), ownerId: w.yt.accountId! });
  expect((await newsOf(w.yt.accountId)).map(({ kind }) => kind)).toEqual(["caseAssigned"]);
});

test("a handover is asked, and only the other office's yes moves the case; it is never without an office", async () => {
  const w = await makeCase();
  await assignCase(w.yt, { ...(await seenNow(w.id)), ownerId: w.yt.accountId! });
  await offerHandOver(w.yt, { ...(await seenNow(w.id)), note: "Visa questions" });
  expect(await row(w.id)).toMatchObject({
    office: "YANTAI",
    ownerId: w.yt.accountId,
    handOverTo: "HONG_KONG",
  });
  await expect(acceptHandOver(w.yt2, { ...(await seenNow(w.id)), ownerId: null })).rejects.toBeInstanceOf(
    DomainError,
  );
  await returnHandOver(w.hk, { ...(await seenNow(w.id)), reason: "Not ours" });
  expect(await row(w.id)).toMatchObject({ office: "YANTAI", handOverTo: null, handOverNote: null });
  await offerHandOver(w.yt, { ...(await seenNow(w.id)), note: "Please" });
  await cancelHandOver(w.yt, await seenNow(w.id));
  await offerHandOver(w.yt, { ...(await seenNow(w.id)), note: "Please" });
  const seen = await seenNow(w.id);
  const hk2 = await makeAccount();
  const both = await Promise.allSettled(
    [w.hk, hk2].map((viewer) => acceptHandOver(viewer, { ...seen, ownerId: null })),
  );
  expect(both.map((one) => (one.status === "rejected" ? one.reason.key : "taken")).sort()).toEqual([
    "handOverAnswered",
    "taken",
  ]);
  expect(await row(w.id)).toMatchObject({ office: "HONG_KONG", handOverTo: null, handOverById: null });
  expect((await newsOf(w.yt.accountId)).filter(({ kind }) => kind === "caseHandOverAnswered")).toHaveLength(
    2,
  );
  await expect(move(w, "acknowledge")).rejects.toMatchObject({ key: "caseAtOtherOffice" });
});

test("an officer hears of a date that has passed once, the whole office some days later or when nobody has it", async () => {
  const w = await makeCase();
  // the other tests' cases are not asked about here
  await db.introduction.updateMany({ where: { id: { not: w.id } }, data: { dueOn: null } });
  await assignCase(w.yt, { ...(await seenNow(w.id)), ownerId: w.yt.accountId! });
  const told = async (accountId: string | null) =>
    (await newsOf(accountId)).filter(({ kind, path }) => kind === "caseOverdue" && path.endsWith(w.id))
      .length;
  await later(3, remindOverdue);
  expect(await told(w.yt.accountId)).toBe(0);
  await later(4, remindOverdue);
  await later(5, remindOverdue);
  expect([await told(w.yt.accountId), await told(w.yt2.accountId)]).toEqual([1, 0]);
  await later(10, remindOverdue);
  expect(await told(w.yt2.accountId)).toBe(1);
});

test("when an enterprise's last person leaves, its cases come to the workstation today", async () => {
  const w = await makeCase();
  await move(w, "acknowledge");
  await enterpriseLeft(w.enterpriseId);
  expect((await row(w.id)).ball).toBe("ENTERPRISE");
  await disableAccount(await makeAccount({ role: "ADMIN", office: null }), w.member.accountId!);
  expect(await jobsOf("introductions.enterpriseLeft", w.enterpriseId)).toHaveLength(1);
  await enterpriseLeft(w.enterpriseId);
  expect(await row(w.id)).toMatchObject({ ball: "STAFF", dueOn: new Date(today()) });
  expect(await getCaseForStaff(w.yt, w.id)).toMatchObject({ enterpriseGone: true });
  expect((await newsOf(w.yt.accountId)).map(({ kind }) => kind)).toContain("caseEnterpriseLeft");
});

test("when the officer of a case can no longer sign in, its office hears of it at once and sees that nobody has it", async () => {
  const w = await makeCase();
  await assignCase(w.yt, { ...(await seenNow(w.id)), ownerId: w.yt.accountId! });
  await ownerLeft(w.yt.accountId!);
  expect((await row(w.id)).ownerId).toBe(w.yt.accountId);
  await disableAccount(await makeAccount({ role: "ADMIN", office: null }), w.yt.accountId!);
  await offer(w);
  expect((await newsOf(w.yt2.accountId)).map(({ kind }) => kind)).toContain("offerMade");
  const [job] = await jobsOf("introductions.ownerLeft", w.yt.accountId!);
  expect(job).toBeDefined();
  await ownerLeft(w.yt.accountId!);
  expect((await row(w.id)).ownerId).toBeNull();
});

test("a dozen people open the pages of cases that officers have, all at once", async () => {
  const w = await makeCase();
  await assignCase(w.yt, { ...(await seenNow(w.id)), ownerId: w.yt.accountId! });
  const each = Array.from({ length: 12 }, () => [
    getCaseFrame(w.talent, { introductionId: w.id }),
    listJourneys(w.talent, "en"),
  ]);
  const read = await Promise.all(each.flat());
  expect(read.every((one) => one !== null)).toBe(true);
});
