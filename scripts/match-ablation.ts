import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { applyExposure, distinctTalents } from "#lib/matching/exposure.ts";
import type { NeedInput, TalentInput } from "#lib/matching/types.ts";
import { pairedInterval } from "./ablation/bootstrap.ts";
import { type Collection, type Engine, judge, ranked, readJudgements } from "./ablation/collection.ts";
import { type Contrast, margins, readContrasts, seenFrom } from "./ablation/contrasts.ts";
import { heldOut } from "./ablation/held-out.ts";
import { proxies } from "./ablation/proxies.ts";
import { robustness } from "./ablation/robustness.ts";
import { variants, whole } from "./ablation/variants.ts";

const fixtures = "lib/matching/fixtures/match-dev";
const lines = <T>(name: string): T[] =>
  readFileSync(`${fixtures}/${name}`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
const four = (value: number): string => value.toFixed(4);
const signed = (value: number, digits = 4): string =>
  `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;
type Interval = { mean: number; low: number; high: number };
const spoken = ({ mean, low, high }: Interval, digits = 4): string =>
  `${signed(mean, digits)} [${signed(low, digits)}, ${signed(high, digits)}]`;

/** What one part adds: on the judged collection, and on the pairs of which a person prefers one. */
function without(
  name: string,
  engine: Engine,
  collection: Collection,
  base: ReturnType<typeof judge>,
  contrasts: readonly Contrast[],
  before: readonly number[],
) {
  const judged = judge(ranked(collection, engine), collection);
  const ndcg10 = pairedInterval(base.ndcg10.each, judged.ndcg10.each);
  const map = pairedInterval(base.map.each, judged.map.each);
  const after = margins(contrasts, engine);
  const right = (list: readonly number[]) => list.map((margin) => (margin > seenFrom ? 1 : 0));
  const preferred = pairedInterval(right(before), right(after));
  const lost = contrasts.filter(
    (_, i) => (before[i] as number) > seenFrom && (after[i] as number) <= seenFrom,
  );
  console.log(
    `without ${name.padEnd(30)} nDCG@10 ${spoken(ndcg10)}  MAP ${spoken(map)}  preferred pairs ${spoken(preferred, 3)} ${lost.map((each) => each.id).join(" ")}`,
  );
  return { name, ndcg10, map, preferred, lost: lost.map((each) => each.id) };
}

/** What each part of the engine adds: the whole less the engine without it, with 95 % paired bootstrap intervals. */
function main(): void {
  const { values } = parseArgs({ options: { json: { type: "string" } } });
  const collection: Collection = {
    talents: lines<TalentInput>("talents.jsonl"),
    needs: lines<NeedInput>("needs.jsonl"),
    judgements: readJudgements(readFileSync(`${fixtures}/qrels.tsv`, "utf8")),
    asOf: "2026-11-20",
  };
  const full = ranked(collection, whole());
  const base = judge(full, collection);
  const contrasts = readContrasts();
  const before = margins(contrasts, whole());
  const right = before.filter((margin) => margin > seenFrom).length;
  console.log(
    `whole engine: nDCG@10 ${four(base.ndcg10.mean)}, MAP ${four(base.map.mean)}, ${right} of ${contrasts.length} preferred pairs`,
  );
  const rows = variants().map(({ name, engine }) =>
    without(name, engine, collection, base, contrasts, before),
  );
  const exposed = applyExposure(full);
  const exposure = {
    distinctBefore: distinctTalents(full),
    distinctAfter: distinctTalents(exposed),
    ndcg10: judge(exposed, collection).ndcg10.mean,
  };
  console.log(
    `exposure: ${exposure.distinctBefore} different talents in the first tens, ${exposure.distinctAfter} with the term; nDCG@10 ${four(exposure.ndcg10)}`,
  );
  const splits = heldOut(collection, whole());
  for (const { split, tunedOn, heldOut: reached, defaultOnHeldOut } of splits)
    console.log(
      `weights ${split}: nDCG@10 ${four(tunedOn)} where tuned, ${four(reached)} held out, the default weights there ${four(defaultOnHeldOut)}`,
    );
  const robust = robustness(collection, whole());
  for (const { name, ndcg10, map } of robust)
    console.log(`profiles with ${name}: nDCG@10 ${four(ndcg10)}, MAP ${four(map)}`);
  const shifts = proxies(collection, whole());
  for (const { name, mean, most, changed } of shifts)
    console.log(
      `proxy ${name}: mean change ${mean.toFixed(3)} points, largest ${most.toFixed(2)}, ${changed} % of pairs`,
    );
  const report = { base, rows, exposure, heldOut: splits, robustness: robust, proxies: shifts };
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? `match:ablation: ${error.message.split("\n")[0]}` : String(error));
  process.exitCode = 1;
}
