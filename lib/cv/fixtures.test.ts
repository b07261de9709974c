import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { extractText } from "#lib/files/extract.ts";
import { sniff } from "#lib/files/sniff.ts";
import type { ConceptKind, Dictionary } from "#lib/matching/types.ts";
import { readCv } from "./read-cv.ts";
import type { CvProposal } from "./types.ts";

const folder = path.join(process.cwd(), "e2e/fixtures/cv");
const sources = path.join(folder, "sources");
const dictionary = termDictionary({
  導管架: "skill",
  Python: "tool",
  "Power BI": "tool",
  抗体偶联药物: "skill",
  数字孪生: "skill",
  MATLAB: "tool",
  項目融資: "skill",
  精益生产: "skill",
  结构设计: "discipline",
});

type Expected = {
  files: string[];
  expected: Record<string, unknown> & { skillsInAnyOrder?: boolean; languagesInAnyOrder?: boolean };
};

const cases = readdirSync(sources)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => {
    const { files, expected } = JSON.parse(readFileSync(path.join(sources, name), "utf8")) as Expected;
    return files.map((file) => ({ file, expected }));
  });

/** Values only, in the shape of the expectations; the sources have their own test. */
function valuesOf(proposal: CvProposal, expected: Expected["expected"]) {
  const bare = <T extends { source: unknown }>({ source: _, ...rest }: T) => rest;
  const skills = proposal.skills.map((skill) => skill.value);
  const languages = proposal.languages.map(({ code, level, rule }) => ({ code, level, rule: rule?.id }));
  const identity = Object.fromEntries(
    Object.entries(proposal.identity).map(([key, found]) => [key, found.value]),
  );
  return {
    headline: proposal.headline?.value,
    summary: proposal.summary?.value,
    base: proposal.base?.value,
    experience: proposal.experience.map(bare),
    education: proposal.education.map(bare),
    qualifications: proposal.qualifications.map((one) => one.value),
    languages: expected.languagesInAnyOrder
      ? languages.toSorted((a, b) => a.code.localeCompare(b.code))
      : languages,
    skills: expected.skillsInAnyOrder ? skills.toSorted() : skills,
    identity,
  };
}

async function readFixture(file: string) {
  const bytes = readFileSync(path.join(folder, file));
  const sniffed = sniff(bytes, file);
  expect(sniffed).toMatchObject({ ok: true });
  const extracted = await extractText(bytes, file.endsWith(".pdf") ? "pdf" : "docx");
  if (!extracted.ok) throw new Error(`${file}: ${extracted.code}`);
  return extracted.text;
}

describe.each(cases)("$file", ({ file, expected }) => {
  it("gives exactly what its source says", async () => {
    const { skillsInAnyOrder, languagesInAnyOrder, ...fields } = expected;
    const proposal = readCv(await readFixture(file), { dictionary });
    expect(valuesOf(proposal, expected)).toEqual({
      ...fields,
      headline: fields.headline ?? undefined,
      ...(skillsInAnyOrder && { skills: (fields.skills as string[]).toSorted() }),
      ...(languagesInAnyOrder && {
        languages: (fields.languages as { code: string }[]).toSorted((a, b) => a.code.localeCompare(b.code)),
      }),
    });
  });

  it("quotes the CV for each of them, and nothing protected or personal", async () => {
    const text = await readFixture(file);
    const { identity, ...profile } = readCv(text, { dictionary });
    for (const source of sourcesIn(profile)) expect(text.slice(source.start, source.end)).toBe(source.text);
    for (const entry of profile.experience) expect(entry.source.text).toContain(entry.title);
    const shown = JSON.stringify(profile);
    for (const found of Object.values(identity)) expect(shown).not.toContain(found.value);
    expect(shown).not.toMatch(
      /A123456|370600|1988年3月|12 June 1991|1990\.05|36歲|Age: 34|K1234567A|已婚|未婚|Marital|Gender|性别|性別|汉族|群众|共青团|籍贯|示範邨|Sample Street|@example/,
    );
  });
});

function sourcesIn(value: unknown): { start: number; end: number; text: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "source" in value ? [value.source as { start: number; end: number; text: string }] : [];
  return [...own, ...Object.values(value).flatMap(sourcesIn)];
}

/** A dictionary of a few literal terms, for tests: longest term first, no overlaps. */
function termDictionary(terms: Record<string, ConceptKind>): Dictionary {
  const ordered = Object.keys(terms).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    ordered.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    "g",
  );
  return {
    version: "test",
    find: (text) =>
      Array.from(text.matchAll(pattern), (match) => ({
        conceptId: `test:${match[0]}`,
        start: match.index,
        end: match.index + match[0].length,
        kind: terms[match[0]] as ConceptKind,
      })),
    linksOf: () => [],
    label: (conceptId) => conceptId.slice(5),
    kindOf: (conceptId) => terms[conceptId.slice(5)],
  };
}
