import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterpriseViewer } from "#e2e/support/enterprise-examples.ts";
import { needInput } from "#e2e/support/need-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { searchTokens } from "#lib/matching/text.ts";
import { estimateFit } from "#lib/needs/estimate.ts";
import type { NeedFields } from "#lib/needs/schema.ts";
import { searchTalents, talentFilters } from "#lib/talents/search.ts";
import { startAnswering } from "./answer.ts";
import { answerFromIndex } from "./answers.ts";
import { askEngine, stopAsking } from "./ask.ts";
import { removeEngineState } from "./engine-state.ts";
import { estimateFitNow } from "./estimate.ts";
import { pool } from "./index-pool.ts";
import { refreshNeed } from "./suggestions.ts";
import { rankByFit } from "./talent-fit.ts";
import { engineBeats, makeAccount, makeEnterprise, makeNeed, makeTalent, UNRELATED } from "./test-support.ts";
import { changeWeights } from "./weight-commands.ts";
import { previewWeights } from "./weight-queries.ts";

useDatabase();

const engine = randomUUID();
let stop = async () => {};
// two cores that may be busy with other work
const patient = { limit: 20_000 };

beforeAll(async () => {
  await engineBeats(engine);
  stop = startAnswering(answerFromIndex);
  await pool().current();
});
afterAll(async () => {
  await stop();
  stopAsking();
  await pool().close();
});

const asked = (change: Partial<NeedFields> = {}) => ({
  ...needInput({ mustHave: ["导管架基础设计"], preferred: [], qualificationsRequired: [], ...change }),
  locale: "zh-Hans" as const,
});

test("the engine ranks a saved need as its suggestions are ranked, and those who block its employer are not named", async () => {
  const { enterpriseId } = await makeEnterprise({ name: "烟台蓝海重工有限公司" });
  const needId = await makeNeed(enterpriseId);
  for (const skills of [["SACS"], ["Python"], []]) await makeTalent({ skills });
  const blocking = await makeTalent({ blockedEmployers: ["煙台藍海重工"] });
  await refreshNeed(needId);
  const saved = await db.match.findMany({ where: { needId }, orderBy: [{ priority: "desc" }] });
  const answer = await askEngine({ kind: "rank", needId, weights: [null], depth: 50 }, patient);
  const [ranked] = answer!.lists;
  expect(ranked!.slice(0, saved.length).map(({ talentId, score }) => ({ talentId, score }))).toEqual(
    saved.map(({ talentId, score }) => ({ talentId, score })),
  );
  expect(ranked!.map((one) => one.talentId)).not.toContain(blocking.talentId);
  expect(answer!.listed).toBe(await db.talent.count({ where: { status: "LISTED" } }));
  expect(JSON.stringify(answer)).not.toMatch(/陳大文|canary|5550/);
});

test("a preview by the engine is what ranking anew then brings, also for people who did not wait before", async () => {
  const staff = await makeAccount();
  const pay = { payMin: 300_000, payMax: 500_000, payCurrency: "CNY", payPeriod: "year" };
  const needId = await makeNeed((await makeEnterprise()).enterpriseId, pay);
  const asks = (payMin: number) => ({ payMin, payCurrency: "CNY", payPeriod: "year" });
  await makeTalent(asks(620_000));
  await makeTalent({ ...asks(300_000), skills: [], summary: "", headline: "結構工程師" });
  const unsaved = await makeTalent({ ...asks(300_000), ...UNRELATED });
  await refreshNeed(needId);
  expect(await db.match.count({ where: { needId, talentId: unsaved.talentId } })).toBe(0);
  const factors = { mustHave: 0.25, field: 0.25, preferred: 0.25, pay: 2.5, terms: 2.5, experience: 0.25 };
  const preview = await previewWeights(staff, needId, factors, patient);
  expect(preview?.source).toBe("engine");
  expect(preview?.moves.some((one) => one.talentId === unsaved.talentId)).toBe(true);
  await changeWeights(staff, needId, { factors, revision: 0, reason: "Pay decides" });
  await refreshNeed(needId);
  const after = await db.match.findMany({
    where: { needId },
    orderBy: [{ priority: "desc" }, { talentId: "asc" }],
  });
  const shown = preview!.moves.filter((one) => after.some((row) => row.talentId === one.talentId));
  expect(shown.map(({ talentId, scoreTo }) => ({ talentId, score: scoreTo }))).toEqual(
    after.map(({ talentId, score }) => ({ talentId, score })),
  );
});

test("an estimate counts a profile as soon as it is listed, in any script, and says what each requirement costs", async () => {
  const viewer = await enterpriseViewer(1);
  const before = await estimateFitNow(viewer, asked(), patient);
  expect(before.source).toBe("engine");
  const spoken = { languages: [{ code: "en", level: "C1" }], education: [{ level: "master" }] };
  const rest = { payMin: 300_000, payCurrency: "CNY", payPeriod: "year", ...spoken };
  for (let i = 0; i < 3; i++) await makeTalent({ ...rest, skills: ["jacket foundation design"] });
  for (let i = 0; i < 4; i++)
    await makeTalent({ ...rest, skills: ["導管架基礎設計"], direction: "yantai_to_hk" });
  const after = await estimateFitNow(viewer, asked(), patient);
  expect(after.total).toBe((before.total ?? 0) + 7);
  expect(after.fit).toBe((before.fit ?? 0) + 3);
  const gain = after.withoutEach.find((one) => one.requirement.kind === "direction");
  expect(gain?.count).toBe((after.fit ?? 0) + 4);
});

test("small counts are not told apart, words no concept covers are looked up, and only who may ask is told", async () => {
  const viewer = await enterpriseViewer(2);
  for (const summary of ["會做魚骨膠紋飾修復。", "会做鱼骨胶纹饰修复。"])
    await makeTalent({ summary, searchTokens: searchTokens(summary), hiddenTokens: [] });
  const few = asked({
    mustHave: ["鱼骨胶纹饰修复"],
    languages: [],
    educationMin: null,
    payMax: null,
    payMin: null,
  });
  expect((await estimateFitNow(viewer, few, patient)).fit).toBeNull();
  const answer = await askEngine(
    { kind: "count", need: { id: "new", mustHave: ["鱼骨胶纹饰修复"] } },
    patient,
  );
  expect(answer?.fit).toBe(2);
  const { viewer: talent } = await makeTalent();
  await expect(estimateFitNow(talent, asked())).rejects.toThrow(NotFoundError);
});

test("where no engine is ready the stored columns are counted, and the answer says so", async () => {
  const viewer = await enterpriseViewer(3);
  await removeEngineState(engine);
  const estimate = await estimateFitNow(viewer, asked(), patient);
  expect(estimate).toEqual({ ...(await estimateFit(viewer, asked())), source: "database" });
  await engineBeats(engine);
});

test("staff look through talents in the order of a need's ranking, also from what is stored, and others do not", async () => {
  const staff = await makeAccount();
  const { enterpriseId, member } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  for (const skills of [["SACS"], ["Python"]]) await makeTalent({ skills, base: "MO" });
  await refreshNeed(needId);
  const { code } = await db.need.findUniqueOrThrow({ where: { id: needId }, select: { code: true } });
  expect(await rankByFit(member, code, patient)).toBeNull();
  expect(await rankByFit(staff, "N-NONE9", patient)).toBeNull();
  const live = await rankByFit(staff, code.toLowerCase(), patient);
  expect(live?.source).toBe("engine");
  const page = await searchTalents(staff, talentFilters.parse({ base: "MO" }), live!.order);
  const places = page.rows.map((row) => live!.fits.get(row.id)!.place);
  expect(places.length).toBeGreaterThanOrEqual(2);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(page.rows.every((row) => row.base === "MO")).toBe(true);
  expect(page.facets.total).toBe(page.rows.length);
  await removeEngineState(engine);
  const stored = await rankByFit(staff, code, patient);
  expect(stored?.source).toBe("saved");
  expect(stored!.order).toEqual(live!.order.filter((id) => stored!.order.includes(id)));
  await engineBeats(engine);
});
