import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { enterpriseInput, enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { at } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { InvalidError } from "#lib/errors.ts";
import { closeNeed } from "./commands.ts";
import { importNeed } from "./import.ts";
import { type NeedRecord, needRecord } from "./import-record.ts";
import { getNeedForStaff, listOpenNeeds } from "./queries.ts";

useDatabase();

const lines = readFileSync("lib/matching/fixtures/match-dev/needs.jsonl", "utf8").trim().split("\n");
const records = lines.map((line) => needRecord.parse(JSON.parse(line)));
const first = records[0] as NeedRecord;
const yantai = officer("YANTAI");
const bring = (record: NeedRecord, state: "submitted" | "open" = "open") =>
  at(new Date("2026-11-23T02:00:00Z"), () => importNeed(yantai, record, { state }));
const count = (outcomes: string[], which: string) => outcomes.filter((one) => one === which).length;
const idOf = async (externalId: string) => (await db.need.findUniqueOrThrow({ where: { externalId } })).id;
const issuesOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidError);
  return (error as InvalidError).issues;
};

describe("the match collection", () => {
  test("comes in whole and open, without one false alarm of discrimination; again it changes nothing", async () => {
    const outcomes: string[] = [];
    for (const record of records) outcomes.push(await bring(record));
    expect(count(outcomes, "created")).toBe(40);
    expect((await listOpenNeeds({ limit: 100 })).needs).toHaveLength(40);
    const again: string[] = [];
    for (const record of records) again.push(await bring(record));
    expect(count(again, "unchanged")).toBe(40);
    expect(await db.need.count()).toBe(40);
    expect(await db.enterprise.count({ where: { holding: true } })).toBe(1);
  });

  test("each chain in words finds its place, and the words are kept", async () => {
    const rows = await db.need.findMany({ select: { externalId: true, chain: true, chainText: true } });
    const chains = Object.fromEntries(rows.map((row) => [row.externalId, row.chain]));
    expect(chains).toMatchObject({
      N01: "clean-energy",
      N05: "biomedicine",
      N09: "green-petrochemicals",
      N13: "automotive",
      N17: "food-wine",
      N21: "digital-economy",
      N26: "marine-engineering",
      N29: "modern-services",
      N30: "high-end-equipment",
      N33: "modern-services",
    });
    expect(rows.every((row) => row.chainText !== "")).toBe(true);
  });

  test("the workstation stands in the place of the holding enterprise", async () => {
    const { needs } = await listOpenNeeds({ limit: 100 });
    expect(needs.every((need) => need.enterprise === null)).toBe(true);
  });

  test("two imports of one record at once make one need", async () => {
    const record = { ...first, id: "TWICE" };
    const outcomes = await Promise.all([bring(record), bring(record), bring(record)]);
    expect([count(outcomes, "created"), count(outcomes, "unchanged")]).toEqual([1, 2]);
  });

  test("a changed record updates its need and has it matched again; one that ended is left alone", async () => {
    expect(await bring({ ...first, headcount: 5 })).toBe("updated");
    const id = await idOf("N01");
    expect(await getNeedForStaff(yantai, id)).toMatchObject({ headcount: 5, status: "OPEN" });
    await closeNeed(yantai, id, { reason: "x" });
    expect(await issuesOf(bring({ ...first, headcount: 6 }))).toMatchObject([
      { path: "id", key: "needEnded" },
    ]);
    expect(await bring({ ...first, headcount: 5 })).toBe("unchanged");
  });

  test("one that came in as submitted is opened by a later import", async () => {
    const record = { ...first, id: "LATER" };
    expect(await bring(record, "submitted")).toBe("created");
    expect(await bring(record, "open")).toBe("updated");
    expect(await getNeedForStaff(yantai, await idOf("LATER"))).toMatchObject({ status: "OPEN" });
  });
});

test("a named enterprise owns its needs; an unknown or unverified one is named as the problem", async () => {
  const own = await enterpriseViewer(21);
  await enterpriseViewer(22, { verify: false });
  expect(await bring({ ...first, id: "E1", enterprise: enterpriseInput(21).name })).toBe("created");
  expect((await db.need.findUniqueOrThrow({ where: { externalId: "E1" } })).enterpriseId).toBe(
    own.enterpriseId,
  );
  expect(await issuesOf(bring({ ...first, id: "E2", enterprise: "没有的公司" }))).toMatchObject([
    { path: "enterprise", key: "enterpriseUnknown" },
  ]);
  expect(await issuesOf(bring({ ...first, id: "E3", enterprise: enterpriseInput(22).name }))).toMatchObject([
    { path: "enterprise", key: "enterpriseNotVerified" },
  ]);
  expect(await db.need.count({ where: { externalId: { in: ["E2", "E3"] } } })).toBe(0);
});

test.each([
  [{ title: "" }, "title"],
  [{ district: "济南市" }, "district"],
  [{ pay: { min: 9, max: 8, currency: "CNY", period: "year" } }, "pay.max"],
  [{ pay: { min: 9, max: 10, currency: "USD", period: "year" } }, "pay.currency"],
  [{ deadline: "2026-02-30" }, "deadline"],
  [{ languages: [{ code: "xx", level: "B1" }] }, "languages.0.code"],
  [{ headcount: "two" }, "headcount"],
  [{ password: "x" }, ""],
])("a record with %o is refused at %s", (change, path) => {
  const result = needRecord.safeParse({ ...JSON.parse(lines[0] as string), ...change });
  expect(result.success).toBe(false);
  expect(result.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
});

test("a deadline that has passed and a discriminatory line are refused at their fields", async () => {
  expect(await issuesOf(bring({ ...first, id: "P1", deadline: "2026-01-01" }))).toMatchObject([
    { path: "deadline" },
  ]);
  expect(await issuesOf(bring({ ...first, id: "P2", mustHave: ["限女性"] }))).toMatchObject([
    { path: "mustHave[0]" },
  ]);
});
