import { beforeAll, expect, test } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { needInput } from "#e2e/support/need-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { searchTokens } from "#lib/matching/text.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { estimateFit } from "./estimate.ts";
import type { NeedFields } from "./schema.ts";

useDatabase();

let own: Viewer;
let ordinal = 0;
const time = new Date("2026-11-01T00:00:00Z");

/** Listed people with the given skills, as lib/talents would have derived them. */
function people(count: number, skills: string, change: Partial<Prisma.TalentCreateManyInput> = {}) {
  return Array.from({ length: count }, () => ({
    code: `T-${ordinal++}`,
    status: "LISTED" as const,
    locale: "zh_Hant" as const,
    conceptIds: currentDictionary()
      .find(skills)
      .map((hit) => hit.conceptId),
    searchTokens: searchTokens(skills),
    hiddenTokens: [],
    educationRank: 3,
    experience: [{ title: "工程師", from: "2015-01" }],
    experienceMonths: 130,
    languages: [{ code: "en", level: "C1" }],
    intentions: ["full_time"],
    direction: "hk_to_yantai",
    payFloor: 400_000,
    officeSince: time,
    createdAt: time,
    updatedAt: time,
    ...change,
  }));
}

const need = (change: Partial<NeedFields> = {}) =>
  needInput({ mustHave: ["导管架设计"], preferred: [], qualificationsRequired: [], ...change });
const gains = async (input: NeedFields) => {
  const { fit, withoutEach } = await estimateFit(own, input);
  return { fit, gains: withoutEach.map((one) => [one.requirement.kind, one.count]) };
};

beforeAll(async () => {
  own = await enterpriseViewer(1);
  await db.talent.createMany({
    data: [
      // they write it in another script and in English: all the same
      ...people(4, "導管架設計"),
      ...people(4, "jacket foundation design"),
      ...people(5, "導管架設計", { educationRank: 1 }),
      ...people(6, "導管架設計", { languages: [{ code: "en", level: "A2" }] }),
      ...people(7, "導管架設計", { payFloor: 700_000 }),
      ...people(3, "導管架設計", { direction: "yantai_to_hk" }),
      ...people(20, "葡萄酒釀造"),
      // says nothing at all but the skill: unknown excludes nobody
      ...people(3, "jacket foundation", {
        educationRank: null,
        experience: [],
        experienceMonths: 0,
        languages: [],
        intentions: [],
        direction: null,
        payFloor: null,
      }),
      ...people(9, "導管架設計", { status: "VERIFIED" }),
      ...people(9, "導管架設計", { matchable: false }),
    ],
  });
});

test("counts listed people who meet everything, in any script, and what each requirement costs", async () => {
  const estimate = await estimateFit(own, need());
  expect(estimate.total).toBe(52);
  expect(estimate.fit).toBe(11);
  expect(estimate.withoutEach.map(({ requirement, count }) => [requirement.kind, count])).toEqual([
    ["mustHave", 31],
    ["pay", 18],
    ["language", 17],
    ["education", 16],
    ["direction", 14],
  ]);
  expect(estimate.withoutEach[0]!.requirement).toEqual({ kind: "mustHave", text: "导管架设计" });
});

test("each requirement follows the matching rules at its edge", async () => {
  // 1.25 times the maximum, and one year short
  expect((await gains(need({ payMax: 320_000 }))).fit).toBe(11);
  expect((await gains(need({ payMax: 319_000 }))).fit).toBe(3);
  expect((await gains(need({ experienceYearsMin: 11 }))).fit).toBe(11);
  expect((await gains(need({ experienceYearsMin: 12 }))).fit).toBe(3);
  // HKD 400,000 is CNY 368,000, and 1.25 times that is above the floor of 400,000
  expect((await gains(need({ payMax: 400_000, payCurrency: "HKD" }))).fit).toBe(11);
  expect((await gains(need({ languages: [{ code: "en", level: "C2", required: true }] }))).fit).toBe(3);
  expect((await gains(need({ languages: [{ code: "en", level: "C2", required: false }] }))).fit).toBe(17);
});

test("fewer than three are not told apart, so that nobody feels their way to one person", async () => {
  await db.talent.createMany({ data: people(2, "清洁机器人路径规划", { payFloor: 90_000 }) });
  const estimate = await estimateFit(
    own,
    need({ mustHave: ["清洁机器人路径规划"], payMin: null, payMax: 100_000 }),
  );
  expect(estimate.fit).toBeNull();
  expect(JSON.stringify(estimate)).not.toMatch(/"count":[12]\b/);
});

test("words that the dictionary does not know are compared as words; hostile ones are only words", async () => {
  await db.talent.createMany({ data: people(5, "会做鱼骨胶纹饰修复") });
  expect((await gains(need({ mustHave: ["鱼骨胶纹饰修复"] }))).fit).toBe(5);
  expect(
    (await estimateFit(own, need({ mustHave: ['\'); DROP TABLE "Talent"; --', "{}", "\\"] }))).fit,
  ).toBeNull();
  expect(await db.talent.count()).toBeGreaterThan(50);
});

test("what an enterprise may not read of a person is not counted by: code, names, employers", async () => {
  await db.talent.createMany({
    data: people(5, "dawlish caulking", {
      searchTokens: searchTokens("dawlish caulking zhongtai"),
      hiddenTokens: ["zhongtai"],
    }),
  });
  expect((await gains(need({ mustHave: ["dawlish caulking"] }))).fit).toBe(5);
  expect((await gains(need({ mustHave: ["Zhongtai"] }))).fit).toBeNull();
});

test("an empty form counts everybody who is listed", async () => {
  const { total, fit } = await estimateFit(
    own,
    need({
      mustHave: [],
      educationMin: null,
      experienceYearsMin: null,
      languages: [],
      modes: [],
      payMin: null,
      payMax: null,
      direction: "yantai_to_hk",
    }),
  );
  expect(total).toBeGreaterThan(50);
  // those who want this direction, and those who say nothing
  expect(fit).toBe(6);
});

test("a required licence is met by an equivalent one and excludes those who name none", async () => {
  await db.talent.createMany({ data: people(4, "導管架設計 Class 1 Marine Engineer CoC") });
  expect((await gains(need({ qualificationsRequired: ["轮机长适任证书"] }))).fit).toBe(4);
});

test("only enterprises and staff may ask", async () => {
  await expect(estimateFit({ ...own, role: "TALENT" }, need())).rejects.toThrow(NotFoundError);
  expect((await estimateFit(officer("HONG_KONG"), need())).total).toBeGreaterThan(0);
});
