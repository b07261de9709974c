import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import {
  addConcept,
  editConcept,
  mergeConcept,
  restoreConcept,
  retireConcept,
  reviewConcept,
  undoMerge,
} from "./commands.ts";
import { getConcept } from "./concept-query.ts";
import type { Current } from "./current.ts";
import { LiveDictionary } from "./live.ts";
import { listConcepts } from "./queries.ts";
import { type AddInput, addInput, conceptFilters, type EditInput, editInput } from "./schema.ts";

useDatabase();

const officer: Viewer = { ...systemViewer("officer"), role: "OFFICER", name: "何主任" };
const talent: Viewer = { ...officer, role: "TALENT" };
const NAMES = { kind: "skill", hans: "飞艇系留", hant: "飛艇繫留", en: "Airship mooring" };
const adding = (more: object = {}) => addInput.parse({ ...NAMES, ...more }) as AddInput;
const read = (id: string) => getConcept(officer, id, "en");

async function editing(id: string, more: object) {
  const { written, version } = await read(id);
  const { kind, hans, hant, en, aliases, broader, related, same } = written;
  return editInput.parse({
    conceptId: id,
    version: String(version),
    ...{ kind, hans, hant, en, aliases, broader, related, same },
    ...more,
  }) as EditInput;
}

beforeEach(async () => {
  await db.taxonomyEdit.deleteMany();
});

async function until(holds: () => boolean | Promise<boolean>) {
  for (let i = 0; i < 800 && !(await holds()); i++) await pause(10);
  expect(await holds()).toBe(true);
}

describe("staff", () => {
  it("add a concept, which is recorded, told and counted", async () => {
    const wrong = adding({ broader: "海上风电 · offshore-wind\ntidal" });
    await expect(addConcept(officer, wrong)).rejects.toMatchObject({
      issues: [{ path: "broader", key: "linkToNothing", params: { id: "tidal" } }],
    });
    expect(await db.taxonomyEdit.count()).toBe(0);
    expect(await addConcept(officer, adding({ aliases: "zeppelin docking", broader: "離岸風電" }))).toBe(
      "airship-mooring",
    );
    const concept = await read("airship-mooring");
    expect(concept).toMatchObject({ version: 1, source: "edited", status: "drafted" });
    expect(concept.path.map(({ id: each }) => each).slice(0, 2)).toEqual([
      "airship-mooring",
      "offshore-wind",
    ]);
    const event = await db.auditEvent.findFirstOrThrow({ where: { recordId: "airship-mooring" } });
    expect(event).toMatchObject({ action: "concept.added", actorName: "何主任" });
  });

  it("must name it in three languages, by an id of the right form, and not by another's word without saying so", async () => {
    expect(addInput.safeParse({ ...NAMES, hant: "" }).error?.issues[0]).toMatchObject({ path: ["hant"] });
    expect(addInput.safeParse({ hans: "飞艇", hant: "", en: "", intent: "draft" }).success).toBe(true);
    for (const [newId, key] of [
      ["Wave Power", "conceptIdForm"],
      ["phrases", "conceptIdForm"],
      ["offshore-wind", "conceptIdTaken"],
    ])
      await expect(addConcept(officer, adding({ newId }))).rejects.toMatchObject({
        issues: [{ path: "newId", key }],
      });
    const shared = { aliases: "離岸風場" };
    await expect(addConcept(officer, adding(shared))).rejects.toMatchObject({
      issues: [{ path: "aliases", key: "formTaken" }],
    });
    expect(await addConcept(officer, adding({ ...shared, sharedForms: "on" }))).toBe("airship-mooring");
  });

  it("cannot make a concept a kind of itself, not even through others", async () => {
    const { broader } = (await read("offshore-wind")).shown;
    const input = await editing(broader[0] as string, { broader: ["offshore-wind"], related: [] });
    await expect(editConcept(officer, input)).rejects.toMatchObject({ issues: [{ key: "broaderCircle" }] });
  });

  it("do not overwrite one another: of two at once one is refused, also for a concept without a row", async () => {
    const mine = await editing("offshore-wind", { aliases: ["甲词"] });
    const theirs = { ...mine, aliases: ["乙词"] };
    for (const round of [mine, { ...mine, version: 1 }]) {
      const both = await Promise.allSettled([
        editConcept(officer, round),
        editConcept(officer, { ...theirs, version: round.version }),
      ]);
      expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
      expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { key: "conflict" } });
    }
  });

  it("of two that together would make a circle, one is refused", async () => {
    await addConcept(officer, adding({ newId: "one", hans: "甲乙丙", hant: "甲乙丙", en: "aaa" }));
    await addConcept(officer, adding({ newId: "two", hans: "丁戊己", hant: "丁戊己", en: "bbb" }));
    const [one, two] = [
      await editing("one", { broader: ["two"] }),
      await editing("two", { broader: ["one"] }),
    ];
    const both = await Promise.allSettled([editConcept(officer, one), editConcept(officer, two)]);
    expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  });

  it("review a concept as it stands; a later change takes the mark away", async () => {
    await reviewConcept(officer, { conceptId: "offshore-wind", version: 0 });
    expect(await read("offshore-wind")).toMatchObject({ status: "reviewed", reviewed: { by: "何主任" } });
    await editConcept(officer, await editing("offshore-wind", { aliases: ["海风"] }));
    expect(await read("offshore-wind")).toMatchObject({ status: "drafted", reviewed: null });
  });

  it("merge two concepts and take it back", async () => {
    const before = [await read("airship-mooring").catch(() => null), await read("offshore-wind")];
    await addConcept(officer, adding({ aliases: "zeppelin docking" }));
    await mergeConcept(officer, { conceptId: "airship-mooring", version: 1, into: "Offshore wind" });
    expect(await read("airship-mooring")).toMatchObject({ mergedInto: { id: "offshore-wind" } });
    const into = await read("offshore-wind");
    expect(into.shown.aliases).toContain("zeppelin docking");
    expect(into.written.aliases).not.toContain("zeppelin docking");
    expect(into.mergedHere).toMatchObject([{ id: "airship-mooring" }]);
    await expect(
      mergeConcept(officer, { conceptId: "airship-mooring", version: 2, into: "offshore-wind" }),
    ).rejects.toMatchObject({ key: "notFound" });
    await undoMerge(officer, { conceptId: "airship-mooring", version: 2 });
    expect((await read("offshore-wind")).shown).toEqual(before[1]?.shown);
    expect((await read("airship-mooring")).shown.aliases).toEqual(["zeppelin docking"]);
  });

  it("retire a concept with a reason and bring it back", async () => {
    await retireConcept(officer, { conceptId: "offshore-wind", version: 0, reason: "test" });
    expect(await read("offshore-wind")).toMatchObject({ source: "retired" });
    await expect(
      retireConcept(officer, { conceptId: "offshore-wind", version: 1, reason: "test" }),
    ).rejects.toMatchObject({ key: "notFound" });
    await restoreConcept(officer, { conceptId: "offshore-wind", version: 1 });
    expect((await read("offshore-wind")).shown).toMatchObject({ en: "Offshore wind" });
  });

  it("find concepts in three scripts", async () => {
    for (const q of ["離岸風電", "海上风电", "OFFSHORE WIND"]) {
      const { rows } = await listConcepts(officer, conceptFilters.parse({ q }), "zh-Hant");
      expect(rows[0]).toMatchObject({ id: "offshore-wind", label: "離岸風電" });
    }
    const { rows, counts, total } = await listConcepts(officer, conceptFilters.parse({ kind: "tool" }), "en");
    expect(rows.length).toBeLessThanOrEqual(40);
    expect(rows.every((row) => row.kind === "tool")).toBe(true);
    expect(total).toBe(counts.kind.tool);
  });
});

it("others neither read nor change the dictionary", async () => {
  await expect(getConcept(talent, "offshore-wind", "en")).rejects.toMatchObject({ key: "notFound" });
  await expect(listConcepts(talent, conceptFilters.parse({}), "en")).rejects.toMatchObject({
    key: "notFound",
  });
  await expect(addConcept(talent, adding())).rejects.toMatchObject({ key: "notFound" });
  await expect(reviewConcept(talent, { conceptId: "offshore-wind", version: 0 })).rejects.toMatchObject({
    key: "notFound",
  });
  expect(await db.taxonomyEdit.count()).toBe(0);
});

describe("every process", () => {
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  /** What a process of its own would hold. */
  function holder() {
    const seen: { now?: Current; taken: number } = { taken: 0 };
    const live = new LiveDictionary((next) => {
      seen.now = next;
      seen.taken++;
    });
    stops.push(live.follow());
    return { seen, live };
  }
  const finds = (now: Current | undefined, text: string) =>
    now?.dictionary.find(text).map((hit) => hit.conceptId);

  it("agrees on the dictionary soon after a change, and again after its connection was cut", async () => {
    const [one, two] = [holder(), holder()];
    await until(() => one.seen.now !== undefined && two.seen.now !== undefined);
    const before = one.seen.now?.dictionary.version;
    expect(two.seen.now?.dictionary.version).toBe(before);
    await addConcept(officer, adding());
    await until(() => [one, two].every(({ seen }) => finds(seen.now, "飛艇繫留")?.[0] === "airship-mooring"));
    expect(one.seen.now?.dictionary.version).toBe(two.seen.now?.dictionary.version);
    expect(one.seen.now?.dictionary.version).not.toBe(before);
    await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bridge-listen' AND datname = current_database()`;
    await retireConcept(officer, { conceptId: "airship-mooring", version: 1, reason: "test" });
    await until(() => [one, two].every(({ seen }) => seen.now?.dictionary.version === before));
    expect(finds(one.seen.now, "飛艇繫留")).toEqual([]);
  });

  it("takes many changes together", async () => {
    const { seen } = holder();
    await until(() => seen.now !== undefined);
    const taken = seen.taken;
    for (let i = 0; i < 8; i++) await addConcept(officer, adding({ newId: `many-${i}`, sharedForms: "on" }));
    await until(() => finds(seen.now, "airship mooring")?.length === 8);
    expect(seen.taken - taken).toBeLessThanOrEqual(4);
  });

  it("tries again when the database did not answer", async () => {
    const seen: { now?: Current } = {};
    const live = new LiveDictionary((next) => {
      seen.now = next;
    });
    vi.spyOn(live, "refresh").mockRejectedValueOnce(new Error("busy"));
    stops.push(live.follow());
    await until(() => seen.now !== undefined);
  });

  it("waits for what was committed before it asked", async () => {
    const { seen, live } = holder();
    await addConcept(officer, adding());
    await Promise.all([live.refresh(), live.refresh()]);
    expect(finds(seen.now, "airship mooring")).toEqual(["airship-mooring"]);
  });
});
