import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { approveMatch } from "./commands.ts";
import { nominate } from "./entry-commands.ts";
import { listMatchesOfNeed } from "./need-matches-query.ts";
import { getReviewQueue } from "./queue-query.ts";
import { getMatchForReview, getUndoable, nextAfter } from "./review-query.ts";
import { refreshNeed } from "./suggestions.ts";
import { makeAccount, makeEnterprise, makeNeed, makeTalent } from "./test-support.ts";

useDatabase();

let staff: Viewer;
let [energy, marine] = ["", ""];
const TALENTS = 20;

beforeAll(async () => {
  staff = await makeAccount();
  const { enterpriseId } = await makeEnterprise();
  marine = await makeNeed(enterpriseId);
  energy = await makeNeed(enterpriseId, { chain: "clean-energy", modes: ["internship"] });
  for (let i = 0; i < TALENTS; i++)
    await makeTalent({
      office: i % 2 ? "YANTAI" : "HONG_KONG",
      intentions: i % 4 ? ["full_time"] : ["internship"],
    });
  await refreshNeed(marine);
  await refreshNeed(energy);
});

/** Every row of the queue, page by page. */
async function walk(filters: Parameters<typeof getReviewQueue>[1]) {
  const ids: string[] = [];
  const scores: number[] = [];
  let after: string | undefined;
  do {
    const page = await getReviewQueue(staff, { ...filters, after });
    ids.push(...page.rows.map((row) => row.id));
    scores.push(...page.rows.map((row) => row.score));
    after = page.next ?? undefined;
  } while (after);
  return ids;
}

test("walks through all that waits, page by page, each once, in the order of priority", async () => {
  const ids = await walk({});
  const rows = await db.match.findMany({
    where: { status: "SUGGESTED" },
    orderBy: [{ priority: "desc" }, { id: "asc" }],
  });
  expect(rows.length).toBeGreaterThan(25);
  expect(ids).toEqual(rows.map((row) => row.id));
});

test("each facet's count is the number of rows that its filter leaves, also beside another filter", async () => {
  for (const base of [{}, { conflicts: "none" as const }, { office: "YANTAI" as const }, { need: marine }]) {
    const { facets } = await getReviewQueue(staff, base);
    expect(facets.total).toBe((await walk(base)).length);
    for (const facet of ["office", "chain", "conflicts", "band", "origin", "assignee"] as const)
      for (const { value, count } of facets[facet]) {
        if (count === 0 && facet === "chain") continue;
        expect([facet, value, count]).toEqual([
          facet,
          value,
          (await walk({ ...base, [facet]: value })).length,
        ]);
      }
  }
});

test("is empty for everybody but staff", async () => {
  const talent = (await makeTalent()).viewer;
  const { member } = await makeEnterprise();
  const [id] = await walk({});
  for (const viewer of [talent, member]) {
    expect((await getReviewQueue(viewer, {})).rows).toEqual([]);
    expect(await getMatchForReview(viewer, id!)).toBeNull();
    expect(await listMatchesOfNeed(viewer, marine)).toBeNull();
    expect(await nextAfter(viewer, id!, {})).toBeNull();
    expect(await getUndoable(viewer, id!)).toBeNull();
  }
});

test("a match knows its place, its neighbours under the filters, and what may be done", async () => {
  const ids = await walk({ need: marine });
  const match = await getMatchForReview(staff, ids[1]!, { need: marine });
  expect(match).toMatchObject({
    position: { at: 2, of: ids.length },
    previousId: ids[0],
    nextId: ids[2],
    can: { approve: true, reject: true, start: true, undo: false },
  });
  expect((await getMatchForReview(staff, ids[0]!, { need: marine }))?.previousId).toBeNull();
  expect(JSON.stringify(match)).not.toMatch(/canary|5550|陳大文/);
});

test("after a decision the next one follows, the day's count grows and it can be undone", async () => {
  const [first, second] = await walk({ need: marine });
  await approveMatch(staff, first!, { reasonCode: "evidenced", version: 1 });
  expect(await nextAfter(staff, first!, { need: marine })).toBe(second);
  expect(await getUndoable(staff, first!)).toMatchObject({ id: first });
  expect(await getUndoable(await makeAccount(), first!)).toBeNull();
  const match = await getMatchForReview(staff, first!);
  expect(match).toMatchObject({ position: null, reviewedToday: 1, can: { undo: true, approve: false } });
  expect(match?.events.map((event) => event.action)).toEqual(["match.approved"]);
});

test("a need shows its matches in every state with counts, nominated ones among them", async () => {
  const { talentId } = await makeTalent({ headline: "法律顧問", summary: "", skills: [], experience: [] });
  await nominate(staff, energy, talentId, { reason: "knows the people" });
  const found = await listMatchesOfNeed(staff, energy);
  expect(found?.rows.some((row) => row.origin === "NOMINATED")).toBe(true);
  expect(Object.values(found!.counts).reduce((sum, count) => sum + count, 0)).toBe(found!.rows.length);
});
