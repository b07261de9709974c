import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { compileNeed } from "#lib/matching/compile.ts";
import { type Counted, countFits } from "#lib/matching/index/count.ts";
import type { NeedInput } from "#lib/matching/types.ts";
import { weightsFor } from "#lib/matching/weights.ts";
import { hasWords, idsThatSay } from "#lib/needs/estimate-conditions.ts";
import type { Answerer } from "./answer.ts";
import { contextOf } from "./engine.ts";
import { pool } from "./index-pool.ts";
import type { Answers, Question, RankedTalent } from "./questions.ts";
import { rankForNeed } from "./ranking.ts";
import { needInputOf, needRecord } from "./records.ts";

/** Answers from the index of this process. */
export const answerFromIndex = ((question: Question) =>
  question.kind === "rank" ? rank(question) : count(question.need)) as Answerer;

async function rank({ needId, weights, depth }: Question & { kind: "rank" }): Promise<Answers["rank"]> {
  const row = await db.need.findUnique({
    where: { id: needId },
    select: { ...needRecord, enterprise: { select: { id: true, name: true, nameEn: true } } },
  });
  if (!row) throw new NotFoundError();
  const { enterprise: employer, ...need } = row;
  const generation = await pool().current();
  const lists: RankedTalent[][] = [];
  for (const factors of weights) {
    const context = { ...contextOf(), weights: weightsFor(factors ?? row.weightFactors) };
    const compiled = compileNeed(needInputOf(need), context);
    const { pairs } = await rankForNeed(pool(), generation, { compiled, employer }, []);
    lists.push(
      pairs
        .slice(0, depth)
        .map(({ talentId, base, conflicts }) => ({ talentId, score: Math.round(base * 10) / 10, conflicts })),
    );
  }
  return { lists, listed: generation.talents.size };
}

/** What the dictionary knows is counted in the index; other must-haves are looked up by their words first. */
async function count(input: NeedInput): Promise<Counted> {
  const { dictionary, talents, vocabulary } = await pool().current();
  const whole = compileNeed(input, { dictionary, asOf: today() });
  const mustHave = whole.mustHave.filter(({ text, groups }) => groups.length > 0 || hasWords(text));
  const compiled = { ...whole, mustHave };
  const inWords = new Map<string, ReadonlySet<string>>();
  for (const { text, groups } of mustHave) if (groups.length === 0) inWords.set(text, await saidBy(text));
  return countFits(
    { compiled, row: vocabulary.needRow(compiled) },
    { index: talents, meets: vocabulary.meets, dictionary },
    (text) => inWords.get(text) ?? new Set(),
  );
}

async function saidBy(text: string): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT id::text FROM (${idsThatSay(text)}) AS said`;
  return new Set(rows.map(({ id }) => id));
}
