import { beforeAll, describe, expect, it } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { importRecords, recordInput } from "#e2e/support/talent-records.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { at } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { bulkTalents } from "./bulk-commands.ts";
import { handOverTalent } from "./review-commands.ts";
import { searchTalents, TALENT_PAGE, talentFilters } from "./search.ts";

useDatabase();

const hongKong = officer("HONG_KONG");
const yantai = officer("YANTAI");
const search = (filters: Record<string, string>) => searchTalents(hongKong, talentFilters.parse(filters));
const codesOf = async (filters: Record<string, string>) =>
  (await search(filters)).rows.map((row) => row.code).sort();

let ids: string[];

beforeAll(async () => {
  const texts = [
    [
      "hant",
      { locale: "zh-Hant", headline: "數據工程師，大數據平台", summary: "數據倉庫", skills: ["數據分析"] },
    ],
    [
      "hans",
      { locale: "zh-Hans", headline: "数据工程师，大数据平台", summary: "数据仓库", skills: ["数据分析"] },
    ],
    ["en", { locale: "en", headline: "Data engineer", summary: "Data warehouse", skills: ["data analysis"] }],
    ["other", { headline: "Wine maker", summary: "Vineyards", skills: ["tasting"], base: "MO" }],
  ] as const;
  ids = await importRecords(texts.map(([id, change]) => recordInput(id, change as never)));
});

describe("free text", () => {
  it("finds the same profiles by 數據, 数据 and data", async () => {
    const [hant, hans, en] = [
      await codesOf({ q: "數據" }),
      await codesOf({ q: "数据" }),
      await codesOf({ q: "data" }),
    ];
    expect(hant).toHaveLength(3);
    expect(hans).toEqual(hant);
    expect(en).toEqual(hant);
  });

  it("finds a profile by its code, and nothing by words that nobody wrote", async () => {
    const { code } = await db.talent.findUniqueOrThrow({ where: { id: ids[3]! }, select: { code: true } });
    expect(await codesOf({ q: code.toLowerCase() })).toEqual([code]);
    expect(await codesOf({ q: "submarine volcanology" })).toEqual([]);
  });

  it("takes any odd text for words, not for a pattern", async () => {
    for (const q of ["%", "'; DROP TABLE", "\\", "()|&!", "😀"])
      await expect(search({ q })).resolves.toBeDefined();
  });
});

describe("facets", () => {
  it("count the rows that choosing them would leave, and a facet's own choice does not narrow itself", async () => {
    const { facets } = await search({});
    expect(facets.total).toBe(4);
    expect(facets.counts.base).toEqual({ HK: 3, MO: 1 });
    const chosen = await search({ base: "MO" });
    expect(chosen.facets.total).toBe(1);
    expect(chosen.facets.counts.base).toEqual({ HK: 3, MO: 1 });
    expect(chosen.facets.counts.status).toEqual({ SUBMITTED: 1 });
  });

  it("leave out what the address says wrongly", async () => {
    expect((await search({ base: "MARS", years: "many", after: "nonsense" })).rows).toHaveLength(4);
  });
});

it("shows nobody but staff anything", async () => {
  const member = await enterpriseViewer(1);
  await expect(searchTalents(member, talentFilters.parse({}))).rejects.toBeInstanceOf(NotFoundError);
});

it("goes through a queue from the longest waiting, page after page, without losing or repeating one", async () => {
  const records = Array.from({ length: TALENT_PAGE + 5 }, (_, index) => recordInput(`page-${index}`));
  for (const [index, record] of records.entries())
    await at(new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2))), () => importRecords([record]));
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await search({ queue: "1", ...(after ? { after } : {}) });
    seen.push(...page.rows.map((row) => row.id));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toHaveLength(TALENT_PAGE + 5 + 4);
  expect(new Set(seen).size).toBe(seen.length);
  const waiting = await db.talent.findMany({
    where: { id: { in: seen } },
    select: { id: true, submittedAt: true },
  });
  const since = new Map(waiting.map((row) => [row.id, row.submittedAt!.getTime()]));
  expect(seen.map((id) => since.get(id))).toEqual(
    [...seen.map((id) => since.get(id)!)].sort((a, b) => a - b),
  );
});

describe("several at once", () => {
  it("does what it can and names what it could not and why", async () => {
    const [ours, theirs] = await importRecords([recordInput("bulk-1"), recordInput("bulk-2")]);
    await handOverTalent(hongKong, theirs!, { office: "YANTAI", note: "for you" });
    const nobody = "00000000-0000-4000-8000-000000000000";
    const outcome = await bulkTalents(hongKong, { act: "verify", ids: [ours!, theirs!, nobody] });
    const { code } = await db.talent.findUniqueOrThrow({ where: { id: theirs! }, select: { code: true } });
    expect(outcome).toEqual({
      done: 1,
      refused: [
        { code, key: "withOtherOffice" },
        { code: "?", key: "notFound" },
      ],
    });
    const states = await db.talent.findMany({
      where: { id: { in: [ours!, theirs!] } },
      select: { id: true, status: true },
    });
    expect(Object.fromEntries(states.map((row) => [row.id, row.status]))).toEqual({
      [ours!]: "LISTED",
      [theirs!]: "SUBMITTED",
    });
    expect(await bulkTalents(hongKong, { act: "verify", ids: [ours!] })).toMatchObject({
      done: 0,
      refused: [{ key: "notInThatState" }],
    });
  });

  it("verifies each once when two officers act together", async () => {
    const ids = await importRecords([recordInput("race-1"), recordInput("race-2"), recordInput("race-3")]);
    const both = await Promise.all([
      bulkTalents(hongKong, { act: "verify", ids }),
      bulkTalents(officer("HONG_KONG"), { act: "verify", ids: [...ids].reverse() }),
    ]);
    expect(both[0].done + both[1].done).toBe(3);
    const events = await db.auditEvent.count({ where: { action: "talent.verified", recordId: { in: ids } } });
    expect(events).toBe(3);
  });

  it("hands over with the note, out of the office's reach", async () => {
    const [id] = await importRecords([recordInput("hand-1")]);
    await bulkTalents(hongKong, {
      act: "handOver",
      ids: [id!],
      office: "YANTAI",
      note: "Lives in Yantai now",
    });
    expect(await db.talent.findUniqueOrThrow({ where: { id: id! }, select: { office: true } })).toEqual({
      office: "YANTAI",
    });
    expect((await bulkTalents(hongKong, { act: "take", ids: [id!] })).done).toBe(0);
    expect((await bulkTalents(yantai, { act: "take", ids: [id!] })).done).toBe(1);
  });
});
