import { afterAll, expect, test, vi } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db } from "#lib/db.ts";
import { currentTaxonomy, replaceTaxonomy } from "#lib/taxonomy/current.ts";
import { Generation } from "./generation.ts";
import { IndexPool } from "./index-pool.ts";
import { needInputOf, needRecord } from "./records.ts";
import { makeEnterprise, makeNeed, makeTalent, UNRELATED } from "./test-support.ts";

useDatabase();

const pools: IndexPool[] = [];
const newPool = () => {
  const pool = new IndexPool();
  pools.push(pool);
  return pool;
};
afterAll(async () => {
  for (const pool of pools) await pool.close();
});

const idsOf = async (pool: IndexPool) => {
  const ids: string[] = [];
  (await pool.current()).talents.each((_rows, _row, id) => ids.push(id));
  return ids;
};
const filled = (pool: IndexPool) =>
  vi.waitFor(() => expect([pool.generation?.missing.size, pool.generation?.stale.size]).toEqual([0, 0]), {
    timeout: 20_000,
    interval: 20,
  });
/** What both indexes answer for every need and talent, to the last digit. */
async function answers(pool: IndexPool) {
  const { talents, needs } = await pool.current();
  const byNeed = [];
  for (const row of await db.need.findMany({ select: needRecord, orderBy: { id: "asc" } }))
    byNeed.push([row.id, await pool.findForNeed(needInputOf(row), { depth: 1000 })]);
  const byTalent: unknown[] = [];
  talents.each((rows, row, id) => byTalent.push([id, needs.findFor(rows, row, { depth: 1000 })]));
  return [byNeed, byTalent.sort()];
}

test("the index notices new, changed and gone rows, also of a transaction that was open at the last look", async () => {
  const pool = newPool();
  const { talentId } = await makeTalent();
  expect(await idsOf(pool)).not.toContain("nobody");
  await filled(pool);
  expect(await idsOf(pool)).toContain(talentId);
  const stampOf = async () => (await pool.cache.talents.get([talentId])).get(talentId)?.stamp;
  const before = await stampOf();
  let finish: () => void = () => {};
  let started: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    started = resolve;
  });
  const change = db.$transaction(async (tx) => {
    await tx.talent.update({
      where: { id: talentId },
      data: { skills: ["Python"], version: { increment: 1 } },
    });
    started();
    await held;
  });
  await begun;
  // others commit meanwhile, so that the open one is older than the last look
  const other = await makeTalent();
  expect(await idsOf(pool)).toContain(other.talentId);
  finish();
  await change;
  expect(await pool.lag()).toBeGreaterThan(0);
  await pool.current();
  expect(await pool.lag()).toBe(0);
  expect(await stampOf()).not.toBe(before);
  await db.talent.update({ where: { id: talentId }, data: { status: "PAUSED" } });
  expect(await idsOf(pool)).not.toContain(talentId);
  await db.talent.delete({ where: { id: other.talentId } });
  expect(await idsOf(pool)).not.toContain(other.talentId);
});

test("rows are kept for the next start and for other workers, and are taken away with the profile", async () => {
  const { talentId } = await makeTalent();
  const first = newPool();
  await first.current();
  await filled(first);
  expect(await db.compiledTalent.count({ where: { talentId } })).toBe(1);
  const second = await Generation.read();
  expect([second.missing.size, second.stale.size]).toEqual([0, 0]);
  expect(second.talents.size).toBe(first.generation?.talents.size);
  // a change that one of them compiled is read by the others
  const other = newPool();
  await other.current();
  await db.talent.update({ where: { id: talentId }, data: { skills: ["SACS"], version: { increment: 1 } } });
  await first.current();
  await other.current();
  expect(other.generation?.compiled).toBe(0);
  expect(await answers(other)).toEqual(await answers(first));
  await db.talent.update({ where: { id: talentId }, data: { status: "ERASED" } });
  expect(await db.compiledTalent.count({ where: { talentId } })).toBe(0);
});

test("stale rows answer until they are made anew; unreadable and missing ones are compiled", async () => {
  const { enterpriseId } = await makeEnterprise();
  await makeNeed(enterpriseId);
  const [stale, odd, gone] = [await makeTalent(), await makeTalent(UNRELATED), await makeTalent()];
  const before = newPool();
  await before.current();
  await filled(before);
  await db.compiledTalent.update({ where: { talentId: stale.talentId }, data: { made: 1 } });
  await db.compiledTalent.update({ where: { talentId: odd.talentId }, data: { row: Buffer.from([99, 1]) } });
  await db.compiledTalent.delete({ where: { talentId: gone.talentId } });
  const read = await Generation.read();
  expect([...read.stale]).toEqual([stale.talentId]);
  expect([...read.missing].sort()).toEqual([odd.talentId, gone.talentId].sort());
  expect(read.talents.size).toBe((before.generation?.talents.size ?? 0) - 2);
  const after = newPool();
  await after.current();
  await filled(after);
  expect(after.generation?.compiled).toBe(3);
  expect(await answers(after)).toEqual(await answers(before));
});

test("a changed dictionary makes a new index beside the old one, which answers meanwhile", async () => {
  const pool = newPool();
  await pool.current();
  await filled(pool);
  const old = pool.generation;
  const before = await answers(pool);
  let completed = 0;
  pool.onComplete = async () => {
    completed++;
  };
  const taxonomy = currentTaxonomy();
  const { dictionary } = taxonomy;
  replaceTaxonomy({
    ...taxonomy,
    dictionary: { ...dictionary, version: "changed", find: (text) => dictionary.find(text).slice(0, 1) },
  });
  try {
    expect(await pool.current()).toBe(old);
    await vi.waitFor(() => expect(pool.generation).not.toBe(old), { timeout: 20_000, interval: 20 });
    await vi.waitFor(() => expect(completed).toBe(1), { timeout: 20_000, interval: 20 });
    expect(pool.indexVersion).toContain("/changed/");
    const anew = newPool();
    await anew.current();
    expect(anew.generation?.stale.size).toBe(0);
    expect(await answers(pool)).toEqual(await answers(anew));
    expect(await answers(pool)).not.toEqual(before);
  } finally {
    replaceTaxonomy(taxonomy);
  }
});

test("two workers at once see the same after any changes, merged or not", async () => {
  const pools = [newPool(), newPool()];
  const { enterpriseId } = await makeEnterprise();
  const talents = await Promise.all(Array.from({ length: 12 }, () => makeTalent()));
  await Promise.all(
    talents.map(async ({ talentId }, i) => {
      const skills = [["SACS"], ["Python"], ["仲裁"]][i % 3]!;
      await db.talent.update({ where: { id: talentId }, data: { skills, version: { increment: 1 } } });
      await pools[i % 2]!.current();
      if (i % 4 === 0) await db.talent.update({ where: { id: talentId }, data: { matchable: false } });
      if (i % 5 === 0) await makeNeed(enterpriseId, { title: `Jacket engineer ${i}` });
    }),
  );
  for (const pool of pools) {
    await pool.current();
    await filled(pool);
  }
  await pools[0]!.generation?.merge();
  const anew = newPool();
  await anew.current();
  for (const pool of pools) expect(await answers(pool)).toEqual(await answers(anew));
});
