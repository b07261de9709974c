import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { needInput } from "#e2e/support/need-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { submitProfile } from "#lib/talents/commands.ts";
import { noteTalentPhrases, rederiveTalents } from "#lib/talents/dictionary-jobs.ts";
import { eraseTalent } from "#lib/talents/erasure.ts";
import { getOwnProfile } from "#lib/talents/queries.ts";
import { fill, newTalent, save } from "#lib/talents/testing.ts";
import { retireConcept } from "#lib/taxonomy/commands.ts";
import { testPhrases } from "#lib/taxonomy/jobs.ts";
import { addAlias, dismissPhrase, reopenPhrase } from "#lib/taxonomy/phrase-commands.ts";
import { listPhrases, phraseFilters } from "#lib/taxonomy/phrase-queries.ts";
import { notePhrases } from "#lib/taxonomy/phrase-rows.ts";
import { rederiveInBatches } from "#lib/taxonomy/rederive.ts";
import { postNeed } from "./commands.ts";
import { noteNeedPhrases, rederiveNeeds } from "./dictionary-jobs.ts";

useDatabase();

const staff = officer("YANTAI");
const UNKNOWN = "飛艇繫留";
const FORM = "飞艇系留";
let people = 0;

beforeEach(async () => {
  await db.taxonomyEdit.deleteMany();
  await db.taxonomyPhrase.deleteMany();
  await db.talent.updateMany({ data: { status: "ARCHIVED" }, where: { status: "SUBMITTED" } });
});

async function talentWith(skills: string[]): Promise<Viewer & { talentId: string }> {
  const viewer = await newTalent(`phrases${people++}@talents.example`);
  await fill(viewer);
  await save(viewer, "skills", {
    skills,
    qualifications: "MHKIE",
    languages: [{ code: "yue", level: "C2" }],
  });
  await submitProfile(viewer);
  return viewer as Viewer & { talentId: string };
}
const waiting = (name: string, id: string) =>
  db.$queryRaw<
    object[]
  >`SELECT 1 FROM pgboss.job WHERE name = ${name} AND state = 'created' AND data::text LIKE ${`%${id}%`}`;
const queue = (status: "OPEN" | "DISMISSED" = "OPEN") =>
  listPhrases(staff, phraseFilters.parse({ status }), "zh-Hant").then(({ rows }) => rows);
const counted = async (form = FORM) => (await queue()).find((row) => row.form === form);

describe("the queue of unknown words", () => {
  it("counts profiles and needs in both scripts, and leaves persons and sentences out", async () => {
    const one = await talentWith([UNKNOWN, "陳大文法", "導管架", "call 9123 4567"]);
    const two = await talentWith([FORM]);
    expect(await waiting("talents.notePhrases", one.talentId)).toHaveLength(1);
    const enterprise = await enterpriseViewer(people);
    const { needId } = await postNeed(enterprise, needInput({ mustHave: [FORM, "结构疲劳分析"] }));
    expect(await waiting("needs.notePhrases", needId)).toHaveLength(1);
    for (let i = 0; i < 2; i++) {
      await Promise.all([one, two].map(({ talentId }) => noteTalentPhrases({ talentId })));
      await noteNeedPhrases({ needId });
    }
    expect(await counted()).toMatchObject({
      talents: 2,
      needs: 1,
      script: "han",
      fields: expect.arrayContaining(["skills", "requirements"]),
    });
    const all = JSON.stringify(await db.taxonomyPhraseUse.findMany());
    for (const trace of ["大文", "9123", "海岸工程", "導管架", "电话"]) expect(all).not.toContain(trace);
  });

  it("does not read drafts", async () => {
    const draft = await newTalent(`phrases${people++}@talents.example`);
    await save(draft, "skills", { skills: [UNKNOWN] });
    expect(await waiting("talents.notePhrases", draft.talentId!)).toHaveLength(0);
    await noteTalentPhrases({ talentId: draft.talentId! });
    expect(await queue()).toEqual([]);
  });

  it("forgets an erased person at once: what only they said is gone", async () => {
    const [one, two] = [await talentWith([UNKNOWN, "只有我用的絕技"]), await talentWith([UNKNOWN])];
    for (const { talentId } of [one, two]) await noteTalentPhrases({ talentId });
    const { code } = await getOwnProfile(one);
    await Promise.all([eraseTalent(one, { confirm: code }), noteTalentPhrases(one)]);
    expect((await queue()).map((row) => [row.form, row.talents])).toEqual([[FORM, 1]]);
    await noteTalentPhrases(one);
    expect(await db.taxonomyPhraseUse.count({ where: { recordId: one.talentId } })).toBe(0);
  });

  it("counts right whatever is written at once", async () => {
    const forms = ["a1", "b2", "c3", "d4"];
    const step = fc.record({ record: fc.nat(2), forms: fc.uniqueArray(fc.constantFrom(...forms)) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        await db.taxonomyPhrase.deleteMany();
        const records = [randomUUID(), randomUUID(), randomUUID()];
        await Promise.all(
          steps.map(({ record, forms: said }) =>
            transaction(systemViewer("test"), (tx) =>
              notePhrases(
                tx,
                record === 0 ? "need" : "talent",
                records[record] as string,
                said.map((form) => ({
                  form,
                  example: form,
                  field: "skills" as const,
                  script: "latin" as const,
                })),
              ),
            ),
          ),
        );
        const uses = await db.taxonomyPhraseUse.findMany();
        const rows = await db.taxonomyPhrase.findMany();
        expect(rows.map((row) => row.form).sort()).toEqual([...new Set(uses.map((use) => use.form))].sort());
        for (const row of rows) {
          const of = (side: string) =>
            uses.filter((use) => use.form === row.form && use.side === side).length;
          expect([row.talents, row.needs, row.uses]).toEqual([
            of("talent"),
            of("need"),
            of("talent") + of("need"),
          ]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("settling a phrase", () => {
  it("as another word for a concept takes it out and counts in what was written before", async () => {
    const talent = await talentWith([UNKNOWN]);
    const enterprise = await enterpriseViewer(people++);
    const { needId } = await postNeed(enterprise, needInput({ mustHave: [FORM] }));
    await noteTalentPhrases(talent);
    await noteNeedPhrases({ needId });
    const both = await Promise.allSettled(
      ["offshore-wind", "floating-wind"].map((conceptId) =>
        addAlias(staff, { form: FORM, conceptId, sharedForms: false }),
      ),
    );
    expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await queue()).toEqual([]);
    const { conceptId } = await db.taxonomyEdit.findFirstOrThrow();
    const data = { scope: { concepts: [], forms: [UNKNOWN] }, after: null };
    const before = await db.talent.findUniqueOrThrow({ where: { id: talent.talentId } });
    for (let i = 0; i < 2; i++) {
      await rederiveTalents(data);
      await rederiveNeeds(data);
      await testPhrases();
    }
    const after = await db.talent.findUniqueOrThrow({ where: { id: talent.talentId } });
    expect(after.conceptIds).toContain(conceptId);
    expect(after).toMatchObject({ version: before.version, searchTokens: before.searchTokens });
    expect((await db.need.findUniqueOrThrow({ where: { id: needId } })).conceptIds).toContain(conceptId);
    expect(await queue()).toEqual([]);
    // and what is taken back is unknown again
    await retireConcept(staff, { conceptId, version: 1, reason: "test" });
    await rederiveTalents({ scope: { concepts: [conceptId], forms: [] }, after: null });
    expect(await counted()).toMatchObject({ talents: 1 });
    expect((await db.talent.findUniqueOrThrow({ where: { id: talent.talentId } })).conceptIds).not.toContain(
      conceptId,
    );
  });

  it("by a reason sets it aside until it is taken back; of two at once one is refused", async () => {
    await noteTalentPhrases(await talentWith([UNKNOWN]));
    const both = await Promise.allSettled(
      [1, 2].map(() => dismissPhrase(staff, { form: FORM, reason: "玩笑" })),
    );
    expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await queue()).toEqual([]);
    expect((await queue("DISMISSED"))[0]).toMatchObject({ dismissed: { reason: "玩笑", by: staff.name } });
    await reopenPhrase(staff, { form: FORM });
    expect(await counted()).toBeDefined();
  });

  it("is staff's alone", async () => {
    const talent = await talentWith([UNKNOWN]);
    await noteTalentPhrases(talent);
    await expect(listPhrases(talent, phraseFilters.parse({}), "en")).rejects.toMatchObject({
      key: "notFound",
    });
    await expect(dismissPhrase(talent, { form: FORM, reason: "x" })).rejects.toMatchObject({
      key: "notFound",
    });
    await expect(
      addAlias(talent, { form: FORM, conceptId: "offshore-wind", sharedForms: false }),
    ).rejects.toMatchObject({ key: "notFound" });
  });
});

it("many rows are gone through in jobs that hand on, and each is looked at once", async () => {
  const ids = Array.from({ length: 2500 }, () => randomUUID()).sort();
  const seen: string[] = [];
  const rows = {
    ids: async (after: string, take: number) =>
      ids
        .filter((id) => id > after)
        .slice(0, take)
        .map((id) => ({ id })),
    derive: async (id: string) => void seen.push(id),
  };
  const next = () =>
    db.$queryRaw<{ after: string }[]>`SELECT data->>'after' AS after FROM pgboss.job
      WHERE name = 'needs.rederive' AND data->'scope'->'forms' ? 'handing on'`;
  const data = { scope: { concepts: [], forms: ["handing on"] }, after: null };
  await rederiveInBatches("needs.rederive", data, rows);
  const [job] = await next();
  expect(job?.after).toBe(seen.at(-1));
  await rederiveInBatches("needs.rederive", { ...data, after: job?.after ?? null }, rows);
  expect(seen).toEqual(ids);
  expect(await next()).toHaveLength(1);
});
