import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Dictionary } from "#lib/matching/types.ts";
import { sharedForms } from "./ambiguity.ts";
import type { ConceptRecord } from "./concept.ts";
import { buildDictionary } from "./dictionary.ts";
import { occupationsLike } from "./nearest.ts";
import { titleTranslator } from "./title-translation.ts";

type Row = Record<string, string>;

/** Wording that ESCO asks of those who show its contents. */
export const escoAttribution =
  "This service uses the ESCO classification of the European Commission (European Skills, Competences, Qualifications and Occupations).";

const files = {
  occupations: "occupations_en.csv",
  groups: "ISCOGroups_en.csv",
  broader: "broaderRelationsOccPillar_en.csv",
  skills: "skills_en_labels.csv",
  skillRelations: "skillSkillRelations_en.csv",
};

function rows(directory: string, name: string): Row[] {
  const file = path.join(directory, name);
  if (!existsSync(file)) return [];
  return parse(readFileSync(file), { columns: true, bom: true, relax_quotes: true }) as Row[];
}

const idOf = (uri: string | undefined): string => `esco:${(uri ?? "").split("/").slice(-2).join("/")}`;
const lines = (text: string | undefined): string[] =>
  (text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

function record(uri: string | undefined, kind: ConceptRecord["kind"], label: string, aliases: string[]) {
  const names = { hans: label, hant: label, en: label };
  const links = { broader: [], related: [], same: [] };
  return { id: idOf(uri), kind, ...names, aliases, ...links, status: "reviewed" } satisfies ConceptRecord;
}

/** ISCO groups above the unit groups of four digits are too wide to say that two occupations are near. */
const isUnitGroup = (row: Row): boolean => (row.code ?? "").length === 4;

/** Concepts of a directory of ESCO's English CSV files; a file that is not there is left out. Throws when there is none. */
export function readEsco(directory: string): ConceptRecord[] {
  const occupations = rows(directory, files.occupations);
  const skills = rows(directory, files.skills);
  if (occupations.length + skills.length === 0)
    throw new Error(`${directory} holds neither ${files.occupations} nor ${files.skills}`);
  const byId = new Map<string, ConceptRecord>();
  const add = (concept: ConceptRecord) => {
    if (concept.en && !byId.has(concept.id)) byId.set(concept.id, concept);
  };
  for (const row of rows(directory, files.groups).filter(isUnitGroup))
    add(record(row.conceptUri, "occupation", row.preferredLabel ?? "", lines(row.altLabels)));
  for (const row of occupations) {
    const aliases = [...lines(row.altLabels), ...lines(row.hiddenLabels)];
    add(record(row.conceptUri, "occupation", row.preferredLabel ?? "", aliases));
  }
  for (const row of skills)
    add(record(row.concept_uri, "skill", row.preferred_label ?? "", lines(row.alt_labels)));
  for (const row of rows(directory, files.broader)) link(byId, row.conceptUri, row.broaderUri, "broader");
  for (const row of rows(directory, files.skillRelations))
    link(byId, row.originalSkillUri, row.relatedSkillUri, "related");
  return [...byId.values()];
}

function link(
  byId: ReadonlyMap<string, ConceptRecord>,
  from: string | undefined,
  to: string | undefined,
  kind: "broader" | "related",
): void {
  const target = idOf(to);
  if (byId.has(target)) byId.get(idOf(from))?.[kind].push(target);
}

/** What ESCO says of each occupation and group, by id. */
function readDescriptions(directory: string): Map<string, string> {
  const all = [...rows(directory, files.occupations), ...rows(directory, files.groups)];
  return new Map(all.map((row) => [idOf(row.conceptUri), row.description ?? ""]));
}

/** Own concepts first, then ESCO's; an ESCO concept with a written form of an own one counts as the same. */
export function withEsco(own: readonly ConceptRecord[], esco: readonly ConceptRecord[]): ConceptRecord[] {
  const all = [...own, ...esco.map((concept) => ({ ...concept, same: [...concept.same] }))];
  const byId = new Map(all.map((concept) => [concept.id, concept]));
  const ownIds = new Set(own.map((concept) => concept.id));
  for (const { claims } of sharedForms(all)) {
    const mine = claims.find((claim) => ownIds.has(claim.conceptId));
    if (!mine) continue;
    for (const claim of claims) {
      const concept = byId.get(claim.conceptId);
      // an alias that several occupations share is no proof; the name itself is
      if (concept && !ownIds.has(concept.id) && claim.as === concept.en) concept.same.push(mine.conceptId);
    }
  }
  return all;
}

/** A dictionary of own concepts and those of an ESCO directory, which also tells what occupations a title in any script is like. */
export function escoDictionary(own: readonly ConceptRecord[], directory: string): Dictionary {
  const esco = readEsco(directory);
  const like = occupationsLike(esco, readDescriptions(directory));
  let translate: ((title: string) => string) | undefined;
  return {
    ...buildDictionary(withEsco(own, esco)),
    occupationsLike: (title) => {
      if (!/\p{Script=Han}/u.test(title)) return like(title);
      translate ??= titleTranslator(buildDictionary(own));
      return like(translate(title));
    },
  };
}
