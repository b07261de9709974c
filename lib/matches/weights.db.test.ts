import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import { WEIGHTS_VERSION, weightBounds, weightsFor, weightsVersionOf } from "#lib/matching/weights.ts";
import { rejectMatch } from "./commands.ts";
import { getMatchForReview } from "./review-query.ts";
import { refreshNeed, refreshTalent } from "./suggestions.ts";
import { jobsOf, makeAccount, makeEnterprise, makeNeed, makeTalent } from "./test-support.ts";
import { changeWeights } from "./weight-commands.ts";
import { getWeightsOfNeed, previewWeights } from "./weight-queries.ts";

useDatabase();

const officer = () => makeAccount();
const open = async () => makeNeed((await makeEnterprise()).enterpriseId);
const rowOf = (id: string) =>
  db.need.findUniqueOrThrow({
    where: { id },
    select: { weightFactors: true, weightsRevision: true, version: true },
  });
const change = (factors: object, revision = 0, reason = "The enterprise said so") => ({
  factors,
  revision,
  reason,
});

test("a change is held within the bounds, audited with old and new, and ranks the need anew; others stay", async () => {
  const [staff, needId, other] = [await officer(), await open(), await open()];
  await changeWeights(staff, needId, change({ field: 2, pay: 99, freshness: 0 }));
  await changeWeights(staff, needId, change({ field: 0.5 }, 1, "Second thoughts"));
  expect(await rowOf(needId)).toMatchObject({
    weightFactors: { field: 0.5 },
    weightsRevision: 2,
    version: 1,
  });
  expect(await rowOf(other)).toMatchObject({ weightFactors: {}, weightsRevision: 0 });
  const events = await db.auditEvent.findMany({
    where: { recordId: needId, action: "need.weightsChanged" },
    orderBy: { id: "asc" },
  });
  const first = { field: 2, pay: weightBounds.most, freshness: weightBounds.least };
  expect(events.map(({ reason, actorId, detail }) => ({ reason, actorId, detail }))).toEqual([
    {
      reason: "The enterprise said so",
      actorId: staff.accountId,
      detail: {
        before: {},
        after: first,
        versionBefore: WEIGHTS_VERSION,
        versionAfter: weightsVersionOf(weightsFor(first)),
      },
    },
    {
      reason: "Second thoughts",
      actorId: staff.accountId,
      detail: {
        before: first,
        after: { field: 0.5 },
        versionBefore: weightsVersionOf(weightsFor(first)),
        versionAfter: weightsVersionOf(weightsFor({ field: 0.5 })),
      },
    },
  ]);
  expect(await jobsOf("matches.refreshNeed", needId)).toHaveLength(1);
  expect(await jobsOf("matches.refreshNeed", other)).toHaveLength(0);
  expect(await getWeightsOfNeed(staff, needId)).toMatchObject({
    factors: { field: 0.5 },
    revision: 2,
    changed: { reason: "Second thoughts" },
  });
});

test("of many who change the same state at once one does, the others are told", async () => {
  const needId = await open();
  const officers = await Promise.all([1, 2, 3, 4, 5].map(officer));
  const done = await Promise.allSettled(
    officers.map((one, index) => changeWeights(one, needId, change({ field: 1.1 + index / 10 }))),
  );
  expect(done.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  for (const one of done) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(ConflictError);
  expect((await rowOf(needId)).weightsRevision).toBe(1);
  expect(await db.auditEvent.count({ where: { recordId: needId, action: "need.weightsChanged" } })).toBe(1);
});

test("refused: without a reason, to whom it is not given, of a need that is over, and what changes nothing", async () => {
  const [staff, needId] = [await officer(), await open()];
  const { member } = await makeEnterprise();
  const { viewer: talent } = await makeTalent();
  await expect(changeWeights(staff, needId, change({ field: 2 }, 0, "  "))).rejects.toThrow(InvalidError);
  await expect(changeWeights(member, needId, change({ field: 2 }))).rejects.toThrow(NotFoundError);
  await expect(changeWeights(talent, needId, change({ field: 2 }))).rejects.toThrow(NotFoundError);
  await expect(changeWeights(staff, needId, change({}))).rejects.toThrow("weightsUnchanged");
  await expect(changeWeights(staff, needId, change({ field: 1 }))).rejects.toThrow("weightsUnchanged");
  await db.need.update({ where: { id: needId }, data: { status: "CLOSED" } });
  await expect(changeWeights(staff, needId, change({ field: 2 }))).rejects.toThrow(DomainError);
  expect(await rowOf(needId)).toMatchObject({ weightFactors: {}, weightsRevision: 0 });
  for (const viewer of [member, talent]) {
    expect(await getWeightsOfNeed(viewer, needId)).toBeNull();
    expect(await previewWeights(viewer, needId, { field: 2 })).toBeNull();
  }
});

test("matching uses them both ways, says so in the version, and a decided match stays as it was decided", async () => {
  const [staff, needId, other] = [await officer(), await open(), await open()];
  const [kept, decided] = [await makeTalent(), await makeTalent()];
  await refreshNeed(needId);
  await refreshNeed(other);
  const match = (talentId: string, need = needId) =>
    db.match.findUniqueOrThrow({ where: { needId_talentId: { needId: need, talentId } } });
  const before = await match(decided.talentId);
  await rejectMatch(staff, before.id, { version: before.version, reason: "Another field" });
  const asDecided = await match(decided.talentId);
  const standard = await match(kept.talentId);
  const factors = { mustHave: 0.25, preferred: 2.5, terms: 2.5 };
  await changeWeights(staff, needId, change(factors));
  await refreshNeed(needId);
  const version = weightsVersionOf(weightsFor(factors));
  const own = await match(kept.talentId);
  expect(own.weightsVersion).toBe(version);
  expect(own.score).not.toBe(standard.score);
  const { criteria } = own.explanation as unknown as MatchResult;
  expect(criteria.reduce((sum, one) => sum + Math.round(one.contribution * 10), 0)).toBe(
    Math.round(own.score * 10),
  );
  await refreshTalent(kept.talentId);
  expect(await match(kept.talentId)).toEqual(own);
  expect((await match(kept.talentId, other)).weightsVersion).toBe(WEIGHTS_VERSION);
  expect(await match(decided.talentId)).toEqual(asDecided);
  const review = await getMatchForReview(staff, asDecided.id);
  expect(review?.weights).toEqual({ factors, used: WEIGHTS_VERSION, present: version });
});

test("without an engine the preview moves those who wait, as ranking anew then does", async () => {
  const staff = await officer();
  const pay = { payMin: 300_000, payMax: 500_000, payCurrency: "CNY", payPeriod: "year" };
  const needId = await makeNeed((await makeEnterprise()).enterpriseId, pay);
  const asks = (payMin: number) => ({ payMin, payCurrency: "CNY", payPeriod: "year" });
  // the best by their work ask for most
  await makeTalent(asks(620_000));
  await makeTalent({ ...asks(560_000), skills: [], summary: "八年單樁設計。" });
  await makeTalent({ ...asks(300_000), skills: [], summary: "", headline: "結構工程師" });
  await refreshNeed(needId);
  const ranking = () =>
    db.match.findMany({ where: { needId }, orderBy: [{ priority: "desc" }, { talentId: "asc" }] });
  const before = (await ranking()).map((one) => one.talentId);
  expect(before.length).toBeGreaterThan(2);
  const factors = { mustHave: 0.25, field: 0.25, preferred: 0.25, pay: 2.5 };
  const preview = await previewWeights(staff, needId, factors);
  expect(preview).toMatchObject({ source: "saved", compared: before.length });
  expect(preview!.moves.map((one) => one.from).sort()).toEqual(before.map((_, index) => index + 1));
  expect((await rowOf(needId)).weightsRevision).toBe(0);
  await changeWeights(staff, needId, change(factors));
  await refreshNeed(needId);
  const after = await ranking();
  expect(after.map((one) => one.talentId).filter((id) => before.includes(id))).toEqual(
    preview!.moves.map((one) => one.talentId),
  );
  for (const one of preview!.moves)
    expect(one.scoreTo).toBeCloseTo(after.find((row) => row.talentId === one.talentId)!.score, 0);
  expect(after.map((one) => one.talentId)).not.toEqual(before);
});
