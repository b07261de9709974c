import ICAL from "ical.js";
import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at, now } from "#lib/clock.ts";
import { dayAt } from "#lib/days.ts";
import { db } from "#lib/db.ts";
import { DomainError, InvalidError } from "#lib/errors.ts";
import { setNextStep } from "#lib/introductions/case-commands.ts";
import { endIntroduction } from "#lib/introductions/commands.ts";
import { acceptHandOver, assignCase, offerHandOver } from "#lib/introductions/owner-commands.ts";
import { makeCase, seenNow, type World } from "#lib/introductions/test-support.ts";
import type { JobData } from "#lib/jobs/names.ts";
import { endForTalent } from "#lib/matches/ending.ts";
import { jobsOf } from "#lib/matches/test-support.ts";
import type { Kind } from "#lib/notifications/kinds.ts";
import { getOwnCopy } from "#lib/talents/copy-query.ts";
import { getJourney } from "#lib/tasks/journey-queries.ts";
import { chooseTime, proposeMeeting, rescheduleMeeting } from "./commands.ts";
import { removeCalendarFeed, renewCalendarFeed } from "./feed-commands.ts";
import { getMeetingCalendar, readCalendarFeed } from "./feed-queries.ts";
import { followMeetings, forgetMeetings, remindOfMeetings } from "./follow-commands.ts";
import { passMeetingsJob } from "./jobs.ts";
import { cancelMeeting, recordMeeting } from "./outcome-commands.ts";
import { getCaseMeetings } from "./queries.ts";
import type { ProposeMeeting } from "./schema.ts";
import { giveOpinion, saveEvidence } from "./score-commands.ts";
import { offerSlots, takeSlot, withdrawSlot } from "./slot-commands.ts";
import { getNeedSlots } from "./slot-queries.ts";
import { overlaps, spanFrom } from "./times.ts";
import { cancelVisit, planVisit } from "./visit-commands.ts";

useDatabase();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const inHours = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR);
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => {
      if (!(error instanceof DomainError)) throw error;
      return error instanceof InvalidError ? error.issues[0]!.key : error.key;
    },
  );
/** The fields that a refusal names, with what it says there. */
const issuesOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: InvalidError) => error.issues.map(({ path, key }) => `${path} ${key}`),
  );
const ABOUT: Omit<ProposeMeeting, "introductionId" | "times"> = {
  visitId: null,
  kind: "interview",
  mode: "online",
  title: "First talk",
  place: "",
  url: "",
  note: "",
  minutes: 60,
  suggested: [],
  fixed: false,
};
const propose = async (w: World, by: Viewer, hours: number[], more: Partial<ProposeMeeting> = {}) =>
  (await proposeMeeting(by, { introductionId: w.id, ...ABOUT, times: hours.map(inHours), ...more }))
    .meetingId;
const meetingOf = (id: string) =>
  db.meeting.findUniqueOrThrow({ where: { id }, include: { options: { orderBy: { startsAt: "asc" } } } });
async function refOf(w: World, meetingId: string) {
  const { version } = await meetingOf(meetingId);
  return { introductionId: w.id, meetingId, version };
}
async function choose(w: World, by: Viewer, meetingId: string, index = 0) {
  const { options } = await meetingOf(meetingId);
  await chooseTime(by, { ...(await refOf(w, meetingId)), optionId: options[index]!.id });
}
const agreed = async (w: World, hours: number) => {
  const id = await propose(w, w.member, [hours]);
  await choose(w, w.talent, id);
  return id;
};
const slots = async (w: World, hours: number[]) => {
  await offerSlots(w.member, {
    needId: w.needId,
    mode: "online",
    place: "",
    url: "",
    minutes: 45,
    suggested: [],
    times: hours.map(inHours),
  });
  return db.interviewSlot.findMany({ where: { needId: w.needId }, orderBy: { startsAt: "asc" } });
};
const take = (w: World, slotId: string, by = w.talent) => takeSlot(by, { introductionId: w.id, slotId });
/** Calendar parts of the mails to somebody, oldest first. */
async function calendarsTo(viewer: Viewer) {
  const mails = await db.mailMessage.findMany({
    where: { recipient: viewer.email },
    orderBy: { createdAt: "asc" },
  });
  return mails.flatMap(({ calendar }) => {
    if (!calendar) return [];
    const { method, content } = calendar as { method: string; content: string };
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent("vevent")!);
    return [
      { method, uid: event.uid, sequence: event.sequence, starts: event.startDate.toJSDate(), text: content },
    ];
  });
}
/** How many notifications of a kind somebody has had. */
const told = (viewer: Viewer, kind: Kind) =>
  db.notification.count({ where: { accountId: viewer.accountId!, kind } });
const statusOf = async (w: World) =>
  (await db.introduction.findUniqueOrThrow({ where: { id: w.id } })).status;

test("times that staff offer are the first response; what the sides do is none", async () => {
  const w = await makeCase();
  const response = async () =>
    (await db.introduction.findUniqueOrThrow({ where: { id: w.id } })).firstResponseAt;
  await propose(w, w.member, [80]);
  expect(await response()).toBeNull();
  await propose(w, w.yt, [50]);
  const first = await response();
  expect(first).not.toBeNull();
  await at(new Date(Date.now() + HOUR), () => propose(w, w.yt, [90]));
  expect(await response()).toEqual(first);
});

test("a side offers, another chooses: agreed once, in everybody's calendar, and the case moves on", async () => {
  const w = await makeCase();
  const key = "one-form";
  const first = await proposeMeeting(
    w.member,
    { introductionId: w.id, ...ABOUT, times: [inHours(50), inHours(52)] },
    key,
  );
  const again = await proposeMeeting(
    w.member,
    { introductionId: w.id, ...ABOUT, times: [inHours(50), inHours(52)] },
    key,
  );
  expect(again).toEqual(first);
  const id = first.meetingId;
  expect(await statusOf(w)).toBe("SENT");
  expect(await keyOf(choose(w, w.member, id))).toBe("meetingMoved");
  const ref = await refOf(w, id);
  const [one, two] = (await meetingOf(id)).options;
  const outcomes = await Promise.all([
    keyOf(chooseTime(w.talent, { ...ref, optionId: one!.id })),
    keyOf(chooseTime(w.yt, { ...ref, optionId: two!.id })),
  ]);
  expect(outcomes.sort()).toEqual(["done", "meetingMoved"]);
  expect((await meetingOf(id)).status).toBe("CONFIRMED");
  expect(await statusOf(w)).toBe("MEETING");
  for (const reader of [w.talent, w.member]) {
    const [entry, ...more] = await calendarsTo(reader);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ method: "REQUEST", uid: `${id}@talent-bridge` });
    // the reader is named and nobody else
    expect(entry!.text.replaceAll("\r\n ", "")).toContain(`mailto:${reader.email}`);
    expect(entry!.text).not.toContain("First talk");
  }
});

test("what one side chooses of the workstation's times is put to the other, who confirms it", async () => {
  const w = await makeCase();
  const id = await propose(w, w.yt, [50, 52, 54]);
  const ref = await refOf(w, id);
  const { options } = await meetingOf(id);
  const outcomes = await Promise.all([
    keyOf(chooseTime(w.talent, { ...ref, optionId: options[1]!.id })),
    keyOf(chooseTime(w.member, { ...ref, optionId: options[2]!.id })),
  ]);
  expect(outcomes.sort()).toEqual(["done", "meetingMoved"]);
  const put = await meetingOf(id);
  expect(put).toMatchObject({ status: "PROPOSED", startsAt: null });
  expect(put.options).toHaveLength(1);
  expect(await statusOf(w)).toBe("SENT");
  expect(await calendarsTo(w.talent)).toEqual([]);
  const [first, second] = put.offeredBy === "TALENT" ? [w.talent, w.member] : [w.member, w.talent];
  expect(await keyOf(choose(w, first, id))).toBe("meetingMoved");
  expect(await told(second, "meetingAgreed")).toBe(1);
  await choose(w, second, id);
  expect(await meetingOf(id)).toMatchObject({ status: "CONFIRMED", startsAt: put.options[0]!.startsAt });
  expect(await statusOf(w)).toBe("MEETING");

  const service = await propose(w, w.yt, [70], { kind: "service" });
  await choose(w, w.talent, service);
  expect((await meetingOf(service)).status).toBe("CONFIRMED");
});

test("times are in the future, not too far, apart from each other, and at most five", async () => {
  const w = await makeCase();
  const fault = (hours: number[]) => keyOf(propose(w, w.yt, hours));
  expect(await fault([])).toBe("required");
  expect(await fault([-2])).toBe("timeInPast");
  expect(await fault([24 * 200])).toBe("timeTooFar");
  expect(await fault([30, 30.5])).toBe("timesOverlap");
  expect(await fault([30, 32, 34, 36, 38, 40])).toBe("tooManyTimes");
  expect(await keyOf(propose(w, w.talent, [30], { fixed: true }))).toBe("notFound");
});

test("a time at which the talent or the officer has something else is not offered at all", async () => {
  const w = await makeCase();
  await agreed(w, 40);
  expect(await issuesOf(propose(w, w.yt, [44, 40.5, 42, 39.5]))).toEqual([
    "times[1] timeNotFree",
    "times[3] timeNotFree",
  ]);
  const ticked = { suggested: [inHours(40)] };
  expect(await issuesOf(propose(w, w.yt, [44], ticked))).toEqual(["suggested timeNotFree"]);
  const other = await propose(w, w.yt, [44]);
  const moved = { minutes: 60, suggested: [], times: [inHours(40)], reason: "Travel" };
  expect(await keyOf(rescheduleMeeting(w.talent, { ...(await refOf(w, other)), ...moved }))).toBe(
    "timeNotFree",
  );
});

test("put off: calendars drop the old time, and the new one comes under the same number with a higher sequence", async () => {
  const w = await makeCase();
  const id = await agreed(w, 40);
  const old = inHours(40);
  const stale = await refOf(w, id);
  const input = { minutes: 60, suggested: [], times: [inHours(60)], reason: "Flight is late" };
  await rescheduleMeeting(w.talent, { ...stale, ...input });
  expect(await keyOf(rescheduleMeeting(w.yt, { ...stale, ...input }))).toBe("meetingMoved");
  expect(await keyOf(choose(w, w.talent, id))).toBe("meetingMoved");
  await choose(w, w.member, id);
  const entries = await calendarsTo(w.member);
  expect(entries.map(({ method }) => method)).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
  expect(entries.map(({ starts }) => starts)).toEqual([old, old, inHours(60)]);
  const sequences = entries.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  await cancelMeeting(w.member, { ...(await refOf(w, id)), reason: "Filled" });
  expect((await calendarsTo(w.talent)).at(-1)).toMatchObject({ method: "CANCEL" });
  expect(await keyOf(cancelMeeting(w.member, { ...(await refOf(w, id)), reason: "Again" }))).toBe(
    "meetingMoved",
  );
});

test("the last free time taken by two at once: one has it, the other reads that it is gone", async () => {
  const a = await makeCase();
  const b = await makeCase({ sameNeed: a });
  for (let round = 0; round < 4; round++) {
    // from the third round on both cases have one officer, whose own time the first then takes too
    if (round === 2)
      for (const { id } of [a, b])
        await assignCase(a.yt, { ...(await seenNow(id)), ownerId: a.yt.accountId! });
    await db.meeting.deleteMany();
    const [slot] = (await slots(a, [30 + round * 5])).filter(({ meetingId }) => meetingId === null).slice(-1);
    const outcomes = await Promise.all([keyOf(take(a, slot!.id)), keyOf(take(b, slot!.id))]);
    expect(outcomes.sort()).toEqual(["done", "slotTaken"]);
    expect(await db.meeting.count({ where: { status: "CONFIRMED" } })).toBe(1);
  }
  const mine = await getCaseMeetings(b.talent, b.id);
  expect(mine!.slots.every(({ free, own }) => free || own)).toBe(true);
});

test("whoever changes frees the old time, also when two change crosswise", async () => {
  const a = await makeCase();
  const b = await makeCase({ sameNeed: a });
  const [one, two, three] = await slots(a, [30, 32, 34]);
  await take(a, one!.id);
  await take(b, two!.id);
  const outcomes = await Promise.all([keyOf(take(a, two!.id)), keyOf(take(b, one!.id))]);
  // the first finds it taken; what the second sees depends on nothing but that
  expect(outcomes).toEqual(["slotTaken", "slotTaken"]);
  await take(a, three!.id);
  const free = await db.interviewSlot.findMany({ where: { needId: a.needId, meetingId: null } });
  expect(free.map(({ id }) => id)).toEqual([one!.id]);
  expect(await db.meeting.count({ where: { introductionId: a.id } })).toBe(1);
  expect((await calendarsTo(a.talent)).map(({ sequence }) => sequence)).toEqual([0, 1]);
  await withdrawSlot(a.member, { slotId: one!.id });
  expect(await keyOf(withdrawSlot(a.member, { slotId: two!.id }))).toBe("slotTakenMeanwhile");
  expect(await keyOf(take(b, one!.id))).toBe("slotTaken");
  await slots(a, [30]);
  expect(await keyOf(take(b, one!.id, b.yt))).toBe("done");
});

test("free times are of the case's need, in the future, and not for the enterprise to take", async () => {
  const a = await makeCase();
  const other = await makeCase();
  const [slot] = await slots(a, [30]);
  expect(await keyOf(take(other, slot!.id))).toBe("notFound");
  expect(await keyOf(take(a, slot!.id, a.member))).toBe("notFound");
  expect(await keyOf(take(a, slot!.id, other.talent))).toBe("notFound");
  expect(await keyOf(withdrawSlot(other.member, { slotId: slot!.id }))).toBe("notFound");
  expect(await keyOf(withdrawSlot(a.talent, { slotId: slot!.id }))).toBe("notFound");
  expect(await at(inHours(31), () => keyOf(take(a, slot!.id)))).toBe("slotTaken");
});

test("interview times are taken before terms are accepted, and not after", async () => {
  const w = await makeCase();
  const [slot] = await slots(w, [30]);
  const stands = (status: "OFFER" | "ACCEPTED" | "LANDED") =>
    db.introduction.update({ where: { id: w.id }, data: { status } });
  for (const status of ["ACCEPTED", "LANDED"] as const) {
    await stands(status);
    expect((await getCaseMeetings(w.talent, w.id))!.can.take).toBe(false);
    for (const by of [w.talent, w.yt]) expect(await keyOf(take(w, slot!.id, by))).toBe("caseNotInState");
  }
  await stands("OFFER");
  expect((await getCaseMeetings(w.talent, w.id))!.can.take).toBe(true);
  expect(await keyOf(take(w, slot!.id))).toBe("done");
});

test("whoever is asked for a time has the ball, and the head, the lists and the navigator say the same", async () => {
  const w = await makeCase();
  const step = {
    nextStep: "Agree on a first talk",
    ball: "ENTERPRISE",
    dueOn: "2099-12-31",
    reason: "So agreed",
  } as const;
  await setNextStep(w.yt, { ...(await seenNow(w.id)), ...step });
  /** who has it by the case, and what the navigators of the talent and of the enterprise say */
  const turns = async () => {
    const { ball, nextStep, version } = await db.introduction.findUniqueOrThrow({ where: { id: w.id } });
    const [talent, member] = [await getJourney(w.talent, w.id, "en"), await getJourney(w.member, w.id, "en")];
    for (const { side, next } of [talent!, member!]) {
      if (next.who !== "you" || !next.beside) expect(next.who === "you" ? side : next.who).toBe(ball);
    }
    return { ball, nextStep, version, of: [talent!.next.kind, member!.next.kind] };
  };
  const begun = await turns();
  const id = await propose(w, w.member, [50, 52]);
  const asked = await turns();
  expect(asked).toMatchObject({ ball: "TALENT", nextStep: step.nextStep, of: ["chooseTime", "stage"] });
  expect(asked.version).toBeGreaterThan(begun.version);
  // other times of the talent's own: the enterprise chooses
  const other = { minutes: 60, suggested: [], times: [inHours(60)], reason: "At sea" };
  await rescheduleMeeting(w.talent, { ...(await refOf(w, id)), ...other });
  expect(await turns()).toMatchObject({ ball: "ENTERPRISE", of: ["stage", "chooseTime"] });
  await cancelMeeting(w.member, { ...(await refOf(w, id)), reason: "Later" });
  // as the stage begins
  expect(await turns()).toMatchObject({ ball: "STAFF", of: ["stage", "stage"] });

  // the workstation's times: the talent, then the enterprise, then who acts after the meeting
  const theirs = await propose(w, w.yt, [70, 72]);
  expect(await turns()).toMatchObject({ ball: "TALENT", of: ["chooseTime", "stage"] });
  await choose(w, w.talent, theirs);
  expect(await turns()).toMatchObject({ ball: "ENTERPRISE", of: ["stage", "chooseTime"] });
  await choose(w, w.member, theirs);
  expect(await statusOf(w)).toBe("MEETING");
  expect(await turns()).toMatchObject({ ball: "ENTERPRISE", of: ["stage", "stage"] });

  // of two requests the last; the other is asked beside
  const [first] = [await propose(w, w.member, [80]), await propose(w, w.talent, [82])];
  expect(await turns()).toMatchObject({ ball: "ENTERPRISE", of: ["chooseTime", "chooseTime"] });
  expect((await getJourney(w.talent, w.id, "en"))!.next.beside).toBe(true);
  await choose(w, w.talent, first!);
  expect(await turns()).toMatchObject({ ball: "ENTERPRISE", of: ["stage", "chooseTime"] });

  // a person's own appointment is not the case's
  const { version } = await turns();
  const service = await propose(w, w.yt, [90], { kind: "service" });
  expect(await turns()).toMatchObject({ ball: "ENTERPRISE", version, of: ["chooseTime", "chooseTime"] });
  await choose(w, w.talent, service);
  expect(await turns()).toMatchObject({ ball: "ENTERPRISE", version });
});

test("after a missed meeting, and after a free time is taken, the ball is where the stage has it", async () => {
  const w = await makeCase();
  const id = await agreed(w, 30);
  const ball = async () => (await db.introduction.findUniqueOrThrow({ where: { id: w.id } })).ball;
  const give = async () =>
    setNextStep(w.yt, {
      ...(await seenNow(w.id)),
      nextStep: "Choose a time",
      ball: "TALENT",
      reason: "So agreed",
      dueOn: "2099-12-31",
    });
  await give();
  await at(inHours(31), async () =>
    recordMeeting(w.member, {
      ...(await refOf(w, id)),
      outcome: "no_show",
      noShow: "TALENT",
      reason: "Not there",
    }),
  );
  expect(await ball()).toBe("ENTERPRISE");
  expect((await meetingOf(id)).recordedBy).toBe("ENTERPRISE");
  const [slot] = await slots(w, [50]);
  await give();
  await take(w, slot!.id);
  expect(await ball()).toBe("ENTERPRISE");
});

test("suggested times leave out the agreed meetings of the enterprise in other cases, also those that overlap in part", async () => {
  const a = await makeCase();
  const b = await makeCase({ sameNeed: a });
  const offered = async (viewer: Viewer) => (await getCaseMeetings(viewer, b.id))!.suggestions;
  const [first, second] = await offered(b.member);
  const early = (span: typeof first) => new Date(span!.startsAt.getTime() - HOUR / 2);
  const agree = async (times: Date[], kind: ProposeMeeting["kind"]) => {
    const meeting = await propose(a, kind === "service" ? a.yt : a.member, [], { times, minutes: 45, kind });
    await choose(a, a.talent, meeting);
  };
  await agree([early(first)], "interview");
  const isFree = (span: { startsAt: Date; endsAt: Date }) => !overlaps(span, spanFrom(early(first), 45));
  for (const viewer of [b.member, b.talent, b.yt]) {
    const left = await offered(viewer);
    expect(left).toHaveLength(6);
    expect(left.every(isFree)).toBe(true);
  }
  expect((await getNeedSlots(b.member, b.needId))!.suggestions.every(isFree)).toBe(true);
  // it is a suggestion only: several people work there
  expect(await keyOf(propose(b, b.member, [], { times: [first!.startsAt] }))).toBe("done");
  // another talent's own appointment is nothing to the enterprise
  await agree([second!.startsAt], "service");
  expect((await offered(b.member)).map(({ startsAt }) => startsAt)).toContainEqual(second!.startsAt);
});

test("agreed meetings of one talent, or of one officer, never overlap, also when two agree at once", async () => {
  const a = await makeCase();
  const b = await makeCase({ sameTalent: a });
  const [one, two] = [await propose(a, a.member, [40]), await propose(b, b.member, [40.5])];
  const outcomes = await Promise.all([keyOf(choose(a, a.talent, one)), keyOf(choose(b, b.talent, two))]);
  expect(outcomes.sort()).toEqual(["done", "timeNotFree"]);
  const [c, d] = [await makeCase(), await makeCase()];
  await assignCase(c.yt, { ...(await seenNow(c.id)), ownerId: c.yt.accountId! });
  await assignCase(c.yt, { ...(await seenNow(d.id)), ownerId: c.yt.accountId! });
  await agreed(c, 40);
  expect(await keyOf(agreed(d, 40.5))).toBe("timeNotFree");
  expect(await keyOf(agreed(d, 41))).toBe("done");
});

test("what is agreed on goes with the case to its new officer's calendar, once, within an office and across", async () => {
  const w = await makeCase();
  const assign = async (to: Viewer) => assignCase(w.yt, { ...(await seenNow(w.id)), ownerId: to.accountId! });
  /** Runs what has been enqueued since, each job twice. */
  let run = 0;
  const follow = async () => {
    const jobs = await db.$queryRaw<{ data: JobData["meetings.passOn"] }[]>`
      SELECT data FROM pgboss.job WHERE name = 'meetings.passOn' AND data->>'introductionId' = ${w.id} ORDER BY (data->>'version')::int`;
    for (const { data } of jobs.slice(run)) for (let i = 0; i < 2; i++) await passMeetingsJob(data);
    run = jobs.length;
  };
  const methods = async (viewer: Viewer) => (await calendarsTo(viewer)).map(({ method }) => method);
  await assign(w.yt);
  await follow();
  const id = await agreed(w, 40);
  const offered = await propose(w, w.member, [60]);
  await assign(w.yt2);
  await follow();
  expect([await methods(w.yt), await methods(w.yt2)]).toEqual([["REQUEST", "CANCEL"], ["REQUEST"]]);
  // there and back before the worker came
  await assign(w.yt);
  await assign(w.yt2);
  await follow();
  expect((await methods(w.yt)).at(-1)).toBe("CANCEL");
  expect((await methods(w.yt2)).at(-1)).toBe("REQUEST");
  await offerHandOver(w.yt2, { ...(await seenNow(w.id)), note: "please go on" });
  await acceptHandOver(w.hk, { ...(await seenNow(w.id)), ownerId: null });
  await follow();
  expect((await methods(w.yt2)).at(-1)).toBe("CANCEL");
  expect(await methods(w.hk)).toEqual(["REQUEST"]);
  const before = [(await methods(w.yt)).length, (await methods(w.yt2)).length];
  await cancelMeeting(w.member, { ...(await refOf(w, id)), reason: "ill" });
  expect([(await methods(w.yt)).length, (await methods(w.yt2)).length]).toEqual(before);
  for (const who of [w.hk, w.yt2, w.yt]) {
    const entries = await calendarsTo(who);
    expect(entries.at(-1)).toMatchObject({ method: "CANCEL", uid: `${id}@talent-bridge` });
    // each is newer than the one before
    const numbers = entries.map(({ sequence }) => sequence);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(entries.some(({ uid }) => uid.startsWith(offered))).toBe(false);
  }
  expect(await methods(w.talent)).toEqual(["REQUEST", "CANCEL"]);
  // whoever acts first in a case that nobody had takes it from the whole office
  const free = await makeCase();
  await agreed(free, 40);
  const step = { nextStep: "Talk", ball: "TALENT", dueOn: dayAt(inHours(48)), reason: "" } as const;
  await setNextStep(free.yt, { ...(await seenNow(free.id)), ...step });
  expect(await jobsOf("meetings.passOn", free.id)).toHaveLength(1);
});

test("nobody else reads or changes a meeting", async () => {
  const [w, other] = [await makeCase(), await makeCase()];
  const id = await agreed(w, 40);
  for (const stranger of [other.member, other.talent]) {
    const ref = await refOf(w, id);
    expect(await getCaseMeetings(stranger, w.id)).toBeNull();
    expect(await getMeetingCalendar(stranger, id, "en")).toBeNull();
    expect(await keyOf(propose(w, stranger, [50]))).toBe("notFound");
    expect(await keyOf(cancelMeeting(stranger, { ...ref, reason: "x" }))).toBe("notFound");
    // through their own case
    expect(await keyOf(cancelMeeting(stranger, { ...ref, introductionId: other.id, reason: "x" }))).toBe(
      "notFound",
    );
  }
  expect(await getMeetingCalendar(w.talent, id, "en")).toContain(`UID:${id}`);
});

test("after a withdrawal nothing can be done, calendars drop what was agreed, and its time is free", async () => {
  const a = await makeCase();
  const b = await makeCase({ sameNeed: a });
  const [slot] = await slots(a, [30]);
  await take(a, slot!.id);
  const { token } = await renewCalendarFeed(a.member);
  expect(await readCalendarFeed(token)).toContain("BEGIN:VEVENT");
  await db.consent.updateMany({
    where: { matchId: a.matchId, withdrawnAt: null },
    data: { withdrawnAt: now(), endedBy: "WITHDRAWN" },
  });
  // at once, before any job has run
  expect(await readCalendarFeed(token)).not.toContain("BEGIN:VEVENT");
  expect(await keyOf(propose(a, a.yt, [50]))).toBe("caseOver");
  expect(await getCaseMeetings(a.member, a.id)).toBeNull();
  await endForTalent(a.talentId, "consentWithdrawn");
  await endIntroduction(a.matchId, "consentWithdrawn");
  expect(await jobsOf("meetings.followCase", a.id)).toHaveLength(1);
  await followMeetings(a.id);
  await followMeetings(a.id);
  expect((await calendarsTo(a.member)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
  expect(await keyOf(take(b, slot!.id))).toBe("done");
});

test("a visit's parts lie within its days and apart; calling it off calls them off", async () => {
  const w = await makeCase();
  const day = (days: number) => dayAt(new Date(Date.now() + days * DAY));
  const moment = (days: number, clock: string) => new Date(`${day(days)}T${clock}:00+08:00`);
  const visit = { introductionId: w.id, title: "Penglai", startsOn: day(10), endsOn: day(11), note: "" };
  expect(await keyOf(planVisit(w.talent, visit))).toBe("notFound");
  const { visitId } = await planVisit(w.member, visit);
  const part = (days: number, clock: string, by = w.yt) =>
    propose(w, by, [], { visitId, fixed: true, times: [moment(days, clock)] });
  const first = await part(10, "10:00");
  expect((await meetingOf(first)).status).toBe("CONFIRMED");
  expect(await keyOf(part(10, "10:30"))).toBe("timeNotFree");
  expect(await keyOf(part(12, "10:00"))).toBe("outsideVisit");
  expect(await keyOf(part(11, "23:30"))).toBe("outsideVisit");
  await part(11, "09:00", w.member);
  const { version } = await db.visit.findUniqueOrThrow({ where: { id: visitId } });
  const off = { introductionId: w.id, visitId, version, reason: "Typhoon" };
  await cancelVisit(w.yt, off);
  expect(await keyOf(cancelVisit(w.member, off))).toBe("meetingMoved");
  expect(await db.meeting.count({ where: { visitId, status: "CANCELLED", reason: "Typhoon" } })).toBe(2);
  // who plans or calls off is not told; the others are, once
  for (const [viewer, planned, off] of [
    [w.talent, 1, 1],
    [w.member, 0, 1],
  ] as const) {
    expect(await told(viewer, "visitPlanned")).toBe(planned);
    expect(await told(viewer, "visitCancelled")).toBe(off);
  }
  expect(await keyOf(part(10, "10:00"))).toBe("notFound");
});

test("how it went is said after the beginning, with who was missing and why; then it can be arranged anew", async () => {
  const w = await makeCase();
  const id = await agreed(w, 30);
  const ref = await refOf(w, id);
  const missed = { ...ref, outcome: "no_show", noShow: "TALENT", reason: "" } as const;
  expect(await keyOf(recordMeeting(w.yt, { ...missed, reason: "Ill" }))).toBe("meetingMoved");
  // who is a little late has not stayed away
  await at(inHours(30 + 14 / 60), async () => {
    expect(await issuesOf(recordMeeting(w.member, { ...missed, reason: "Ill" }))).toEqual([
      "outcome missedTooEarly",
    ]);
    expect((await meetingOf(id)).status).toBe("CONFIRMED");
  });
  await at(inHours(31), async () => {
    expect(await keyOf(recordMeeting(w.yt, missed))).toBe("required");
    expect(await keyOf(recordMeeting(w.talent, { ...missed, reason: "Ill" }))).toBe("meetingMoved");
    expect(await keyOf(cancelMeeting(w.yt, { ...ref, reason: "x" }))).toBe("meetingMoved");
    await at(inHours(30.25), () => recordMeeting(w.yt, { ...missed, reason: "Ill" }));
    expect((await getCaseMeetings(w.talent, w.id))!.past).toMatchObject([
      { status: "NO_SHOW", noShow: "TALENT", recordedBy: "STAFF", reason: "Ill" },
    ]);
    expect([await told(w.talent, "meetingMissed"), await told(w.member, "meetingMissed")]).toEqual([1, 1]);
    const again = { minutes: 60, suggested: [], times: [inHours(90)], reason: "Well again" };
    await rescheduleMeeting(w.talent, { ...(await refOf(w, id)), ...again });
    await choose(w, w.member, id);
    // what is agreed anew says nothing of what was before
    expect(await meetingOf(id)).toMatchObject({
      status: "CONFIRMED",
      noShow: null,
      recordedBy: null,
      reason: null,
    });
  });
});

test("evidence before opinion, then neither changes; the talent takes it with their data", async () => {
  const w = await makeCase();
  const id = await agreed(w, 30);
  const ref = { introductionId: w.id, meetingId: id };
  const items = [{ criterion: "Fatigue", seen: "Explained S-N curves", mark: 3 }];
  const opinion = { ...ref, opinion: "yes", summary: "Fits" } as const;
  expect(await keyOf(saveEvidence(w.member, { ...ref, items }))).toBe("notFound");
  await at(inHours(32), async () => {
    expect(await keyOf(giveOpinion(w.member, opinion))).toBe("evidenceFirst");
    expect(await keyOf(saveEvidence(w.talent, { ...ref, items }))).toBe("notFound");
    expect(await keyOf(saveEvidence(w.member, { ...ref, items: [{ ...items[0]!, mark: null }] }))).toBe(
      "markNeeded",
    );
    await saveEvidence(w.member, { ...ref, items: [{ ...items[0]!, mark: 2 }] });
    await saveEvidence(w.member, { ...ref, items });
    await saveEvidence(w.yt, { ...ref, items });
    const cardsOf = async (viewer: Viewer) =>
      (await getCaseMeetings(viewer, w.id))!.toRecord.find((one) => one.id === id)!.cards;
    expect(await cardsOf(w.yt)).toMatchObject({ others: [], hidden: 1 });
    const outcomes = await Promise.all([
      keyOf(giveOpinion(w.member, opinion)),
      keyOf(giveOpinion(w.member, opinion)),
    ]);
    expect(outcomes.sort()).toEqual(["done", "scoreStands"]);
    expect(await keyOf(saveEvidence(w.member, { ...ref, items }))).toBe("scoreStands");
    await giveOpinion(w.yt, opinion);
    expect((await cardsOf(w.yt))!.others).toHaveLength(1);
    expect((await cardsOf(w.member))!.others).toEqual([]);
    expect(await cardsOf(w.talent)).toBeNull();
  });
  const copy = JSON.stringify(await getOwnCopy(w.talent));
  expect(copy).toContain("Explained S-N curves");
  expect(copy).not.toContain(w.yt.accountId!);
  await forgetMeetings(w.talentId);
  expect(await db.scorecard.count({ where: { meetingId: id } })).toBe(0);
  expect((await meetingOf(id)).title).toBe("");
});

test("the day before is said once", async () => {
  const w = await makeCase();
  const id = await agreed(w, 40);
  const told = () =>
    db.notification.count({ where: { kind: "meetingReminder", accountId: w.talent.accountId! } });
  await remindOfMeetings();
  expect(await told()).toBe(0);
  await at(inHours(20), async () => {
    await Promise.all([remindOfMeetings(), remindOfMeetings()]);
    await remindOfMeetings();
  });
  expect(await told()).toBe(1);
  expect((await meetingOf(id)).remindedAt).not.toBeNull();
});

test("a calendar's address is stored as a hash, dies when it is renewed or removed, and with the account", async () => {
  const w = await makeCase();
  const id = await agreed(w, 40);
  const { token: old, first } = await renewCalendarFeed(w.talent);
  const { token, first: again } = await renewCalendarFeed(w.talent);
  expect([first, again]).toEqual([true, false]);
  expect(await readCalendarFeed(old)).toBeNull();
  const text = (await readCalendarFeed(token))!;
  expect(text).toContain(`UID:${id}`);
  expect(text).not.toContain("First talk");
  expect(JSON.stringify(await db.calendarFeed.findMany())).not.toContain(token);
  await db.account.update({ where: { id: w.talent.accountId! }, data: { disabledAt: now() } });
  expect(await readCalendarFeed(token)).toBeNull();
  await db.account.update({ where: { id: w.talent.accountId! }, data: { disabledAt: null } });
  expect(await readCalendarFeed(token)).not.toBeNull();
  await removeCalendarFeed(w.talent);
  expect(await readCalendarFeed(token)).toBeNull();
  // an officer's has the cases they own
  const { token: theirs } = await renewCalendarFeed(w.yt);
  expect(await readCalendarFeed(theirs)).not.toContain(id);
  await assignCase(w.yt, { ...(await seenNow(w.id)), ownerId: w.yt.accountId! });
  expect(await readCalendarFeed(theirs)).toContain(id);
});
