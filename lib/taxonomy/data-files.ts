import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { db } from "#lib/db.ts";
import { type ConceptRecord, contentOf } from "./concept.ts";
import { conceptsDirectory } from "./dictionary.ts";
import { readState } from "./state.ts";

/** Where additions go; after the other files by name, as they come after them in the dictionary. */
const ADDED = "workstation.json";

/** A concept as a line of a data file. */
function lineOf(concept: ConceptRecord): string {
  const { kind, ...names } = contentOf(concept);
  const former = concept.former?.length ? { former: concept.former } : {};
  return JSON.stringify({ id: concept.id, kind, ...names, status: concept.status, ...former });
}

const fileOf = (concepts: readonly ConceptRecord[]) => `[\n${concepts.map(lineOf).join(",\n")}\n]\n`;

/**
 * The dictionary as data files: each concept in the file that it comes from, what staff changed in its place, what was merged or
 * retired left out, and additions in a file of their own. Files in which nothing changed come out as they are.
 */
export async function dictionaryFiles(
  directory = conceptsDirectory,
): Promise<{ name: string; text: string }[]> {
  const { concepts } = await readState(db, []);
  const present = new Map(concepts.map((concept) => [concept.id, concept]));
  const files = readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const ids = (JSON.parse(readFileSync(path.join(directory, name), "utf8")) as { id: string }[]).map(
        (row) => row.id,
      );
      const kept = ids.flatMap((id) => present.get(id) ?? []);
      for (const id of ids) present.delete(id);
      return { name, kept };
    });
  const added = [...present.values()];
  if (added.length > 0) {
    const known = files.find((file) => file.name === ADDED);
    if (known) known.kept.push(...added);
    else files.push({ name: ADDED, kept: added });
  }
  return files.map(({ name, kept }) => ({ name, text: fileOf(kept) }));
}
