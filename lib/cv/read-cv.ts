import type { Dictionary } from "#lib/matching/types.ts";
import { readBase } from "./base.ts";
import { joinBody } from "./body.ts";
import { readEducation } from "./education.ts";
import { readExperience } from "./experience.ts";
import { fold } from "./fold.ts";
import { readHeadline } from "./headline.ts";
import { readIdentity } from "./identity.ts";
import { readLanguages } from "./languages.ts";
import { type Line, readLines } from "./lines.ts";
import { findProtected } from "./protected.ts";
import { readQualifications } from "./qualifications.ts";
import { linesOf, readSections } from "./sections.ts";
import { readSkills } from "./skills.ts";
import { type Avoided, mergeRanges, type Range, sourceOf } from "./source.ts";
import type { CvProposal, ExperienceProposal, TextProposal } from "./types.ts";

/**
 * Proposes profile fields from the text of a CV in traditional or simplified Chinese or English, each with the place
 * that it rests on. Pure and deterministic; what is not found is absent. Never proposes identity card numbers, birth
 * dates, age, sex, marital state and the like. Name and contact are in `identity` only.
 */
export function readCv(text: string, options: { dictionary?: Dictionary } = {}): CvProposal {
  const lines = readLines(text);
  const sections = readSections(lines);
  const header = linesOf(sections, "header", "personal");
  const { identity, ranges } = readIdentity(text, header, lines);
  const hidden = mergeRanges(findProtected(fold(text)));
  const avoided = mergeRanges([...ranges, ...hidden]);
  const listed = linesOf(sections, "skills");
  const summaryLines = linesOf(sections, "summary");
  const told = linesOf(sections, "header", "summary", "experience", "projects");
  const aboutPerson = linesOf(
    sections,
    "languages",
    "personal",
    "header",
    "skills",
    "qualifications",
    "summary",
  );
  const experience = readExperience(text, linesOf(sections, "experience"), avoided);
  const employers = experience.flatMap((entry) => employerRange(text, entry));
  const headline = readHeadline(text, header, experience, avoided);
  const summary = readSummary(text, summaryLines, avoided);
  const base = readBase(text, header, hidden);
  return {
    ...(headline && { headline }),
    ...(summary && { summary }),
    ...(base && { base }),
    experience,
    education: readEducation(text, linesOf(sections, "education"), avoided),
    qualifications: readQualifications(text, linesOf(sections, "qualifications"), avoided),
    languages: readLanguages(text, aboutPerson, avoided),
    skills: readSkills(text, listed, told, mergeRanges([...avoided, ...employers]), options.dictionary),
    identity,
  };
}

/** "Northlight Hydrogen GmbH" does not make hydrogen a skill. */
function employerRange(text: string, { organisation, source }: ExperienceProposal): Range[] {
  const start = organisation ? text.indexOf(organisation, source.start) : -1;
  return organisation && start >= 0 && start < source.end
    ? [{ start, end: start + organisation.length }]
    : [];
}

function readSummary(text: string, lines: readonly Line[], avoided: Avoided): TextProposal | undefined {
  const value = joinBody(lines, avoided);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!value || !first || !last) return undefined;
  return { value, source: sourceOf(text, avoided, first, { start: first.start, end: last.end }) };
}
