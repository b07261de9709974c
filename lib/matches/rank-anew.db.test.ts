import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db } from "#lib/db.ts";
import { currentTaxonomy, replaceTaxonomy } from "#lib/taxonomy/current.ts";
import { rankAnew, startRankingAnew } from "./rank-anew.ts";
import { refreshNeed, refreshTalent } from "./suggestions.ts";
import { jobsOf, makeEnterprise, makeNeed, makeTalent } from "./test-support.ts";
import { rankedWith } from "./versions.ts";

useDatabase();

const waiting = async () =>
  (
    await db.$queryRaw<{ id: string }[]>`
      SELECT coalesce(data->>'needId', data->>'talentId') AS id FROM pgboss.job
      WHERE name = 'matches.refill' AND state = 'created'`
  ).map(({ id }) => id);
const clear = () => db.$executeRaw`DELETE FROM pgboss.job`;

test("after a change of versions every list is ranked anew, in batches, and what was decided stays", async () => {
  const { enterpriseId } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  const [open, decided] = [await makeTalent(), await makeTalent()];
  await refreshNeed(needId);
  for (const { talentId } of [open, decided]) await refreshTalent(talentId);
  await db.match.updateMany({ where: { needId, talentId: decided.talentId }, data: { status: "APPROVED" } });
  await clear();
  await startRankingAnew();
  expect(await jobsOf("matches.rankAnew", "")).toHaveLength(0);

  const before = await db.match.findMany({ where: { needId }, orderBy: { talentId: "asc" } });
  const taxonomy = currentTaxonomy();
  const dictionary = { ...taxonomy.dictionary, version: "another" };
  replaceTaxonomy({ ...taxonomy, dictionary });
  try {
    await startRankingAnew();
    expect(await jobsOf("matches.rankAnew", "")).toHaveLength(1);
    await rankAnew(null);
    expect((await waiting()).sort()).toEqual([needId, open.talentId, decided.talentId].sort());
    // lists stay readable meanwhile
    expect(await db.match.findMany({ where: { needId }, orderBy: { talentId: "asc" } })).toEqual(before);

    await refreshNeed(needId);
    const after = await db.match.findMany({ where: { needId }, orderBy: { talentId: "asc" } });
    const of = (rows: typeof after, { talentId }: { talentId: string }) =>
      rows.find((row) => row.talentId === talentId);
    expect(of(after, open)?.dictionaryVersion).toBe("another");
    expect(of(after, decided)).toEqual(of(before, decided));
    const record = await db.poolRecord.findUniqueOrThrow({ where: { id: needId } });
    expect(record.rankedWith).toBe(rankedWith());
    await clear();
    await rankAnew(null);
    expect(await waiting()).not.toContain(needId);
  } finally {
    replaceTaxonomy(taxonomy);
  }
});

test("the next batch waits while lists still wait", async () => {
  await clear();
  await Promise.all(Array.from({ length: 25 }, () => makeTalent()));
  await rankAnew(null);
  const first = await waiting();
  expect(first.length).toBeGreaterThanOrEqual(25);
  await rankAnew(null);
  expect(await waiting()).toHaveLength(first.length);
});
