import { statSync } from "node:fs";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { ConceptRecord } from "#lib/taxonomy/concept.ts";
import { EscoRefused, escoAttribution, readEsco } from "#lib/taxonomy/esco.ts";
import { loadEsco } from "#lib/taxonomy/load-esco.ts";
import { FileRefused } from "./read.ts";

/** The concepts of a folder of ESCO's English CSV files. @throws FileRefused when it holds anything else */
export function readTaxonomy(directory: string): ConceptRecord[] {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new FileRefused(`${directory} is no folder. Give the folder that holds ESCO's CSV files.`);
  try {
    return readEsco(directory);
  } catch (error) {
    if (error instanceof EscoRefused) throw new FileRefused(error.message);
    throw error;
  }
}

/** Loads them below the own dictionary and says what happened. */
export async function importTaxonomy(
  viewer: Viewer,
  concepts: readonly ConceptRecord[],
  dryRun: boolean,
): Promise<string> {
  const found = `${concepts.length} concepts of ESCO`;
  if (dryRun) return `dry run, nothing saved: ${found}`;
  const outcome = await loadEsco(viewer, concepts);
  return outcome === "loaded"
    ? `${found} loaded below the own dictionary. ${escoAttribution}`
    : `${found} unchanged: these files are loaded already.`;
}
