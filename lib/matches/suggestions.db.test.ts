import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { saveSuggestions } from "./save.ts";
import { refreshNeed, refreshTalent } from "./suggestions.ts";
import { makeEnterprise, makeNeed, makeTalent, UNRELATED } from "./test-support.ts";

useDatabase();

const matches = (where: { needId?: string; talentId?: string }) =>
  db.match.findMany({ where, orderBy: { priority: "desc" } });

test("a need gets the fitting talents with an explanation whose parts add up, and not the unrelated or unlisted", async () => {
  const { enterpriseId } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  const fitting = await makeTalent();
  await makeTalent(UNRELATED);
  await makeTalent({ status: "PAUSED" });
  await makeTalent({ matchable: false });
  const unconsented = await makeTalent();
  await db.consent.updateMany({
    where: { talentId: unconsented.talentId },
    data: { withdrawnAt: now(), endedBy: "WITHDRAWN" },
  });
  await refreshNeed(needId);
  const found = await matches({ needId });
  expect(found.map((match) => match.talentId)).toEqual([fitting.talentId]);
  const { criteria } = found[0]!.explanation as { criteria: { contribution: number }[] };
  expect(criteria.reduce((sum, one) => sum + one.contribution * 10, 0)).toBeCloseTo(found[0]!.score * 10, 6);
  expect(found[0]!.status).toBe("SUGGESTED");
  expect((await db.need.findUniqueOrThrow({ where: { id: needId } })).matchedAt).not.toBeNull();
});

test("both ways of ranking give the same rows", async () => {
  const { enterpriseId } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  const { talentId } = await makeTalent();
  await refreshTalent(talentId);
  const [fromTalent] = await matches({ needId, talentId });
  await refreshNeed(needId);
  const [fromNeed] = await matches({ needId, talentId });
  expect(fromNeed).toEqual(fromTalent);
});

test("a blocked employer never matches, in whatever script it was typed", async () => {
  const { enterpriseId } = await makeEnterprise({ name: "烟台蓝海重工有限公司" });
  const needId = await makeNeed(enterpriseId);
  const blocking = await makeTalent({ blockedEmployers: ["煙台藍海重工"] });
  const open = await makeTalent({ blockedEmployers: ["別的公司"] });
  await refreshNeed(needId);
  await refreshTalent(blocking.talentId);
  const ids = (await matches({ needId })).map((match) => match.talentId);
  expect(ids).not.toContain(blocking.talentId);
  expect(ids).toContain(open.talentId);
});

test("a changed profile gets a new score; one that no longer qualifies goes unless a person took it up; decided ones stay as they are", async () => {
  const { enterpriseId } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  const [gone, taken, decided] = [await makeTalent(), await makeTalent(), await makeTalent()];
  await refreshNeed(needId);
  await db.match.updateMany({ where: { needId, talentId: taken.talentId }, data: { status: "IN_REVIEW" } });
  await db.match.updateMany({ where: { needId, talentId: decided.talentId }, data: { status: "REJECTED" } });
  const before = await db.match.findFirstOrThrow({ where: { needId, talentId: decided.talentId } });
  for (const { talentId } of [gone, taken, decided])
    await db.talent.update({ where: { id: talentId }, data: { ...UNRELATED, version: { increment: 1 } } });
  await refreshNeed(needId);
  const after = await matches({ needId });
  expect(after.some((match) => match.talentId === gone.talentId)).toBe(false);
  const lowered = after.find((match) => match.talentId === taken.talentId)!;
  expect(lowered.score).toBeLessThan(before.score);
  expect(lowered.version).toBe(2);
  expect(after.find((match) => match.talentId === decided.talentId)).toEqual(before);
});

test("running again changes nothing", async () => {
  const { enterpriseId } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  await makeTalent();
  await refreshNeed(needId);
  const before = await matches({ needId });
  await refreshNeed(needId);
  expect(await matches({ needId })).toEqual(before);
});

test("a closed need and a paused talent lose what nobody has looked at", async () => {
  const { enterpriseId } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  const { talentId } = await makeTalent();
  await refreshNeed(needId);
  expect(await db.match.count({ where: { needId } })).toBeGreaterThan(0);
  await db.talent.update({ where: { id: talentId }, data: { status: "PAUSED" } });
  await refreshTalent(talentId);
  expect(await db.match.count({ where: { talentId } })).toBe(0);
  await db.need.update({ where: { id: needId }, data: { status: "CLOSED" } });
  await refreshNeed(needId);
  expect(await db.match.count({ where: { needId } })).toBe(0);
});

test("workers at once: one row a pair, computed from the newest state", async () => {
  const { enterpriseId } = await makeEnterprise();
  const needs = await Promise.all([1, 2, 3].map(() => makeNeed(enterpriseId)));
  const talents = await Promise.all([1, 2, 3, 4].map(() => makeTalent()));
  await Promise.all([
    ...needs.flatMap((id) => [refreshNeed(id), refreshNeed(id)]),
    ...talents.map(({ talentId }) => refreshTalent(talentId)),
    db.talent.update({
      where: { id: talents[0]!.talentId },
      data: { skills: ["SACS"], version: { increment: 1 }, updatedAt: now() },
    }),
  ]);
  await refreshTalent(talents[0]!.talentId);
  const found = await db.match.findMany({ where: { needId: { in: needs } } });
  const pairs = new Set(found.map((match) => `${match.needId}:${match.talentId}`));
  expect(pairs.size).toBe(found.length);
  for (const { talentId } of talents)
    for (const needId of needs) expect(pairs).toContain(`${needId}:${talentId}`);
});

test("a result from an outdated profile is never written", async () => {
  const { enterpriseId } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  const { talentId } = await makeTalent();
  await refreshNeed(needId);
  const [match] = await matches({ needId, talentId });
  const need = await db.need.findUniqueOrThrow({ where: { id: needId } });
  const result = { ...(match!.explanation as object), score: 1 } as never;
  const written = await saveSuggestions({
    side: "need",
    id: needId,
    stamp: `${need.version}@${need.updatedAt.getTime()}`,
    pairs: [{ result, otherStamp: "0@0" }],
    existing: [],
    indexVersion: "",
  });
  expect(written).toBe(false);
  expect((await matches({ needId, talentId }))[0]).toEqual(match);
});
