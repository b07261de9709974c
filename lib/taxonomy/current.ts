import type { Dictionary } from "#lib/matching/types.ts";
import { loadDictionary } from "./dictionary.ts";

// one a process, also across hot reloads in development
const holder = globalThis as { bridgeDictionary?: Dictionary };

/** The dictionary that this process works with; read from the data files at first use. */
export function currentDictionary(): Dictionary {
  holder.bridgeDictionary ??= loadDictionary();
  return holder.bridgeDictionary;
}
