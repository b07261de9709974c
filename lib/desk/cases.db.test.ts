import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { accept, offer, record, signing } from "#e2e/support/journey.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { handedToUs } from "#lib/audit/queries.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { returnLanding } from "#lib/introductions/landing-commands.ts";
import { acceptHandOver, offerHandOver } from "#lib/introductions/owner-commands.ts";
import { makeCase, seenNow, type World } from "#lib/introductions/test-support.ts";
import { makeNeed } from "#lib/matches/test-support.ts";
import { listFigureRows } from "#lib/reports/case-queries.ts";
import { figureCases } from "#lib/reports/schema.ts";
import { caseDesk, unsignedAmong } from "./cases.ts";
import { deskCounts } from "./queries.ts";

useDatabase();

test("a landing waits at the office that has not recorded it, counted, shown and listed alike, until it is sent back", async () => {
  const world = await makeCase();
  const { id, yt, hk } = world;
  await offer(world);
  await accept(world);
  await record(world);
  const waiting = async (viewer: Viewer) => ({
    counted: (await deskCounts(viewer)).ours.landings,
    shown: (await caseDesk(viewer)).landings.map(({ href }) => href),
    listed: (
      await listFigureRows(viewer, figureCases.parse({ figure: "unsigned", office: viewer.office }))
    ).rows.map((row) => row.id),
  });
  const none = { counted: 0, shown: [], listed: [] };
  expect(await waiting(yt)).toEqual({
    counted: 1,
    shown: [`/staff/introductions/${id}/terms`],
    listed: [id],
  });
  expect(await waiting(hk)).toEqual(none);
  expect((await deskCounts(hk)).theirs.landings).toBe(1);
  expect(await unsignedAmong(hk, [id])).toEqual([id]);
  await returnLanding(yt, { ...(await signing(world)), reason: "The scan cannot be read" });
  expect(await waiting(yt)).toEqual(none);
  expect(await unsignedAmong(hk, [id])).toEqual([]);
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

test("the number of cases to see to opens as many, and a case taken over is told as handed to us", async () => {
  const { id, yt, hk } = await makeCase();
  await offerHandOver(yt, { ...(await seenNow(id)), note: "please go on" });
  await acceptHandOver(hk, { ...(await seenNow(id)), ownerId: null });
  expect(await handedToUs(hk, new Date(0))).toMatchObject([
    { recordId: id, href: `/staff/introductions/${id}` },
  ]);
  expect(await handedToUs(yt, new Date(0))).toEqual([]);
  await db.introduction.update({ where: { id }, data: { ownerId: null } });
  const { count } = await listFigureRows(hk, figureCases.parse({ figure: "stuck", office: "HONG_KONG" }));
  expect(count).toBe((await deskCounts(hk)).ours.introductions);
  expect(count).toBeGreaterThan(0);
});
