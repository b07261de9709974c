import { expect, test } from "vitest";
import { accept, land, newest, offer, record, signing, TERMS } from "#e2e/support/journey.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at, now, today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { DomainError, NotFoundError } from "#lib/errors.ts";
import { endForTalent } from "#lib/matches/ending.ts";
import { makeAccount, makeEnterprise } from "#lib/matches/test-support.ts";
import { getJourney } from "#lib/tasks/journey-queries.ts";
import { outcomesByScoreBand } from "./calibration.ts";
import { moveByHand } from "./case-commands.ts";
import { endIntroduction } from "./commands.ts";
import { endCase } from "./ending-commands.ts";
import { answerFollowUp } from "./follow-up-commands.ts";
import { askFollowUps } from "./follow-up-jobs.ts";
import { countersignLanding, returnLanding } from "./landing-commands.ts";
import { acceptOffer, declineOffer, recordOffer, takeBackOffer } from "./offer-commands.ts";
import { getCaseTerms } from "./offer-queries.ts";
import { makeCase, seenNow, type World } from "./test-support.ts";

useDatabase();

const DAY = 86_400_000;
const statusOf = async (w: World) =>
  (await db.introduction.findUniqueOrThrow({ where: { id: w.id } })).status;
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => {
      if (!(error instanceof DomainError)) throw error;
      return error.key;
    },
  );
const auditsOf = async (w: World) =>
  (await db.auditEvent.findMany({ where: { recordId: w.id }, orderBy: { id: "asc" } })).map(
    (row) => row.action,
  );

test("terms, a yes, and a landing with both offices", async () => {
  const w = await makeCase();
  await offer(w);
  expect(await statusOf(w)).toBe("OFFER");
  expect((await getCaseTerms(w.talent, w.id))!.can).toEqual({
    record: false,
    answer: true,
    takeBack: false,
    land: false,
  });
  await accept(w);
  expect(await statusOf(w)).toBe("ACCEPTED");
  await record(w);
  expect(await statusOf(w)).toBe("ACCEPTED");
  expect((await getCaseTerms(w.talent, w.id))!.landing).toBeNull();
  await countersignLanding(w.yt, await signing(w));
  expect(await statusOf(w)).toBe("LANDED");
  const need = await db.need.findUniqueOrThrow({ where: { id: w.needId } });
  expect([need.filledCount, need.status]).toEqual([1, "FILLED"]);
  const rows = await db.followUp.findMany({ where: { introductionId: w.id } });
  expect(rows.map(({ day, side }) => `${day}${side}`).sort()).toEqual(
    ["30ENTERPRISE", "30TALENT", "90ENTERPRISE", "90TALENT", "180ENTERPRISE", "180TALENT"].sort(),
  );
  expect(await auditsOf(w)).toEqual(
    expect.arrayContaining([
      "introduction.termsRecorded",
      "introduction.termsAccepted",
      "introduction.landingRecorded",
      "introduction.landingCountersigned",
      "introduction.landed",
    ]),
  );
});

test("terms that staff put forward are their first response, those of the enterprise are not", async () => {
  const [theirs, ours] = [await makeCase(), await makeCase()];
  await offer(theirs);
  await offer(ours, {}, ours.yt);
  const answered = async ({ id }: World) =>
    (await db.introduction.findUniqueOrThrow({ where: { id } })).firstResponseAt !== null;
  expect([await answered(theirs), await answered(ours)]).toEqual([false, true]);
});

test("changed terms are a new number; what was typed against older ones is refused", async () => {
  const w = await makeCase();
  await offer(w);
  const first = (await newest(w.id))!;
  expect(await keyOf(recordOffer(w.member, { introductionId: w.id, seen: "", ...TERMS }))).toBe("offerMoved");
  await offer(w, { payMax: 500_000 });
  expect(await keyOf(acceptOffer(w.talent, { introductionId: w.id, offerId: first.id }))).toBe("offerMoved");
  await accept(w);
  expect(await keyOf(offer(w))).toBe("invalid");
  await offer(w, { reason: "Start moved" });
  expect(await statusOf(w)).toBe("OFFER");
  const offers = await db.offer.findMany({ where: { introductionId: w.id }, orderBy: { number: "asc" } });
  expect(offers.map(({ status }) => status)).toEqual(["SUPERSEDED", "SUPERSEDED", "PROPOSED"]);
});

test("a no brings the case back to talking, with the reason; then new terms can come", async () => {
  const w = await makeCase();
  await offer(w);
  const { id: offerId } = (await newest(w.id))!;
  await declineOffer(w.talent, { introductionId: w.id, offerId, reason: "The start is too early" });
  expect(await statusOf(w)).toBe("MEETING");
  await offer(w);
  expect(await statusOf(w)).toBe("OFFER");
});

test("terms that nobody answered are taken back by who put them forward; the person hears it", async () => {
  const w = await makeCase();
  await offer(w);
  const { id: offerId } = (await newest(w.id))!;
  const taken = { introductionId: w.id, offerId, reason: "The pay was a slip" };
  expect(await keyOf(takeBackOffer(w.talent, taken))).toBe("notFound");
  expect((await getCaseTerms(w.talent, w.id))!.can.takeBack).toBe(false);
  expect((await getCaseTerms(w.member, w.id))!.can.takeBack).toBe(true);
  await takeBackOffer(w.member, taken);
  expect(await statusOf(w)).toBe("MEETING");
  expect((await newest(w.id))!.status).toBe("WITHDRAWN");
  expect(await keyOf(acceptOffer(w.talent, { introductionId: w.id, offerId }))).toBe("offerMoved");
  const told = await db.notification.findMany({ where: { kind: "offerTakenBack" } });
  expect(told.map(({ accountId }) => accountId)).toContain(w.talent.accountId);
  await offer(w);
  expect((await newest(w.id))!.number).toBe(2);
});

test("a yes and taking the terms back at the same time: one of them holds", async () => {
  for (let round = 0; round < 6; round++) {
    const w = await makeCase();
    await offer(w);
    const { id: offerId } = (await newest(w.id))!;
    const both = await Promise.all([
      keyOf(acceptOffer(w.talent, { introductionId: w.id, offerId })),
      keyOf(takeBackOffer(w.member, { introductionId: w.id, offerId, reason: "A slip" })),
    ]);
    expect(both.sort()).toEqual(["done", "offerMoved"]);
    const { status } = (await newest(w.id))!;
    expect(await statusOf(w)).toBe(status === "ACCEPTED" ? "ACCEPTED" : "MEETING");
  }
});

test("an answer and new terms at the same time: the case and its terms agree", async () => {
  for (let round = 0; round < 6; round++) {
    const w = await makeCase();
    await offer(w);
    const { id: offerId } = (await newest(w.id))!;
    const both = await Promise.all([
      keyOf(acceptOffer(w.talent, { introductionId: w.id, offerId })),
      keyOf(recordOffer(w.member, { introductionId: w.id, seen: "1:PROPOSED", ...TERMS })),
    ]);
    expect(both.sort()).toEqual(["done", "offerMoved"]);
    const live = await db.offer.findMany({
      where: { introductionId: w.id, status: { in: ["PROPOSED", "ACCEPTED"] } },
    });
    expect(live).toHaveLength(1);
    expect(await statusOf(w)).toBe(live[0]!.status === "ACCEPTED" ? "ACCEPTED" : "OFFER");
  }
});

test("the same person cannot sign twice, nor a colleague; two of the other office: one signs, once", async () => {
  const w = await makeCase();
  await offer(w);
  await accept(w);
  await record(w);
  const hk2 = await makeAccount({ office: "HONG_KONG" });
  const admin = await makeAccount({ role: "ADMIN", office: null });
  const ref = await signing(w);
  expect(await keyOf(countersignLanding(w.hk, ref))).toBe("otherOfficeSigns");
  expect(await keyOf(countersignLanding(hk2, ref))).toBe("otherOfficeSigns");
  expect(await keyOf(countersignLanding(admin, ref))).toBe("officeNeeded");
  // moved to the other office, the same person still cannot
  await db.account.update({ where: { id: w.hk.accountId! }, data: { office: "YANTAI" } });
  expect(await keyOf(countersignLanding({ ...w.hk, office: "YANTAI" }, ref))).toBe("otherOfficeSigns");
  const both = await Promise.all([
    keyOf(countersignLanding(w.yt, ref)),
    keyOf(countersignLanding(w.yt2, ref)),
  ]);
  expect(both.sort()).toEqual(["alreadyDecided", "done"]);
  expect(await db.followUp.count({ where: { introductionId: w.id } })).toBe(6);
  expect((await db.need.findUniqueOrThrow({ where: { id: w.needId } })).filledCount).toBe(1);
});

test("sent back with a reason and recorded anew; what is signed is what was read", async () => {
  const w = await makeCase();
  await offer(w);
  await accept(w);
  await record(w);
  const old = await signing(w);
  await returnLanding(w.yt, { ...old, reason: "The contract is not signed" });
  expect(await keyOf(countersignLanding(w.yt, old))).toBe("conflict");
  await at(new Date(now().getTime() + 1000), () => record(w));
  expect(await keyOf(countersignLanding(w.yt, old))).toBe("conflict");
  await countersignLanding(w.yt, await signing(w));
  expect(await statusOf(w)).toBe("LANDED");
});

test("places of a need are counted once: two who land at the same time, and one that the enterprise recorded itself", async () => {
  const [a, b] = [await makeCase(), await makeCase()];
  await db.need.update({ where: { id: a.needId }, data: { headcount: 3 } });
  await db.introduction.update({
    where: { id: b.id },
    data: { needId: a.needId, enterpriseId: a.enterpriseId },
  });
  const other = { ...b, needId: a.needId, member: a.member };
  for (const w of [a, other]) {
    await offer(w, {}, w.yt);
    await accept(w);
    await record(w);
  }
  const refs = [await signing(a), await signing(other)] as const;
  await Promise.all([countersignLanding(a.yt, refs[0]), countersignLanding(a.yt, refs[1])]);
  const need = await db.need.findUniqueOrThrow({ where: { id: a.needId } });
  expect([need.filledCount, need.status]).toEqual([2, "PARTIALLY_FILLED"]);
});

test("nobody else reaches a case's terms, and each side only its own acts", async () => {
  const w = await makeCase();
  await offer(w);
  const offerId = (await newest(w.id))!.id;
  const { member: stranger } = await makeEnterprise();
  const foreign = await makeCase();
  for (const who of [stranger, foreign.talent] as Viewer[]) {
    expect(await getCaseTerms(who, w.id)).toBeNull();
    await expect(recordOffer(who, { introductionId: w.id, seen: "1:PROPOSED", ...TERMS })).rejects.toThrow(
      NotFoundError,
    );
    await expect(acceptOffer(who, { introductionId: w.id, offerId })).rejects.toThrow(NotFoundError);
    await expect(record(w, who)).rejects.toThrow(NotFoundError);
  }
  await expect(acceptOffer(w.member, { introductionId: w.id, offerId })).rejects.toThrow(NotFoundError);
  await expect(record(w, w.member)).rejects.toThrow(NotFoundError);
  expect(await keyOf(offer(w, {}, w.hk))).toBe("caseAtOtherOffice");
  // an offer of another case is not answered through this one
  await offer(foreign);
  const elsewhere = (await newest(foreign.id))!.id;
  expect(await keyOf(acceptOffer(w.talent, { introductionId: w.id, offerId: elsewhere }))).toBe("offerMoved");
});

test("after a withdrawal nothing can be done, before the job has run as well as after", async () => {
  const w = await makeCase();
  await offer(w);
  const offerId = (await newest(w.id))!.id;
  await db.consent.updateMany({
    where: { matchId: w.matchId, withdrawnAt: null },
    data: { withdrawnAt: now(), endedBy: "WITHDRAWN" },
  });
  const tries = () => [
    keyOf(recordOffer(w.yt, { introductionId: w.id, seen: "1:PROPOSED", ...TERMS })),
    keyOf(acceptOffer(w.talent, { introductionId: w.id, offerId })),
    keyOf(record(w)),
    // who was writing hears that it is over, and not that there is none
    keyOf(recordOffer(w.member, { introductionId: w.id, seen: "1:PROPOSED", ...TERMS })),
  ];
  expect(await Promise.all(tries())).toEqual(["caseOver", "caseOver", "caseOver", "caseOver"]);
  const { member: stranger } = await makeEnterprise();
  expect(await keyOf(recordOffer(stranger, { introductionId: w.id, seen: "1:PROPOSED", ...TERMS }))).toBe(
    "notFound",
  );
  expect(await getCaseTerms(w.member, w.id)).toBeNull();
  await endForTalent(w.talentId, "consentWithdrawn");
  await endIntroduction(w.matchId, "consentWithdrawn");
  expect(await Promise.all(tries())).toEqual(["caseOver", "caseOver", "caseOver", "caseOver"]);
});

const answer = (retained: "yes" | "no") => ({
  retained,
  satisfaction: 4,
  help: ["housing", "moreTalents"],
  words: "",
  note: "",
});
const followUp = (w: World, day: number, side: "TALENT" | "ENTERPRISE") =>
  db.followUp.findUniqueOrThrow({ where: { introductionId_day_side: { introductionId: w.id, day, side } } });

test("follow-ups over simulated days: asked twice, missed, answered, closed, and once more after a year", async () => {
  const w = await makeCase();
  await land(w);
  const start = now().getTime();
  const on = <T>(day: number, work: () => Promise<T>) => at(new Date(start + day * DAY), work);
  expect(
    await on(10, async () =>
      keyOf(answerFollowUp(w.talent, { ...answer("yes"), followUpId: (await followUp(w, 30, "TALENT")).id })),
    ),
  ).toBe("followUpNotYet");
  for (const day of [1, 29, 30, 31, 33, 37, 38, 50, 51, 52, 60]) {
    await on(day, async () => {
      await Promise.all([askFollowUps(), askFollowUps()]);
      if (day === 33)
        await answerFollowUp(w.talent, {
          ...answer("yes"),
          followUpId: (await followUp(w, 30, "TALENT")).id,
        });
    });
  }
  expect(await statusOf(w)).toBe("FOLLOW_UP");
  expect((await followUp(w, 30, "TALENT")).status).toBe("ANSWERED");
  expect((await followUp(w, 30, "TALENT")).answers).toMatchObject({ help: ["housing"] });
  expect((await followUp(w, 30, "ENTERPRISE")).status).toBe("MISSED");
  const told = (viewer: Viewer) =>
    db.notification.count({ where: { accountId: viewer.accountId!, kind: "followUpDue" } });
  expect([await told(w.talent), await told(w.member)]).toEqual([1, 2]);
  for (const day of [90, 180])
    for (const [who, side] of [
      [w.talent, "TALENT"],
      [w.member, "ENTERPRISE"],
    ] as const)
      await on(day, async () =>
        answerFollowUp(who, { ...answer("yes"), followUpId: (await followUp(w, day, side)).id }),
      );
  const closed = await db.introduction.findUniqueOrThrow({ where: { id: w.id } });
  expect([closed.status, closed.outcome]).toEqual(["CLOSED", "staying"]);
  expect(await db.followUp.count({ where: { introductionId: w.id, day: 365 } })).toBe(2);
  await on(365, askFollowUps);
  await on(365, async () =>
    answerFollowUp(w.member, { ...answer("yes"), followUpId: (await followUp(w, 365, "ENTERPRISE")).id }),
  );
  expect(await statusOf(w)).toBe("CLOSED");
});

test("a case that staff close by hand asks nobody any more; taken back, it asks again", async () => {
  const w = await makeCase();
  await land(w);
  const start = now().getTime();
  const on = <T>(day: number, work: () => Promise<T>) => at(new Date(start + day * DAY), work);
  const close = async () =>
    endCase(w.yt, { ...(await seenNow(w.id)), ending: "close", outcome: "left_early", words: "" });
  await on(20, close);
  const told = () =>
    db.notification.count({
      where: { kind: "followUpDue", accountId: { in: [w.talent.accountId!, w.member.accountId!] } },
    });
  for (const day of [31, 91, 181, 366]) await on(day, askFollowUps);
  expect(await told()).toBe(0);
  await on(31, async () => {
    const { id: followUpId } = await followUp(w, 30, "TALENT");
    expect(await keyOf(answerFollowUp(w.talent, { ...answer("yes"), followUpId }))).toBe("caseOver");
    for (const viewer of [w.talent, w.member, w.yt])
      expect((await getCaseTerms(viewer, w.id))!.followUps).toEqual([]);
    expect((await getJourney(w.talent, w.id, "en"))!.next.kind).not.toBe("followUp");
  });
  await on(32, async () => {
    await moveByHand(w.yt, { ...(await seenNow(w.id)), move: "takeBack", reason: "They are still there" });
    await askFollowUps();
    expect(await told()).toBe(2);
    expect((await getJourney(w.talent, w.id, "en"))!.next.kind).toBe("followUp");
  });
});

test("after the landing nobody has the ball and the date is that of the portal's next question; a no gives it to the workstation", async () => {
  const w = await makeCase();
  await land(w);
  const start = now().getTime();
  const on = <T>(day: number, work: () => Promise<T>) => at(new Date(start + day * DAY), work);
  const state = async () => {
    const { status, ball, dueOn } = await db.introduction.findUniqueOrThrow({ where: { id: w.id } });
    return [status, ball, Math.round((dueOn!.getTime() - Date.parse(today())) / DAY)];
  };
  expect(await state()).toEqual(["LANDED", null, 30]);
  for (const [day, next] of [
    [30, 90],
    [60, 90],
    [90, 180],
    [180, 201],
  ] as const) {
    await on(day, askFollowUps);
    expect(await state()).toEqual(["FOLLOW_UP", null, next]);
  }
  await on(180, async () =>
    answerFollowUp(w.talent, { ...answer("no"), followUpId: (await followUp(w, 180, "TALENT")).id }),
  );
  expect(await state()).toEqual(["FOLLOW_UP", "STAFF", 187]);
});

test("a landing on quite another day than agreed is told to who signs, and is signed all the same", async () => {
  const w = await makeCase();
  const startOn = new Date(now().getTime() + 20 * DAY).toISOString().slice(0, 10);
  await offer(w, { startOn });
  await accept(w);
  await record(w);
  const told = async (viewer: Viewer) => (await getCaseTerms(viewer, w.id))!.landing?.agreedStart ?? null;
  expect([await told(w.hk), await told(w.yt)]).toEqual([new Date(startOn), new Date(startOn)]);
  await db.offer.updateMany({ where: { introductionId: w.id }, data: { startOn: new Date(today()) } });
  expect(await told(w.yt)).toBeNull();
  await countersignLanding(w.yt, await signing(w));
  expect(await statusOf(w)).toBe("LANDED");
});

test("a side answers its own question once, and reads only its own answers", async () => {
  const w = await makeCase();
  await land(w);
  const later = new Date(now().getTime() + 31 * DAY);
  await at(later, async () => {
    const own = { ...answer("no"), words: "secret word", followUpId: (await followUp(w, 30, "TALENT")).id };
    await expect(answerFollowUp(w.member, own)).rejects.toThrow(NotFoundError);
    const both = await Promise.all([
      keyOf(answerFollowUp(w.talent, own)),
      keyOf(answerFollowUp(w.talent, own)),
    ]);
    expect(both.sort()).toEqual(["alreadyAnswered", "done"]);
    expect(JSON.stringify(await getCaseTerms(w.member, w.id))).not.toContain("secret word");
    expect(JSON.stringify(await getCaseTerms(w.yt, w.id))).toContain("secret word");
  });
  expect((await db.introduction.findUniqueOrThrow({ where: { id: w.id } })).ball).toBe("STAFF");
});

test("outcomes by score: each case in one band, landed only with both signatures", async () => {
  const before = (await outcomesByScoreBand((await makeCase()).yt)).reduce(
    (sum, band) => sum + band.landed,
    0,
  );
  const w = await makeCase();
  await offer(w);
  await accept(w);
  await record(w);
  const landed = async () => (await outcomesByScoreBand(w.yt)).reduce((sum, band) => sum + band.landed, 0);
  expect(await landed()).toBe(before);
  await countersignLanding(w.yt, await signing(w));
  expect(await landed()).toBe(before + 1);
  const bands = await outcomesByScoreBand(w.yt);
  expect(bands.find(({ from }) => from === 80)).toMatchObject({ to: 90 });
  expect(bands.reduce((sum, band) => sum + band.introduced, 0)).toBe(await db.introduction.count());
  await expect(outcomesByScoreBand(w.member)).rejects.toThrow(NotFoundError);
});
