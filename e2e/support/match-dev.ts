import { readFileSync } from "node:fs";
import type { NeedInput, TalentInput } from "#lib/matching/types.ts";

const read = <T>(name: string): T[] =>
  readFileSync(`lib/matching/fixtures/match-dev/${name}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The development collection's records, for tests on real texts. */
export const devTalents = (): TalentInput[] => read<TalentInput>("talents");
export const devNeeds = (): NeedInput[] => read<NeedInput>("needs");
