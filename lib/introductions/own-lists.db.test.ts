import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { makeNeed } from "#lib/matches/test-support.ts";
import type { MatchStatus } from "#prisma/generated/enums.ts";
import { endCase } from "./ending-commands.ts";
import { listCasesOf, listOwnCases } from "./own-queries.ts";
import { PART_PAGE } from "./parts.ts";
import { listCandidates } from "./queries.ts";
import { makeCase, seenNow, type World } from "./test-support.ts";

useDatabase();

const LATER = 86_400_000;

/** The same two again and again, later than their first case. */
async function addMatches(w: World, count: number, status: MatchStatus) {
  const made: { id: string; needId: string }[] = [];
  for (let i = 0; i < count; i++) made.push({ id: randomUUID(), needId: await makeNeed(w.enterpriseId) });
  const times = { computedAt: now(), createdAt: now(), updatedAt: now() };
  await db.match.createMany({
    data: made.map((one) => ({
      ...one,
      ...times,
      talentId: w.talentId,
      status,
      score: 80,
      needToTalent: 80,
      talentToNeed: 80,
      conflicts: [],
      priority: 80,
      explanation: {},
      engineVersion: "t",
      dictionaryVersion: "t",
      weightsVersion: "t",
      talentDecidedAt: new Date(now().getTime() + LATER),
    })),
  });
  return made;
}

test("an enterprise's list has every candidate on some page, and what runs before all that is over", async () => {
  const w = await makeCase();
  const ended = await makeCase({ sameNeed: w });
  await endCase(ended.yt, {
    ...(await seenNow(ended.id)),
    ending: "endAsNoFit",
    outcome: "skills",
    words: "",
  });
  await addMatches(w, PART_PAGE, "ENTERPRISE_DECLINED");
  const first = await listCandidates(w.member);
  const second = await listCandidates(w.member, "en", 2);
  expect(first.counts).toEqual({ waiting: 0, introduced: 1, declined: PART_PAGE, ended: 1 });
  expect([first.pages, second.page]).toEqual([2, 2]);
  expect(first.candidates[0]).toMatchObject({ id: w.matchId, group: "introduced", state: "introduced" });
  // a case that has ended may still be read, and stands among what is over
  expect(second.candidates.at(-1)).toMatchObject({ id: ended.matchId, group: "ended", state: "introduced" });
  const ids = [...first.candidates, ...second.candidates].map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([PART_PAGE + 2, PART_PAGE + 2]);
  expect((await listCasesOf(w.member, ids)).map(({ id }) => id).sort()).toEqual([w.id, ended.id].sort());
  const other = await makeCase();
  expect(await listCasesOf(other.member, ids)).toEqual([]);
  expect((await listCandidates(other.member)).candidates.map(({ id }) => id)).toEqual([other.matchId]);
});

test("a talent's list has every case on some page, running ones first", async () => {
  const w = await makeCase();
  const made = await addMatches(w, PART_PAGE, "INTRODUCED");
  const times = {
    statusSince: now(),
    officeSince: now(),
    createdAt: now(),
    updatedAt: now(),
    closedAt: now(),
  };
  await db.introduction.createMany({
    data: made.map(({ id: matchId, needId }, index) => ({
      ...times,
      matchId,
      needId,
      code: `C-${w.id.slice(0, 6)}${index}`,
      status: "NO_FIT" as const,
      talentId: w.talentId,
      enterpriseId: w.enterpriseId,
      direction: "hk_to_yantai",
      chain: "marine-engineering",
      office: "YANTAI" as const,
    })),
  });
  const first = await listOwnCases(w.talent);
  const second = await listOwnCases(w.talent, 2);
  expect([first.pages, first.cases.length, second.cases.length]).toEqual([2, PART_PAGE, 1]);
  expect(first.cases[0]).toMatchObject({ id: w.id, running: true });
  const ids = [...first.cases, ...second.cases].map(({ id }) => id);
  expect(new Set(ids).size).toBe(PART_PAGE + 1);
});
