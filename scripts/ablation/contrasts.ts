import { readFileSync } from "node:fs";
import type { NeedInput, TalentInput } from "#lib/matching/types.ts";
import { type Collection, type Engine, ranked } from "./collection.ts";

/** Which of two profiles a person would rather introduce for a need, and what the pair is about. */
export type Contrast = {
  id: string;
  need: NeedInput;
  about: string;
  why: string;
  better: TalentInput;
  worse: TalentInput;
};
type Row = Omit<Contrast, "need"> & { need: string; both: Partial<TalentInput> };

const folder = "lib/matching/fixtures/contrasts";
const lines = <T>(name: string): T[] =>
  readFileSync(`${folder}/${name}`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

export function readContrasts(): Contrast[] {
  const needs = new Map(lines<NeedInput>("needs.jsonl").map((need) => [need.id, need]));
  return lines<Row>("pairs.jsonl").map(({ id, need, about, why, both, better, worse }) => ({
    id,
    about,
    why,
    need: needs.get(need) as NeedInput,
    // ids in this order, so that equal ones count for the worse
    better: { ...both, ...better, id: "B" },
    worse: { ...both, ...worse, id: "A" },
  }));
}

/** How far the better profile stands above the worse one, in points of the order; positive is right. */
export function margins(contrasts: readonly Contrast[], engine: Engine): number[] {
  return contrasts.map(({ need, better, worse }) => {
    const pair: Collection = { talents: [better, worse], needs: [need], judgements: [], asOf: "2026-11-20" };
    // two profiles are no collection to learn rarity from
    const list = ranked(pair, { ...engine, corpus: false })[0]?.pairs ?? [];
    const orderOf = (id: string) => {
      const found = list.find((each) => each.talentId === id);
      return found ? (engine.order?.(found) ?? found.order) : 0;
    };
    return orderOf("B") - orderOf("A");
  });
}

/** Points by which a person's preference must show to count as seen. */
export const seenFrom = 0.2;
