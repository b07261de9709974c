import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { applyExposure, distinctTalents } from "#lib/matching/exposure.ts";
import type { NeedInput, TalentInput } from "#lib/matching/types.ts";
import { pairedInterval } from "./ablation/bootstrap.ts";
import { type Collection, judge, ranked, readJudgements } from "./ablation/collection.ts";
import { proxies } from "./ablation/proxies.ts";
import { variants, whole } from "./ablation/variants.ts";

const fixtures = "lib/matching/fixtures/match-dev";
const lines = <T>(name: string): T[] =>
  readFileSync(`${fixtures}/${name}`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
const four = (value: number): string => value.toFixed(4);
const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(4)}`;

/** What each part of the engine adds to nDCG@10 and MAP: the whole less the engine without it, with 95 % paired bootstrap intervals. */
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
  console.log(`whole engine: nDCG@10 ${four(base.ndcg10.mean)}, MAP ${four(base.map.mean)}`);
  const rows = variants().map(({ name, engine }) => {
    const judged = judge(ranked(collection, engine), collection);
    const ndcg10 = pairedInterval(base.ndcg10.each, judged.ndcg10.each);
    const map = pairedInterval(base.map.each, judged.map.each);
    console.log(
      `without ${name.padEnd(34)} nDCG@10 ${signed(ndcg10.mean)} [${signed(ndcg10.low)}, ${signed(ndcg10.high)}]` +
        `  MAP ${signed(map.mean)} [${signed(map.low)}, ${signed(map.high)}]`,
    );
    return { name, ndcg10, map };
  });
  const exposed = applyExposure(full);
  const afterwards = judge(exposed, collection);
  const exposure = {
    distinctBefore: distinctTalents(full),
    distinctAfter: distinctTalents(exposed),
    ndcg10: afterwards.ndcg10.mean,
  };
  console.log(
    `exposure: ${exposure.distinctBefore} different talents in the first tens, ${exposure.distinctAfter} with the term; nDCG@10 ${four(exposure.ndcg10)}`,
  );
  const shifts = proxies(collection, whole());
  for (const { name, mean, most, changed } of shifts)
    console.log(
      `proxy ${name}: mean change ${mean.toFixed(3)} points, largest ${most.toFixed(2)}, ${changed} % of pairs`,
    );
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ base, rows, exposure, proxies: shifts }, null, 2)}\n`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? `match:ablation: ${error.message.split("\n")[0]}` : String(error));
  process.exitCode = 1;
}
