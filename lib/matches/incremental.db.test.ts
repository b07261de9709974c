import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { makeEnterprise, makeNeed, makeTalent, UNRELATED } from "./test-support.ts";

// short lists, so that a few records already push each other out of them
vi.mock("./policy.ts", async (original) => ({
  ...(await original<object>()),
  DEPTH_OF_NEED: 3,
  DEPTH_OF_TALENT: 2,
}));

const { refreshNeed, refreshTalent } = await import("./suggestions.ts");

useDatabase();

const talents: string[] = [];
const needs: string[] = [];
beforeAll(async () => {
  const { enterpriseId } = await makeEnterprise();
  for (let i = 0; i < 7; i++) talents.push((await makeTalent()).talentId);
  for (let i = 0; i < 6; i++) needs.push(await makeNeed(enterpriseId));
  // as the jobs of listing and opening do
  for (const id of needs) await refreshNeed(id);
  for (const id of talents) await refreshTalent(id);
});

const SKILLS = [["SACS"], ["疲勞分析", "導管架"], ["SACS", "疲勞分析", "導管架"], ["Python"], []];
const MUST_HAVES = [["导管架基础设计经验"], ["结构疲劳分析"], ["SACS", "导管架基础设计经验"], ["仲裁"]];

const step = fc.oneof(
  fc.record({
    kind: fc.constant("skills" as const),
    who: fc.nat(6),
    what: fc.nat(4),
    daysPerMonth: fc.nat(20),
  }),
  fc.record({ kind: fc.constant("other" as const), who: fc.nat(6) }),
  fc.record({ kind: fc.constant("pause" as const), who: fc.nat(6), back: fc.boolean() }),
  fc.record({ kind: fc.constant("need" as const), who: fc.nat(5), what: fc.nat(3), years: fc.nat(9) }),
  fc.record({ kind: fc.constant("close" as const), who: fc.nat(5), back: fc.boolean() }),
  fc.record({ kind: fc.constant("drain" as const) }),
);

const version = () => ({ version: { increment: 1 }, updatedAt: now() });
const fitting = {
  headline: "離岸結構工程師，導管架基礎設計",
  summary: "八年導管架基礎及單樁設計，疲勞分析。",
};

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function carryOut(one: Step): Promise<void> {
  if (one.kind === "drain") return drain();
  const id = one.kind === "need" || one.kind === "close" ? needs[one.who]! : talents[one.who]!;
  if (one.kind === "skills")
    await db.talent.update({
      where: { id },
      data: { ...fitting, skills: SKILLS[one.what]!, daysPerMonth: one.daysPerMonth || null, ...version() },
    });
  if (one.kind === "other") await db.talent.update({ where: { id }, data: { ...UNRELATED, ...version() } });
  if (one.kind === "pause")
    await db.talent.update({ where: { id }, data: { status: one.back ? "LISTED" : "PAUSED", ...version() } });
  if (one.kind === "need")
    await db.need.update({
      where: { id },
      data: { mustHave: MUST_HAVES[one.what]!, experienceYearsMin: one.years, ...version() },
    });
  if (one.kind === "close")
    await db.need.update({ where: { id }, data: { status: one.back ? "OPEN" : "CLOSED", ...version() } });
  // what the product's command enqueues
  await (needs.includes(id) ? refreshNeed(id) : refreshTalent(id));
}

/** The jobs that ranking itself enqueued, until none is left. */
async function drain(): Promise<void> {
  for (;;) {
    const jobs = await db.$queryRaw<{ data: { needId?: string; talentId?: string } }[]>`
      DELETE FROM pgboss.job WHERE name IN ('matches.refreshNeed', 'matches.refreshTalent', 'matches.refill') RETURNING data`;
    if (jobs.length === 0) return;
    for (const { data } of jobs)
      if (data.needId) await refreshNeed(data.needId);
      else await refreshTalent(data.talentId!);
  }
}

/** The best of each need and of each talent, as people see them. */
async function lists() {
  const rows = await db.match.findMany({
    orderBy: [{ priority: "desc" }, { needId: "asc" }, { talentId: "asc" }],
    select: { needId: true, talentId: true, priority: true, score: true, conflicts: true, explanation: true },
  });
  const best = (key: "needId" | "talentId", id: string, depth: number) =>
    rows
      .filter((row) => row[key] === id)
      .slice(0, depth)
      .map((row) => `${row.needId} ${row.talentId} ${row.priority}`);
  return {
    rows,
    needs: needs.map((id) => best("needId", id, 3)),
    talents: talents.map((id) => best("talentId", id, 2)),
  };
}

test("after any changes the lists are those of ranking everything anew", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      for (const one of steps) await carryOut(one);
      await drain();
      const incremental = await lists();
      await db.match.deleteMany();
      for (const id of needs) await refreshNeed(id);
      for (const id of talents) await refreshTalent(id);
      await drain();
      const rebuilt = await lists();
      expect(incremental.needs).toEqual(rebuilt.needs);
      expect(incremental.talents).toEqual(rebuilt.talents);
      // what is left of former lists has today's scores too
      const anew = new Map(rebuilt.rows.map((row) => [row.needId + row.talentId, row]));
      for (const row of incremental.rows) {
        const same = anew.get(row.needId + row.talentId);
        if (same) expect(row).toEqual(same);
      }
    }),
    { numRuns: 8 },
  );
});
