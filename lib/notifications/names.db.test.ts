import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at, now, today } from "#lib/clock.ts";
import { dayAfter } from "#lib/days.ts";
import { db } from "#lib/db.ts";
import { endIntroduction } from "#lib/introductions/commands.ts";
import { makeCase, type World } from "#lib/introductions/test-support.ts";
import { endForTalent } from "#lib/matches/ending.ts";
import { mailsTo } from "#lib/matches/test-support.ts";
import { chooseTime, proposeMeeting, rescheduleMeeting } from "#lib/meetings/commands.ts";
import { followMeetings, remindOfMeetings } from "#lib/meetings/follow-commands.ts";
import { recordMeeting } from "#lib/meetings/outcome-commands.ts";
import { cancelVisit, planVisit } from "#lib/meetings/visit-commands.ts";
import { withdrawFromEnterprise } from "#lib/talents/consent-commands.ts";
import { returnTask, submitTask } from "#lib/tasks/answer-commands.ts";
import { addTask, editTask } from "#lib/tasks/commands.ts";
import { remindOfTasks } from "#lib/tasks/remind-commands.ts";
import { sendDigests } from "./digest.ts";
import { choosePreferences } from "./preferences.ts";
import { listNotifications } from "./queries.ts";

useDatabase();

const NAME = "陳大文";
const DAY = 86_400_000;
const inDays = (days: number) => new Date(now().getTime() + days * DAY);
const version = async (of: "meeting" | "visit" | "caseTask", id: string) =>
  (await (db[of] as typeof db.meeting).findUniqueOrThrow({ where: { id }, select: { version: true } }))
    .version;

/** A task of one side, from its being given to its being overdue for a week. */
async function taskOf(w: World, side: "TALENT" | "ENTERPRISE" | "STAFF", by: Viewer) {
  const about = { title: `Contract for ${NAME}`, text: NAME, dueOn: dayAfter(today(), 5), assigneeId: null };
  const { taskId } = await addTask(w.yt, { introductionId: w.id, side, kind: "DO", ...about });
  const ref = { introductionId: w.id, taskId };
  await editTask(w.yt, { ...ref, ...about, version: await version("caseTask", taskId) });
  if (side === "STAFF") return;
  await submitTask(by, { ...ref, words: NAME, values: {} });
  await returnTask(w.yt, { ...ref, version: await version("caseTask", taskId), reason: NAME });
}

async function meetingOf(w: World, days: number) {
  const { meetingId } = await proposeMeeting(w.member, {
    introductionId: w.id,
    visitId: null,
    kind: "interview",
    mode: "on_site",
    title: `Interview with ${NAME}`,
    place: "Room 5",
    url: "https://meet.example/5",
    note: NAME,
    minutes: 60,
    suggested: [],
    times: [inDays(days)],
    fixed: false,
  });
  await choose(w, w.talent, meetingId);
  return meetingId;
}

async function choose(w: World, by: Viewer, meetingId: string) {
  const { id: optionId } = await db.meetingOption.findFirstOrThrow({ where: { meetingId } });
  await chooseTime(by, {
    introductionId: w.id,
    meetingId,
    version: await version("meeting", meetingId),
    optionId,
  });
}

test("what people are told names nobody, whatever was typed, so that a withdrawn consent leaves nothing told of the person", async () => {
  const w = await makeCase();
  await choosePreferences(w.member, { taskAssigned: { inApp: true, mail: "DAILY" } });
  await taskOf(w, "TALENT", w.talent);
  await taskOf(w, "ENTERPRISE", w.member);
  await taskOf(w, "STAFF", w.yt);
  const missed = await meetingOf(w, 0.5);
  const putOff = await meetingOf(w, 2);
  await rescheduleMeeting(w.talent, {
    introductionId: w.id,
    meetingId: putOff,
    version: await version("meeting", putOff),
    minutes: 60,
    suggested: [],
    times: [inDays(30)],
    reason: NAME,
  });
  await choose(w, w.member, putOff);
  const days = { startsOn: dayAfter(today(), 20), endsOn: dayAfter(today(), 22) };
  const { visitId } = await planVisit(w.member, {
    introductionId: w.id,
    title: `${NAME} in Penglai`,
    note: NAME,
    ...days,
  });
  await cancelVisit(w.member, {
    introductionId: w.id,
    visitId,
    version: await version("visit", visitId),
    reason: NAME,
  });
  await at(inDays(1), () =>
    recordMeeting(w.yt, {
      introductionId: w.id,
      meetingId: missed,
      version: 2,
      outcome: "no_show",
      noShow: "TALENT",
      reason: NAME,
    }),
  );
  for (const day of [3, 5, 6, 12]) await at(inDays(day), remindOfTasks);
  await at(inDays(29.5), remindOfMeetings);

  await withdrawFromEnterprise(w.talent, w.enterpriseId);
  await endForTalent(w.talentId, "consentWithdrawn");
  await endIntroduction(w.matchId, "consentWithdrawn");
  await followMeetings(w.id);
  await sendDigests();

  const told = await db.notification.findMany();
  expect(new Set(told.map(({ kind }) => kind))).toEqual(
    new Set([
      "matches.introducedTalent",
      "matches.introducedEnterprise",
      "matches.endedForTalent",
      "matches.endedForEnterprise",
      "taskAssigned",
      "taskReturned",
      "taskDone",
      "taskDue",
      "taskOverdue",
      "meetingOffered",
      "meetingConfirmed",
      "meetingChanged",
      "meetingCancelled",
      "meetingMissed",
      "meetingReminder",
      "visitPlanned",
      "visitCancelled",
    ]),
  );
  expect(JSON.stringify(told)).not.toContain(NAME);
  const mails = await db.mailMessage.findMany();
  expect(mails.some(({ template }) => template === "notifications.digest")).toBe(true);
  expect(JSON.stringify(mails)).not.toContain(NAME);

  // that it was called off is told, and calendars drop it
  const lines = (await listNotifications(w.member, "en")).items.map(({ text }) => text);
  expect(lines).toContain("Cancelled: Interview (“海上风电基础结构工程师”)");
  const last = (await mailsTo(w.member.email)).findLast(({ calendar }) => calendar !== null);
  const { method, content } = last!.calendar as { method: string; content: string };
  expect(method).toBe("CANCEL");
  expect(content).toContain(`UID:${putOff}`);
  for (const word of ["LOCATION", "URL", "Room 5"]) expect(content).not.toContain(word);
});
