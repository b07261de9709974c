import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConceptRecord, conceptRecord, contentOf } from "./concept.ts";
import { buildDictionary } from "./dictionary.ts";
import { contentHash, type Edit, overlay } from "./overlay.ts";
import { broaderCircle, clashes, problemsOf } from "./validate.ts";

const record = (id: string, more: object = {}) =>
  conceptRecord({
    id,
    kind: "skill",
    hans: `${id}甲`,
    hant: `${id}乙`,
    en: `${id} one`,
    ...more,
  }) as ConceptRecord;
const edit = (conceptId: string, more: Partial<Edit> = {}): Edit => ({
  conceptId,
  content: null,
  mergedIntoId: null,
  retired: false,
  reviewedHash: null,
  ...more,
});
const base = [
  record("wind", { aliases: ["风电"] }),
  record("offshore", { broader: ["wind"], aliases: ["离岸风电"] }),
  record("sea-wind", { broader: ["offshore"], related: ["tower"], aliases: ["海风"] }),
  record("tower", { related: ["sea-wind"], status: "reviewed" }),
];
const idsOf = (concepts: readonly ConceptRecord[]) => concepts.map((concept) => concept.id);

describe("an overlay", () => {
  it("changes nothing when staff changed nothing", () => {
    expect(overlay(base, []).concepts).toEqual(base);
  });

  it("puts edited content in its place and additions at the end, by id", () => {
    const content = { ...contentOf(base[1] as ConceptRecord), en: "offshore wind" };
    const { concepts } = overlay(base, [
      edit("zeta", { content: contentOf(record("zeta")) }),
      edit("alpha", { content: contentOf(record("alpha")) }),
      edit("offshore", { content }),
    ]);
    expect(idsOf(concepts)).toEqual(["wind", "offshore", "sea-wind", "tower", "alpha", "zeta"]);
    expect(concepts[1]).toMatchObject({ en: "offshore wind", status: "drafted" });
  });

  it("knows a review only of the content that was read", () => {
    const hash = contentHash(contentOf(base[0] as ConceptRecord));
    expect(overlay(base, [edit("wind", { reviewedHash: hash })]).concepts[0]?.status).toBe("reviewed");
    const changed = [record("wind", { aliases: ["风电", "风能"] }), ...base.slice(1)];
    expect(overlay(changed, [edit("wind", { reviewedHash: hash })]).concepts[0]?.status).toBe("drafted");
    const rewritten = { ...contentOf(base[3] as ConceptRecord), en: "wind tower" };
    expect(overlay(base, [edit("tower", { content: rewritten })]).concepts[3]?.status).toBe("drafted");
  });

  it("follows the data files where staff only reviewed, merged or retired", () => {
    const later = [record("wind", { aliases: ["风能"] }), ...base.slice(1)];
    expect(overlay(later, [edit("wind", { reviewedHash: "x" })]).concepts[0]?.aliases).toEqual(["风能"]);
  });

  it("ignores edits of what is no longer there", () => {
    expect(overlay(base, [edit("esco:gone", { retired: true })]).concepts).toEqual(base);
    expect(overlay(base, [edit("wind", { mergedIntoId: "nothing" })]).concepts).toEqual(base);
  });
});

describe("a merge", () => {
  const merged = overlay(base, [edit("sea-wind", { mergedIntoId: "offshore" })]);
  const dictionary = buildDictionary(merged.concepts);

  it("keeps words, links and the old id", () => {
    expect(idsOf(merged.concepts)).toEqual(["wind", "offshore", "tower"]);
    expect(merged.concepts[1]).toMatchObject({
      aliases: ["离岸风电", "sea-wind甲", "sea-wind乙", "sea-wind one", "海风"],
      broader: ["wind"],
      related: ["tower"],
      former: ["sea-wind"],
    });
    expect(merged.concepts[2]?.related).toEqual(["offshore"]);
    expect(dictionary.find("海风").map((hit) => hit.conceptId)).toEqual(["offshore"]);
    expect(dictionary.label("sea-wind", "en")).toBe("offshore one");
    expect(dictionary.kindOf("sea-wind")).toBe("skill");
    expect(dictionary.linksOf("sea-wind")).toEqual(dictionary.linksOf("offshore"));
  });

  it("goes over several steps", () => {
    const twice = overlay(base, [
      edit("sea-wind", { mergedIntoId: "offshore" }),
      edit("offshore", { mergedIntoId: "wind" }),
    ]);
    expect(idsOf(twice.concepts)).toEqual(["wind", "tower"]);
    expect(new Set(twice.concepts[0]?.former)).toEqual(new Set(["offshore", "sea-wind"]));
    expect(buildDictionary(twice.concepts).label("sea-wind", "en")).toBe("wind one");
  });

  it("a retired concept is found no more, and keeps its name", () => {
    const { concepts, retired } = overlay(base, [edit("tower", { retired: true })]);
    const without = buildDictionary(concepts, { retired });
    expect(without.find("tower one")).toEqual([]);
    expect(without.label("tower", "zh-Hans")).toBe("tower甲");
    expect(without.linksOf("sea-wind").map((link) => link.conceptId)).not.toContain("tower");
  });
});

const ids = ["a", "b", "c", "d", "e", "f"];
const anyId = fc.constantFrom(...ids);
const anyEdit = fc.record({
  conceptId: anyId,
  mergedIntoId: fc.option(anyId, { nil: null, freq: 2 }),
  retired: fc.boolean(),
  reviewedHash: fc.constant(null),
  content: fc.option(
    fc
      .record({
        broader: fc.uniqueArray(anyId, { maxLength: 2 }),
        aliases: fc.uniqueArray(fc.constantFrom("x", "y"), {}),
      })
      .map((more) => contentOf(record("z", more))),
    { nil: null },
  ),
});
const anyEdits = fc.uniqueArray(anyEdit, { selector: (one) => one.conceptId, maxLength: 6 });
const plain = ids.map((id) => record(id));

describe("whatever staff do", () => {
  it("no word is lost by merging, no link leads to a merged concept, and every old id still means something", () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const { concepts, retired } = overlay(plain, edits);
        const present = new Set(idsOf(concepts));
        const former = new Set(concepts.flatMap((concept) => concept.former ?? []));
        for (const id of ids)
          expect(present.has(id) || former.has(id) || retired.some((concept) => concept.id === id)).toBe(
            true,
          );
        for (const concept of concepts)
          for (const to of [...concept.broader, ...concept.related, ...concept.same])
            expect(former.has(to)).toBe(false);
        for (const id of former) {
          const own = edits.find((one) => one.conceptId === id)?.content?.en ?? `${id} one`;
          const into = concepts.find((concept) => concept.former?.includes(id)) as ConceptRecord;
          expect([into.en, ...into.aliases]).toContain(own);
        }
      }),
    );
  });

  it("taking every mark away brings back what was there, and the order of rows does not count", () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const undone = edits.map((one) => ({ ...one, mergedIntoId: null, retired: false, content: null }));
        expect(overlay(plain, undone).concepts).toEqual(plain);
        expect(overlay(plain, [...edits].reverse())).toEqual(overlay(plain, edits));
      }),
    );
  });

  it("a circle is found exactly when a concept can reach itself", () => {
    const graph = fc.array(fc.tuple(anyId, anyId), { maxLength: 10 });
    fc.assert(
      fc.property(graph, anyId, (arrows, start) => {
        const concepts = ids.map((id) =>
          record(id, { broader: arrows.filter(([from]) => from === id).map(([, to]) => to) }),
        );
        const reach = new Set<string>();
        for (let i = 0; i <= ids.length; i++)
          for (const [from, to] of arrows) if (from === start || reach.has(from)) reach.add(to);
        const circle = broaderCircle(concepts, start);
        expect(circle !== null).toBe(reach.has(start));
        if (!circle) return;
        expect([circle[0], circle.at(-1)]).toEqual([start, start]);
        for (let i = 0; i + 1 < circle.length; i++)
          expect(arrows.some(([from, to]) => from === circle[i] && to === circle[i + 1])).toBe(true);
      }),
    );
  });
});

describe("what must not stand in the dictionary", () => {
  const exists = (id: string) => base.some((concept) => concept.id === id);
  const problems = (id: string, more: object) =>
    problemsOf(id, contentOf(record(id, more)), base, exists).map(({ key }) => key);

  it.each([
    ["new", { broader: ["nothing"] }, ["linkToNothing"]],
    ["new", { related: ["new"] }, ["linkToItself"]],
    ["new", { broader: ["wind"], related: ["wind"] }, ["linkTwice"]],
    ["new", { aliases: ["…"] }, ["formEmpty"]],
    ["wind", { broader: ["sea-wind"] }, ["broaderCircle"]],
    ["new", { aliases: ["離岸風電"] }, ["formTaken"]],
    ["new", { aliases: ["離岸風電"], related: ["offshore"] }, []],
    ["new", { broader: ["wind"] }, []],
  ])("%s %o", (id, more, keys) => {
    expect(problems(id, more)).toEqual(keys);
  });

  it("names the word and whose it is", () => {
    expect(clashes(base, "new", contentOf(record("new", { aliases: ["離岸風電"] })))).toMatchObject([
      { form: "離岸風電", other: { id: "offshore" } },
    ]);
  });
});
