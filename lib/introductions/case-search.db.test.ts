import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { AGES, type CaseFilters, caseFilters } from "./case-filters.ts";
import { countCases, getBoard, searchCases } from "./case-search.ts";
import { ENDED } from "./outcomes.ts";
import { listOwnCases } from "./own-queries.ts";
import { RUNNING } from "./policy.ts";
import { makeCase, type World } from "./test-support.ts";

useDatabase();

const DAY = 86_400_000;
const COUNT = 27;
let worlds: World[];

beforeAll(async () => {
  worlds = [];
  for (let i = 0; i < COUNT; i++)
    worlds.push(await makeCase({ direction: i % 3 ? "hk_to_yantai" : "yantai_to_hk" }));
  const statuses = [...RUNNING.slice(0, 3), ...ENDED];
  for (const [i, { id, yt }] of worlds.entries()) {
    const status = i < 22 ? "SENT" : statuses[i % statuses.length]!;
    const ended = ENDED.includes(status);
    await db.introduction.update({
      where: { id },
      data: {
        status,
        ownerId: i % 4 ? yt.accountId : null,
        ball: i % 2 ? "TALENT" : "STAFF",
        dueOn: ended ? null : new Date(Date.parse(today()) + ((i % 9) - 4) * DAY),
        closedAt: ended ? new Date(Date.now() - (i % 3) * DAY) : null,
        statusSince: new Date(Date.now() - i * 2 * DAY),
      },
    });
  }
}, 120_000);

const parse = (filters: Partial<Record<keyof CaseFilters, string>>) => caseFilters.parse(filters);

/** Every case of a list, page by page. */
async function walk(filters: Partial<Record<keyof CaseFilters, string>>) {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await searchCases(worlds[0]!.yt, parse({ ...filters, after }));
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  return ids;
}

test("the table walks through running cases by due date and through ended ones by their end, each once", async () => {
  const running = await db.introduction.findMany({
    where: { status: { in: [...RUNNING] } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  expect(running.length).toBeGreaterThan(20);
  expect(await walk({})).toEqual(running.map(({ id }) => id));
  const ended = await db.introduction.findMany({
    where: { status: { in: [...ENDED] } },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
  });
  expect(await walk({ ended: "1" })).toEqual(ended.map(({ id }) => id));
});

test("each facet's count is the number of cases that its filter leaves, also beside another filter", async () => {
  for (const base of [{}, { office: "YANTAI" }, { overdue: "yes" }, { ended: "1" }]) {
    const facets = await countCases(worlds[0]!.yt, parse(base));
    expect(facets.total).toBe((await walk(base)).length);
    for (const [name, counts] of Object.entries(facets.counts))
      for (const [value, count] of Object.entries(counts))
        expect([name, value, count]).toEqual([name, value, (await walk({ ...base, [name]: value })).length]);
    for (const { id, count } of facets.enterprises)
      expect(count).toBe((await walk({ ...base, enterprise: id })).length);
  }
  expect(
    Object.keys((await countCases(worlds[0]!.yt, parse({}))).counts.age!).every((age) =>
      AGES.includes(age as never),
    ),
  ).toBe(true);
});

test("the board shows the first twenty of each stage and how many there are, under the same filters", async () => {
  for (const base of [{}, { office: "HONG_KONG" }, { status: "SENT" }, { owner: "none" }]) {
    const board = await getBoard(worlds[0]!.yt, parse(base));
    for (const { status, count, rows } of board) {
      const all = await walk({ ...base, status });
      expect([status, count, rows.map(({ id }) => id)]).toEqual([status, all.length, all.slice(0, 20)]);
    }
  }
  expect((await getBoard(worlds[0]!.yt, parse({}))).map(({ status }) => status)).toEqual([...RUNNING]);
});

test("a case is found by its code and its enterprise's name; own ones only by their officer", async () => {
  const { code, enterpriseId, ownerId } = await db.introduction.findFirstOrThrow({
    where: { status: "SENT", ownerId: { not: null } },
  });
  expect(await walk({ q: code.toLowerCase() })).toHaveLength(1);
  const { name } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } });
  expect(await walk({ q: name })).toHaveLength(1);
  expect(await walk({ q: "100%_" })).toEqual([]);
  const owner = worlds.find(({ yt }) => yt.accountId === ownerId)!.yt;
  const { rows } = await searchCases(owner, parse({ mine: "1" }));
  expect(rows.map((row) => row.ownerId)).toEqual([ownerId]);
});

test("a talent and an enterprise list their own cases and nobody else's; staff's lists are closed to them", async () => {
  const [first, second] = worlds as [World, World];
  for (const viewer of [first.talent, first.member]) {
    expect((await listOwnCases(viewer)).cases.map(({ id }) => id)).toEqual([first.id]);
    await expect(searchCases(viewer, parse({}))).rejects.toBeInstanceOf(NotFoundError);
    await expect(getBoard(viewer, parse({}))).rejects.toBeInstanceOf(NotFoundError);
    await expect(countCases(viewer, parse({}))).rejects.toBeInstanceOf(NotFoundError);
  }
  expect((await listOwnCases(second.member)).cases.map(({ id }) => id)).toEqual([second.id]);
});
