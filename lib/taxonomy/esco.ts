import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Dictionary } from "#lib/matching/types.ts";
import type { ConceptRecord } from "./concept.ts";
import { buildDictionary } from "./dictionary.ts";
import { layerSteps } from "./layer.ts";
import { occupationsLike } from "./nearest.ts";
import { atOnce } from "./slices.ts";
import { titleTranslator } from "./title-translation.ts";

type Row = Record<string, string>;

/** Wording that ESCO asks of those who show its contents. */
export const escoAttribution =
  "This service uses the ESCO classification of the European Commission (European Skills, Competences, Qualifications and Occupations).";

/** A folder or file that is not ESCO's; nothing of it is taken. */
export class EscoRefused extends Error {}

type File = { name: string; columns: readonly string[] };
const files = {
  occupations: { name: "occupations_en.csv", columns: ["conceptUri", "preferredLabel", "altLabels"] },
  groups: { name: "ISCOGroups_en.csv", columns: ["conceptUri", "code", "preferredLabel"] },
  broader: { name: "broaderRelationsOccPillar_en.csv", columns: ["conceptUri", "broaderUri"] },
  skills: { name: "skills_en_labels.csv", columns: ["concept_uri", "preferred_label", "alt_labels"] },
  skillRelations: {
    name: "skillSkillRelations_en.csv",
    columns: ["originalSkillUri", "relatedSkillUri"],
  },
} as const satisfies Record<string, File>;

function parsed(file: string): Row[] {
  try {
    return parse(readFileSync(file), { columns: true, bom: true, relax_quotes: true }) as Row[];
  } catch (error) {
    throw new EscoRefused(`${file} is no CSV file: ${error instanceof Error ? error.message : error}`);
  }
}

function rows(directory: string, { name, columns }: File): Row[] {
  const file = path.join(directory, name);
  if (!existsSync(file)) return [];
  const all = parsed(file);
  const missing = columns.find((column) => all[0] && !(column in all[0]));
  if (missing || all.length === 0)
    throw new EscoRefused(
      `${file} is not ESCO's: ${missing ? `the column ${missing} is missing` : "it is empty"}.`,
    );
  return all;
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
    throw new EscoRefused(`${directory} holds neither ${files.occupations.name} nor ${files.skills.name}.`);
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

/** A dictionary of own concepts and those of an ESCO directory, which also tells what occupations a title in any script is like. */
export function escoDictionary(own: readonly ConceptRecord[], directory: string): Dictionary {
  const esco = readEsco(directory);
  const like = occupationsLike(esco, readDescriptions(directory));
  let translate: ((title: string) => string) | undefined;
  return {
    ...buildDictionary(own, { below: atOnce(layerSteps(directory, esco)) }),
    occupationsLike: (title) => {
      if (!/\p{Script=Han}/u.test(title)) return like(title);
      translate ??= titleTranslator(buildDictionary(own));
      return like(translate(title));
    },
  };
}
