import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { approveMatch, rejectMatch } from "./commands.ts";
import { getEngineHealth } from "./engine-queries.ts";
import { rankingStateOf } from "./engine-standing.ts";
import { replayMatch } from "./replay.ts";
import { refreshNeed } from "./suggestions.ts";
import { engineBeats, makeAccount, makeEnterprise, makeNeed, makeTalent } from "./test-support.ts";
import { changeWeights } from "./weight-commands.ts";

useDatabase();

/** A need with one saved suggestion. */
async function suggested() {
  const needId = await makeNeed((await makeEnterprise()).enterpriseId);
  const person = await makeTalent();
  await refreshNeed(needId);
  const match = await db.match.findUniqueOrThrow({
    where: { needId_talentId: { needId, talentId: person.talentId } },
    include: { need: true, talent: true },
  });
  return { needId, match, person };
}

test("a replay on unchanged records is the stored result, found by id, address or both codes, and it is noted", async () => {
  const staff = await makeAccount();
  const { match } = await suggested();
  const before = await db.match.findUniqueOrThrow({ where: { id: match.id } });
  const ways = [
    match.id,
    `https://example.org/en/staff/matches/${match.id}?need=x`,
    `${match.talent.code.toLowerCase()} ${match.need.code}`,
  ];
  for (const way of ways) {
    const replay = await replayMatch(staff, way);
    expect(replay).toMatchObject({ matchId: match.id, same: true, changed: [] });
    expect(replay?.now).toEqual(replay?.stored);
    expect(replay?.parts.length).toBeGreaterThan(4);
  }
  expect(await db.match.findUniqueOrThrow({ where: { id: match.id } })).toEqual(before);
  const seen = await db.disclosure.findMany({ where: { talentId: match.talentId, matchId: match.id } });
  expect(seen.map(({ accountId, purpose }) => ({ accountId, purpose }))).toEqual([
    { accountId: staff.accountId, purpose: "matchReview" },
  ]);
  const events = { recordId: match.id, action: "match.replayed", actorId: staff.accountId };
  expect(await db.auditEvent.count({ where: events })).toBe(3);
});

test("a replay says what changed since and which parts moved", async () => {
  const staff = await makeAccount();
  const { needId, match } = await suggested();
  await changeWeights(staff, needId, { factors: { mustHave: 0.25 }, revision: 0, reason: "Try" });
  await db.talent.update({
    where: { id: match.talentId },
    data: { skills: [], version: { increment: 1 }, updatedAt: new Date(now().getTime() + 60_000) },
  });
  const replay = await replayMatch(staff, match.id);
  expect(replay?.same).toBe(false);
  expect(replay?.changed).toEqual(["weights", "need", "talent"]);
  expect(replay?.parts.find((part) => part.id === "mustHave")?.same).toBe(false);
  expect(replay?.stored.score).toBe(match.score);
  const total = replay!.parts.reduce((sum, part) => sum + Math.round((part.now?.contribution ?? 0) * 10), 0);
  expect(total).toBe(Math.round(replay!.now!.score * 10));
});

test("of a person who does not take part in matching nothing is computed, and nobody but staff replays", async () => {
  const staff = await makeAccount();
  const { member } = await makeEnterprise();
  const { match, person } = await suggested();
  for (const viewer of [member, person.viewer]) expect(await replayMatch(viewer, match.id)).toBeNull();
  expect(await replayMatch(staff, "N-NONE T-NONE")).toBeNull();
  expect(await replayMatch(staff, "'; --")).toBeNull();
  await db.talent.update({ where: { id: match.talentId }, data: { status: "PAUSED" } });
  const replay = await replayMatch(staff, match.id);
  expect(replay).toMatchObject({ now: null, same: false });
  expect(replay?.stored.score).toBe(match.score);
  expect(await db.disclosure.count({ where: { matchId: match.id } })).toBe(0);
});

test("the engine page counts open suggestions, decisions by the score they were decided on, and work that waits", async () => {
  const staff = await makeAccount();
  const { member } = await makeEnterprise();
  expect(await getEngineHealth(member)).toBeNull();
  await db.match.deleteMany();
  const [approved, rejected, waits] = [await suggested(), await suggested(), await suggested()];
  await approveMatch(staff, approved.match.id, { version: approved.match.version, reason: "Fits" });
  await rejectMatch(staff, rejected.match.id, { version: rejected.match.version, reason: "No" });
  // a suggestion of each need for the talents of the others is there too
  const open = await db.match.findMany({ where: { status: { in: ["SUGGESTED", "IN_REVIEW"] } } });
  expect(open.some((one) => one.id === waits.match.id)).toBe(true);
  await transaction(systemViewer("test"), (tx) =>
    enqueue(tx, "matches.refreshNeed", { needId: waits.needId }, { key: waits.needId }),
  );
  await engineBeats(staff.accountId!, { talents: 3, lagMs: 250 });
  const health = (await getEngineHealth(staff))!;
  expect(health.engines[0]?.facts).toMatchObject({ talents: 3, lagMs: 250 });
  expect(health.scores.reduce((sum, column) => sum + column.count, 0)).toBe(open.length);
  const column = health.scores.find(({ from }) => from === Math.floor(waits.match.score / 5) * 5);
  expect(column?.count).toBeGreaterThan(0);
  expect(health.calibration).toMatchObject({ decided: 2, verdict: "tooFew" });
  const band = health.calibration.bands.find(
    ({ from, below }) => approved.match.score >= from && approved.match.score < below,
  );
  expect(band?.approved).toBe(1);
  expect(health.queues.find((queue) => queue.name === "matches.refreshNeed")?.waiting).toBeGreaterThan(0);
});

test("a list says that it is being made anew while its job waits, and what it waits for", async () => {
  const { needId, match } = await suggested();
  const need = { id: needId, matchedAt: now(), takesPart: true };
  await db.engineState.deleteMany();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name LIKE 'matches.%'`;
  expect(await rankingStateOf("need", need)).toBe("current");
  expect(await rankingStateOf("need", { ...need, matchedAt: null })).toBe("held");
  expect(await rankingStateOf("need", { ...need, matchedAt: null, takesPart: false })).toBe("current");
  await transaction(systemViewer("test"), (tx) =>
    enqueue(tx, "matches.refreshNeed", { needId }, { key: needId }),
  );
  expect(await rankingStateOf("need", need)).toBe("held");
  expect(await rankingStateOf("talent", { ...need, id: match.talentId })).toBe("current");
  const engine = needId;
  await engineBeats(engine, { ready: false });
  expect(await rankingStateOf("need", need)).toBe("starting");
  await engineBeats(engine);
  expect(await rankingStateOf("need", need)).toBe("underWay");
});
