import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { accept, offer, record, signing } from "#e2e/support/journey.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { dayAfter } from "#lib/days.ts";
import { db } from "#lib/db.ts";
import { caseFilters } from "#lib/introductions/case-filters.ts";
import { getCaseFrame } from "#lib/introductions/case-queries.ts";
import { searchCases } from "#lib/introductions/case-search.ts";
import { endCase } from "#lib/introductions/ending-commands.ts";
import { returnLanding } from "#lib/introductions/landing-commands.ts";
import { OUTCOMES } from "#lib/introductions/outcomes.ts";
import { acceptHandOver, offerHandOver } from "#lib/introductions/owner-commands.ts";
import { makeCase, seenNow, type World } from "#lib/introductions/test-support.ts";
import { makeNeed } from "#lib/matches/test-support.ts";
import { listFigureRows } from "#lib/reports/case-queries.ts";
import { figureCases } from "#lib/reports/schema.ts";
import { caseDesk } from "./cases.ts";
import { handedToUs } from "./handed.ts";
import { deskCounts } from "./queries.ts";

useDatabase();

test("a landing waits at the office that has to sign, or to record it again, counted, shown and listed alike, and every page says whose turn it is", async () => {
  const world = await makeCase();
  const { id, yt, hk } = world;
  await offer(world);
  await accept(world);
  await record(world);
  const waiting = async (viewer: Viewer) => ({
    counted: (await deskCounts(viewer)).ours.landings,
    shown: (await caseDesk(viewer)).landings.map(({ href, mark }) => [href, mark]),
    listed: (
      await listFigureRows(viewer, figureCases.parse({ figure: "unsigned", office: viewer.office }))
    ).rows.map((row) => row.id),
  });
  const none = { counted: 0, shown: [], listed: [] };
  expect(await waiting(yt)).toEqual({
    counted: 1,
    shown: [[`/staff/introductions/${id}/terms`, undefined]],
    listed: [id],
  });
  expect(await waiting(hk)).toEqual(none);
  expect((await deskCounts(hk)).theirs.landings).toBe(1);
  const turns = async (viewer: Viewer) => {
    const { rows } = await searchCases(viewer, caseFilters.parse({}));
    const turn = rows.find((row) => row.id === id)!.turn;
    expect((await getCaseFrame(viewer, { introductionId: id }))!.turn).toEqual(turn);
    return turn;
  };
  expect(await turns(yt)).toEqual({ what: "sign", office: "YANTAI", mine: true });
  expect(await turns(hk)).toEqual({ what: "sign", office: "YANTAI", mine: false });
  expect((await getCaseFrame(world.talent, { introductionId: id }))!.turn).toBeNull();
  await returnLanding(yt, { ...(await signing(world)), reason: "The scan cannot be read" });
  expect(await waiting(yt)).toEqual(none);
  expect(await waiting(hk)).toEqual({
    counted: 1,
    shown: [[`/staff/introductions/${id}/terms`, "returned"]],
    listed: [id],
  });
  expect(await turns(yt)).toEqual({ what: "again", office: "HONG_KONG", mine: false });
  expect(await turns(hk)).toEqual({ what: "again", office: "HONG_KONG", mine: true });
});

/** Cases like this one, of the same two. */
async function twentyMore({ id, matchId, enterpriseId }: World) {
  const [match, of] = [
    await db.match.findUniqueOrThrow({ where: { id: matchId } }),
    await db.introduction.findUniqueOrThrow({ where: { id } }),
  ];
  for (let i = 0; i < 20; i++) {
    const needId = await makeNeed(enterpriseId);
    const ids = { id: randomUUID(), needId };
    await db.match.create({ data: { ...match, ...ids, explanation: {} } });
    await db.introduction.create({
      data: { ...of, id: randomUUID(), needId, matchId: ids.id, code: `${of.code}${i}` },
    });
  }
}

test("what an office is asked to take over does not drop behind what it asks for itself", async () => {
  const { id, yt, hk } = await makeCase();
  await offerHandOver(yt, { ...(await seenNow(id)), note: "please go on" });
  await db.introduction.update({ where: { id }, data: { dueOn: new Date("2027-12-31") } });
  const other = await makeCase({ direction: "yantai_to_hk" });
  await offerHandOver(other.hk, { ...(await seenNow(other.id)), note: "yours" });
  await twentyMore(other);
  const desk = async (viewer: Viewer) => {
    const { asked, asking } = await caseDesk(viewer);
    return [asked, asking].map((lines) => lines.length);
  };
  expect((await caseDesk(hk)).asked.map((line) => line.id)).toEqual([id]);
  expect(await desk(hk)).toEqual([1, 20]);
  expect(await desk(yt)).toEqual([20, 1]);
});

test("my cases are mine before their date, soonest first, and all are counted", async () => {
  const [a, b] = [await makeCase(), await makeCase()];
  const { yt } = a;
  const due = (id: string, days: number) =>
    db.introduction.update({
      where: { id },
      data: { ownerId: yt.accountId, dueOn: new Date(dayAfter(today(), days)) },
    });
  await due(a.id, 20);
  await due(b.id, 9);
  const { mine, mineCount } = await caseDesk(yt);
  expect([mine.map(({ id }) => id), mineCount]).toEqual([[b.id, a.id], 2]);
});

test("the number of cases to see to opens as many; a case taken over is told with its giver while it runs", async () => {
  const { id, needId, yt, hk } = await makeCase();
  await db.account.update({ where: { id: yt.accountId! }, data: { displayName: "Giver" } });
  await offerHandOver({ ...yt, name: "Giver" }, { ...(await seenNow(id)), note: "please go on" });
  const asked = async () => [(await deskCounts(hk)).ours.handOvers, (await deskCounts(yt)).ours.handOvers];
  const [atHk, atYt] = await asked();
  await acceptHandOver(hk, { ...(await seenNow(id)), ownerId: null });
  expect(await asked()).toEqual([atHk! - 1, atYt]);
  const { title } = await db.need.findUniqueOrThrow({ where: { id: needId } });
  const handed = (await handedToUs(hk, new Date(0))).filter(({ recordId }) => recordId === id);
  expect(handed).toMatchObject([
    {
      href: `/staff/introductions/${id}`,
      need: { title },
      actorId: yt.accountId,
      actorName: "Giver",
      reason: "please go on",
    },
  ]);
  expect(await handedToUs(yt, new Date(0))).toEqual([]);
  await db.introduction.update({ where: { id }, data: { ownerId: null } });
  const { count } = await listFigureRows(hk, figureCases.parse({ figure: "stuck", office: "HONG_KONG" }));
  expect(count).toBe((await deskCounts(hk)).ours.introductions);
  expect(count).toBeGreaterThan(0);
  await endCase(hk, {
    ...(await seenNow(id)),
    ending: "withdraw",
    outcome: OUTCOMES.withdraw.STAFF[0],
    words: "",
  });
  expect(await handedToUs(hk, new Date(0))).toEqual([]);
});
