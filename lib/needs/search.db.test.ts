import { beforeAll, describe, expect, it } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { needInput } from "#e2e/support/need-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { enterpriseFilters, searchEnterprises } from "#lib/enterprises/search.ts";
import { NotFoundError } from "#lib/errors.ts";
import { postNeed, saveNeedDraft } from "./commands.ts";
import { needFilters, searchNeeds } from "./search.ts";

useDatabase();

const yantai = officer("YANTAI");
const search = (filters: Record<string, string>) => searchNeeds(yantai, needFilters.parse(filters));
const titles = async (filters: Record<string, string>) =>
  (await search(filters)).rows.map((row) => row.title).sort();
let [first, second]: Viewer[] = [];

beforeAll(async () => {
  [first, second] = [await enterpriseViewer(1), await enterpriseViewer(2, { verify: false })];
  const plain = {
    description: "-",
    duties: [],
    mustHave: ["x"],
    preferred: [],
    disciplines: [],
    chainText: "",
  };
  const post = (owner: Viewer, day: number, change: Parameters<typeof needInput>[0]) =>
    at(new Date(Date.UTC(2026, 10, day)), () => postNeed(owner, needInput({ ...plain, ...change })));
  await post(first!, 3, { title: "数据平台", locale: "zh-Hans" });
  await post(first!, 1, { title: "數據平台工程師", locale: "zh-Hant", chain: "digital-economy" });
  await post(second!, 2, { title: "Data platform lead", locale: "en", type: "expert", modes: ["flexible"] });
  await post(second!, 4, { title: "酿酒师", chain: "food-wine" });
  await saveNeedDraft(first!, needInput({ title: "nobody's business yet" }));
});

describe("needs for staff", () => {
  it("are found in any script, by code and by enterprise; a draft is its owner's alone", async () => {
    const found = await titles({ q: "數據" });
    expect(found).toEqual(["Data platform lead", "数据平台", "數據平台工程師"]);
    expect(await titles({ q: "数据" })).toEqual(found);
    expect(await titles({ q: "data" })).toEqual(found);
    const { code } = await db.need.findFirstOrThrow({ where: { title: "酿酒师" }, select: { code: true } });
    expect(await titles({ q: code.toLowerCase() })).toEqual(["酿酒师"]);
    expect(await titles({ enterprise: second!.enterpriseId! })).toEqual(["Data platform lead", "酿酒师"]);
    expect(await titles({})).toHaveLength(4);
  });

  it("wait in their queue from the first that came", async () => {
    const { rows } = await search({ queue: "1" });
    expect(rows.map((row) => row.title)).toEqual([
      "數據平台工程師",
      "Data platform lead",
      "数据平台",
      "酿酒师",
    ]);
  });

  it("are counted by facet, an array's elements each", async () => {
    const { facets } = await search({ chain: "food-wine" });
    expect(facets.total).toBe(1);
    expect(facets.counts.chain).toEqual({ "clean-energy": 2, "digital-economy": 1, "food-wine": 1 });
    expect(facets.counts.mode).toEqual({ full_time: 1 });
    expect((await search({ type: "expert" })).facets.counts.mode).toEqual({ flexible: 1 });
  });

  it("are for staff only", async () => {
    await expect(searchNeeds(first!, needFilters.parse({}))).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("enterprises for staff", () => {
  const find = async (filters: Record<string, string>) =>
    (await searchEnterprises(yantai, enterpriseFilters.parse(filters))).rows;

  it("are found by name in either script, English name and licence number, with their needs counted", async () => {
    const [one] = await find({ q: "示例海工裝備有限公司1" });
    expect(one).toMatchObject({ id: first!.enterpriseId, needs: 2 });
    expect(await find({ q: "example OFFSHORE" })).toHaveLength(2);
    expect(await find({ q: one!.licenceNumber.replace(/(.{4})/g, "$1 ") })).toMatchObject([{ id: one!.id }]);
    expect(await find({ q: "100%_" })).toEqual([]);
    expect(await find({ queue: "1" })).toMatchObject([{ id: second!.enterpriseId }]);
    await expect(searchEnterprises(first!, enterpriseFilters.parse({}))).rejects.toBeInstanceOf(
      NotFoundError,
    );
  });
});
