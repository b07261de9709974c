import { expect, test } from "vitest";
import { accept, land, offer, record, signing, upload } from "#e2e/support/journey.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { at, now, today } from "#lib/clock.ts";
import { dayAfter, dayOf } from "#lib/days.ts";
import { db, transaction } from "#lib/db.ts";
import { DomainError, NotFoundError } from "#lib/errors.ts";
import { endIntroduction } from "#lib/introductions/commands.ts";
import { countersignLanding } from "#lib/introductions/landing-commands.ts";
import { moveCase } from "#lib/introductions/move.ts";
import { makeCase, type World } from "#lib/introductions/test-support.ts";
import { endForTalent } from "#lib/matches/ending.ts";
import { makeEnterprise } from "#lib/matches/test-support.ts";
import { withdrawFromEnterprise } from "#lib/talents/consent-commands.ts";
import { getReach } from "#lib/talents/queries.ts";
import { acceptTask, reopenTask, returnTask, submitTask, waiveTask } from "./answer-commands.ts";
import { addTask, chooseItem, editTask, removeTask } from "./commands.ts";
import { LEAST_DAYS } from "./due.ts";
import { followCase } from "./follow-commands.ts";
import { forgetJourneys } from "./forget-commands.ts";
import { getJourney, listJourneys } from "./journey-queries.ts";
import { getCaseTasks } from "./queries.ts";
import { remindOfTasks } from "./remind-commands.ts";

useDatabase();

const DAY = 86_400_000;
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => {
      if (!(error instanceof DomainError)) throw error;
      return error.key;
    },
  );
const tasksOf = (w: World) =>
  db.caseTask.findMany({ where: { introductionId: w.id }, orderBy: { createdAt: "asc" } });
/** A task as somebody sees it now. */
const seen = async (w: World, taskId: string) => {
  const { version } = await db.caseTask.findUniqueOrThrow({ where: { id: taskId } });
  return { introductionId: w.id, taskId, version };
};
const taskOf = (w: World, item: string) =>
  db.caseTask.findUniqueOrThrow({ where: { introductionId_item: { introductionId: w.id, item } } });
const NEW = { kind: "DO", title: "Call", text: "", dueOn: null, assigneeId: null } as const;
const add = async (w: World, more: Partial<Parameters<typeof addTask>[1]> = {}) =>
  (await addTask(w.yt, { introductionId: w.id, side: "TALENT", ...NEW, ...more })).taskId;
const SENT = { words: "", values: {} };

async function accepted(pathway: string | null, startOn = dayAfter(today(), 60)) {
  const w = await makeCase();
  await db.talent.update({ where: { id: w.talentId }, data: { pathway, qualifications: ["MHKIE"] } });
  await offer(w, { startOn });
  await followCase(w.id);
  await accept(w);
  await followCase(w.id);
  return w;
}

// first, while the database holds no other tasks that fall due
test("reminders over simulated days: soon, due, overdue to the officer, then to the office, each once", async () => {
  const w = await makeCase();
  await db.introduction.update({ where: { id: w.id }, data: { ownerId: w.yt.accountId } });
  const start = now().getTime();
  const taskId = await add(w, { title: "Send the plan", dueOn: dayAfter(today(), 10) });
  const count = (accountId: string | null, kind: string) =>
    db.notification.count({ where: { accountId: accountId!, kind } });
  const log: Record<number, number[]> = {};
  for (const day of [0, 6, 7, 8, 10, 11, 12, 17, 18, 25]) {
    await at(new Date(start + day * DAY), () => Promise.all([remindOfTasks(), remindOfTasks()]));
    log[day] = [
      await count(w.talent.accountId, "taskDue"),
      await count(w.talent.accountId, "taskOverdue"),
      await count(w.yt.accountId, "taskOverdue"),
      await count(w.yt2.accountId, "taskOverdue"),
      await count(w.hk.accountId, "taskOverdue"),
    ];
  }
  expect(log[6]).toEqual([0, 0, 0, 0, 0]);
  expect(log[7]).toEqual([1, 0, 0, 0, 0]);
  expect(log[10]).toEqual([2, 0, 0, 0, 0]);
  expect(log[11]).toEqual([2, 1, 1, 0, 0]);
  expect(log[17]).toEqual([2, 2, 2, 1, 0]);
  expect(log[25]).toEqual(log[17]);
  await at(new Date(start + 26 * DAY), async () => {
    await submitTask(w.talent, { introductionId: w.id, taskId, ...SENT });
    await returnTask(w.yt, { ...(await seen(w, taskId)), reason: "more" });
  });
  const again = await db.caseTask.findUniqueOrThrow({ where: { id: taskId } });
  expect([dayOf(again.dueOn!), again.officeToldAt]).toEqual([dayAfter(today(), 31), null]);
});

test("a stage lays its checklist out once, lets the one before go, and brings it back with the case", async () => {
  const w = await makeCase();
  await transaction(w.yt, (tx) => moveCase(tx, w.yt, "arrangeMeeting", { id: w.id }));
  await Promise.all([followCase(w.id), followCase(w.id)]);
  const lists = async (where = {}) =>
    (await db.caseTask.findMany({ where: { introductionId: w.id, ...where } })).map(
      ({ item }) => item?.split(".")[0],
    );
  expect(new Set(await lists())).toEqual(new Set(["interview"]));
  await offer(w);
  await followCase(w.id);
  expect(new Set(await lists({ status: "OPEN" }))).toEqual(new Set(["offer"]));
  expect(new Set(await lists({ status: "WAIVED" }))).toEqual(new Set(["interview"]));
  await transaction(w.member, (tx) => moveCase(tx, w.member, "reopenTalks", { id: w.id }));
  await followCase(w.id);
  expect((await db.offer.findMany({ where: { introductionId: w.id } })).map(({ status }) => status)).toEqual([
    "SUPERSEDED",
  ]);
  expect(new Set(await lists({ status: "OPEN" }))).toEqual(new Set(["interview"]));
  // one word for a whole list, and none when it came back
  expect(
    await db.notification.count({ where: { accountId: w.talent.accountId!, kind: "taskAssigned" } }),
  ).toBe(1);
});

test.each([
  [
    "hkmo_chinese_resident",
    ["residence-permit", "social-insurance", "travel-permit"],
    ["work-permit", "which-measures"],
  ],
  [
    "hkmo_other_resident",
    ["work-permit", "stay-permit-other"],
    ["residence-permit", "social-insurance", "lodging"],
  ],
  [
    "mainland_resident",
    ["which-measures", "social-insurance-mainland"],
    ["residence-permit", "work-permit", "travel-permit"],
  ],
  [
    "foreign_national",
    ["work-permit", "stay-permit", "lodging"],
    ["residence-permit", "travel-permit", "which-measures"],
  ],
  [null, ["pathway"], ["work-permit", "residence-permit", "which-measures"]],
])("the landing list of %s", async (pathway, there, absent) => {
  const w = await accepted(pathway);
  const keys = (await tasksOf(w)).map(({ item }) => item?.replace("landing.", ""));
  for (const key of [...there, "housing", "qualification"]) expect(keys).toContain(key);
  for (const key of [...absent, "schooling", "family", "hk-visa"]) expect(keys).not.toContain(key);
});

test("due dates go with the arrival; a day that an officer set stays", async () => {
  const start = dayAfter(today(), 60);
  const w = await accepted("hkmo_chinese_resident", start);
  const due = async (item: string) => {
    const { dueOn } = await taskOf(w, item);
    return dueOn && dayOf(dueOn);
  };
  expect(await due("landing.residence-permit")).toBe(dayAfter(start, 183));
  const bank = await taskOf(w, "landing.bank");
  await editTask(w.yt, {
    introductionId: w.id,
    taskId: bank.id,
    version: bank.version,
    title: "",
    text: "",
    dueOn: dayAfter(today(), 5),
    assigneeId: null,
  });
  await db.introduction.update({ where: { id: w.id }, data: { status: "ACCEPTED" } });
  await db.offer.updateMany({
    where: { introductionId: w.id },
    data: { startOn: new Date(dayAfter(start, 30)) },
  });
  await followCase(w.id);
  expect(await due("landing.residence-permit")).toBe(dayAfter(start, 213));
  expect(await due("landing.bank")).toBe(dayAfter(today(), 5));
});

test("sent, sent back with a reason, sent anew, accepted; the workstation's own are done at once", async () => {
  const w = await makeCase();
  const taskId = await add(w, { kind: "QUESTION", title: "When can you come?" });
  const ref = { introductionId: w.id, taskId };
  expect(await keyOf(submitTask(w.talent, { ...ref, ...SENT }))).toBe("invalid");
  await submitTask(w.talent, { ...ref, words: "In May", values: {} });
  const looked = await seen(w, taskId);
  await submitTask(w.talent, { ...ref, words: "In May or June", values: {} });
  // what was sent meanwhile is not decided unseen
  expect(await keyOf(acceptTask(w.yt, looked))).toBe("conflict");
  await returnTask(w.yt, { ...(await seen(w, taskId)), reason: "Which week?" });
  expect((await getCaseTasks(w.talent, w.id, "en"))!.mine[0]).toMatchObject({
    status: "RETURNED",
    reason: "Which week?",
    words: "In May or June",
  });
  await submitTask(w.talent, { ...ref, words: "The first", values: {} });
  await acceptTask(w.hk, await seen(w, taskId));
  expect((await getJourney(w.talent, w.id, "en"))!.done.map(({ title }) => title.text)).toEqual([
    "When can you come?",
  ]);
  const own = await add(w, { side: "STAFF", assigneeId: w.hk.accountId });
  await submitTask(w.yt, { introductionId: w.id, taskId: own, ...SENT });
  expect((await db.caseTask.findUniqueOrThrow({ where: { id: own } })).status).toBe("ACCEPTED");
});

test("two officers at once: one decides", async () => {
  const w = await makeCase();
  const taskId = await add(w, { kind: "QUESTION" });
  await submitTask(w.talent, { introductionId: w.id, taskId, words: "yes", values: {} });
  const ref = await seen(w, taskId);
  const both = await Promise.all([
    keyOf(returnTask(w.yt, { ...ref, reason: "more" })),
    keyOf(waiveTask(w.hk, { ...ref, reason: "not needed" })),
  ]);
  expect(both.sort()).toEqual(["conflict", "done"]);
  const task = await db.caseTask.findUniqueOrThrow({ where: { id: taskId } });
  expect(["RETURNED", "WAIVED"]).toContain(task.status);
});

test("a side reaches its own tasks only, and an enterprise reads no titles of the person's", async () => {
  const w = await accepted("hkmo_chinese_resident");
  const housing = await taskOf(w, "landing.housing");
  const { version, ...task } = await seen(w, housing.id);
  const ref = { ...task, version };
  const { member: stranger } = await makeEnterprise();
  const foreign = await makeCase();
  for (const who of [stranger, foreign.talent, w.member])
    await expect(submitTask(who, { ...task, ...SENT })).rejects.toThrow(NotFoundError);
  for (const who of [w.talent, w.member]) {
    await expect(acceptTask(who, ref)).rejects.toThrow(NotFoundError);
    await expect(addTask(who, { introductionId: w.id, side: "STAFF", ...NEW })).rejects.toThrow(
      NotFoundError,
    );
    await expect(removeTask(who, ref)).rejects.toThrow(NotFoundError);
  }
  expect(await getCaseTasks(stranger, w.id, "en")).toBeNull();
  // a task of another case is not reached through one's own
  await expect(acceptTask(w.yt, { ...ref, introductionId: foreign.id })).rejects.toThrow(NotFoundError);
  const read = JSON.stringify([
    await getCaseTasks(w.member, w.id, "en"),
    await getJourney(w.member, w.id, "en"),
    await listJourneys(w.member, "en"),
  ]);
  expect(read).not.toContain("Is your housing arranged?");
  expect((await getCaseTasks(w.member, w.id, "en"))!.hidden).toBeGreaterThan(3);
  expect(await listJourneys(stranger, "en")).toEqual([]);
});

test("no identity papers before an offer is accepted; matters of the family only by wish", async () => {
  const w = await makeCase();
  expect(await keyOf(add(w, { kind: "UPLOAD", title: "请上传身份证复印件" }))).toBe("invalid");
  expect(await keyOf(add(w, { kind: "QUESTION", title: "Your passport number" }))).toBe("invalid");
  await add(w, { title: "Check that your passport is valid" });
  await expect(chooseItem(w.talent, { introductionId: w.id, item: "landing.schooling" })).rejects.toThrow(
    NotFoundError,
  );
  await offer(w);
  await accept(w);
  await chooseItem(w.talent, { introductionId: w.id, item: "landing.schooling" });
  await chooseItem(w.talent, { introductionId: w.id, item: "landing.schooling" });
  expect((await tasksOf(w)).filter(({ item }) => item === "landing.schooling")).toHaveLength(1);
  await expect(chooseItem(w.member, { introductionId: w.id, item: "landing.family" })).rejects.toThrow(
    NotFoundError,
  );
  await expect(chooseItem(w.talent, { introductionId: w.id, item: "landing.housing" })).rejects.toThrow(
    NotFoundError,
  );
  expect(await keyOf(add(w, { kind: "UPLOAD", title: "请上传身份证复印件" }))).toBe("done");
});

test("a contract is read by all three sides, other files by their own side and staff", async () => {
  const w = await accepted("hkmo_chinese_resident");
  const contract = await taskOf(w, "landing.contract");
  await submitTask(w.member, { introductionId: w.id, taskId: contract.id, ...SENT, upload: upload() });
  const own = await add(w, { kind: "UPLOAD", title: "Photo of the desk" });
  await submitTask(w.talent, { introductionId: w.id, taskId: own, ...SENT, upload: upload() });
  const files = await db.caseFile.findMany({ where: { introductionId: w.id } });
  expect(files).toEqual([]);
  const seen = (viewer: World["talent"]) =>
    transaction(viewer, (tx) => tx.caseFile.findMany({ where: { introductionId: w.id } }));
  expect([(await seen(w.talent)).length, (await seen(w.member)).length, (await seen(w.yt)).length]).toEqual([
    2, 1, 2,
  ]);
});

test("what an enterprise answers to a shared task is read by the talent once it is accepted; nothing of the talent's the other way", async () => {
  const w = await accepted("hkmo_chinese_resident");
  const contract = await taskOf(w, "landing.contract");
  await submitTask(w.member, {
    introductionId: w.id,
    taskId: contract.id,
    words: "Signed in Yantai",
    values: {},
    upload: upload(),
  });
  const plan = await taskOf(w, "landing.arrival-plan");
  const arriving = (arrival: string) =>
    submitTask(w.talent, {
      introductionId: w.id,
      taskId: plan.id,
      words: "",
      values: { arrival, meet: "yes" },
    });
  await expect(arriving("2019-01-01")).rejects.toMatchObject({
    issues: [{ path: "values.arrival", key: "dueInPast" }],
  });
  await submitTask(w.talent, {
    introductionId: w.id,
    taskId: plan.id,
    words: "by train",
    values: { arrival: dayAfter(today(), 60), meet: "yes" },
  });
  const first = await taskOf(w, "landing.social-insurance");
  await submitTask(w.member, { introductionId: w.id, taskId: first.id, words: "our office", values: {} });
  const read = async (id: string) =>
    (await getCaseTasks(w.talent, w.id, "en"))!.others.find((task) => task.id === id)!.given;
  expect(await read(contract.id)).toBeNull();
  for (const { id } of [contract, plan, first]) await acceptTask(w.yt, await seen(w, id));
  expect(await read(contract.id)).toMatchObject({
    words: "Signed in Yantai",
    file: { filename: "proof.pdf" },
  });
  expect(await read(first.id)).toBeNull();
  expect(JSON.stringify(await getCaseTasks(w.member, w.id, "en"))).not.toContain("by train");
});

test("after a withdrawal nothing is sent, reminded or asked any more, and what was open is let go", async () => {
  const w = await makeCase();
  const taskId = await add(w, { dueOn: dayAfter(today(), 1) });
  await db.consent.updateMany({
    where: { matchId: w.matchId, withdrawnAt: null },
    data: { withdrawnAt: now(), endedBy: "WITHDRAWN" },
  });
  expect(await keyOf(submitTask(w.talent, { introductionId: w.id, taskId, ...SENT }))).toBe("caseOver");
  expect(await keyOf(add(w))).toBe("caseOver");
  expect(await getCaseTasks(w.member, w.id, "en")).toBeNull();
  await at(new Date(now().getTime() + 3 * DAY), remindOfTasks);
  expect(
    await db.notification.count({ where: { accountId: w.talent.accountId!, kind: "taskOverdue" } }),
  ).toBe(0);
  await endForTalent(w.talentId, "consentWithdrawn");
  await endIntroduction(w.matchId, "consentWithdrawn");
  await followCase(w.id);
  expect((await tasksOf(w)).map(({ status }) => status)).toEqual(["WAIVED"]);
  expect(await keyOf(reopenTask(w.yt, await seen(w, taskId)))).toBe("caseOver");
});

test("after an erasure nothing that was written about the person is left, and what is counted stays", async () => {
  const w = await makeCase();
  await land(w);
  await followCase(w.id);
  await add(w, { title: "Call Mr Secretname" });
  const plan = await taskOf(w, "landing.bank");
  await submitTask(w.talent, {
    introductionId: w.id,
    taskId: plan.id,
    words: "Secretname",
    values: {},
  });
  await forgetJourneys(w.talentId);
  await forgetJourneys(w.talentId);
  const left = await db.introduction.findUniqueOrThrow({
    where: { id: w.id },
    include: { tasks: true, offers: true, landing: true, followUps: true, stages: true },
  });
  expect(JSON.stringify(left)).not.toContain("Secretname");
  expect(left.landing?.countersignedAt).not.toBeNull();
  expect(left.followUps).toHaveLength(6);
});

test("the person's own home says how far their introductions have come, and no longer of one that ended", async () => {
  const w = await makeCase();
  expect(await getReach(w.talent)).toBe("introduced");
  await land(w);
  expect(await getReach(w.talent)).toBe("landed");
  const other = await makeCase();
  await withdrawFromEnterprise(other.talent, other.enterpriseId);
  await endForTalent(other.talentId, "consentWithdrawn");
  await endIntroduction(other.matchId, "consentWithdrawn");
  expect(await getReach(other.talent)).toBe("none");
});

test("landing moves the dates to the day of arrival", async () => {
  const w = await makeCase();
  await db.talent.update({ where: { id: w.talentId }, data: { pathway: "hkmo_chinese_resident" } });
  await land(w);
  await followCase(w.id);
  expect(dayOf((await taskOf(w, "landing.residence-permit")).dueOn!)).toBe(dayAfter(today(), 183));
});

test("a landing that is recorded late makes nobody late who was in time", async () => {
  const w = await accepted("hkmo_chinese_resident", dayAfter(today(), 30));
  const begun = new Date(now().getTime() - 40 * DAY);
  await db.introduction.update({ where: { id: w.id }, data: { createdAt: begun } });
  await db.caseTask.updateMany({ where: { introductionId: w.id }, data: { createdAt: begun } });
  const late = async () =>
    (await tasksOf(w))
      .filter(({ status, dueOn }) => status === "OPEN" && dueOn && dayOf(dueOn) < today())
      .map(({ item }) => item);
  expect(await late()).toEqual([]);
  await record(w, w.hk, dayAfter(today(), -30));
  await followCase(w.id);
  await countersignLanding(w.yt, await signing(w));
  await followCase(w.id);
  expect(await late()).toEqual([]);
  expect(dayOf((await taskOf(w, "landing.bank")).dueOn!)).toBe(dayAfter(today(), LEAST_DAYS));
});

test("what has no point once the person is there is let go by the landing, and stays so", async () => {
  const w = await accepted("hkmo_chinese_resident");
  expect((await taskOf(w, "landing.arrival-plan")).status).toBe("OPEN");
  await record(w);
  await countersignLanding(w.yt, await signing(w));
  for (let time = 0; time < 2; time++) await followCase(w.id);
  expect(await taskOf(w, "landing.arrival-plan")).toMatchObject({ status: "WAIVED", decidedById: null });
  expect((await taskOf(w, "landing.bank")).status).toBe("OPEN");
});

test("a task that staff give a side is their first response; one of their own and the portal's checklists are none", async () => {
  const w = await makeCase();
  const answered = async () =>
    (await db.introduction.findUniqueOrThrow({ where: { id: w.id } })).firstResponseAt !== null;
  await followCase(w.id);
  await add(w, { side: "STAFF" });
  expect(await answered()).toBe(false);
  await add(w);
  expect(await answered()).toBe(true);
});
