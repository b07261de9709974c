import { listen, tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Answer, Question } from "./questions.ts";

/** How one process answers: by kind of question. */
export type Answerer = <Q extends Question>(question: Q) => Promise<Answer<Q>>;

/** Rows of questions that nobody waits for any more. */
const OLD_MS = 60_000;

/**
 * Answers questions of web processes until the returned function is called, one after the other. Several workers may do so:
 * each question is claimed by one of them. Call it when the engine of this process is ready.
 */
export function startAnswering(answerer: Answerer): () => Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;
  const soon = () => {
    turn = turn
      .then(() => (stopped ? undefined : answerAll(answerer, () => stopped)))
      .catch((error: Error) => log.warn({ error: error.message }, "questions were not answered"));
  };
  const stop = listen("engine_asked", { heard: soon, connected: soon });
  return async () => {
    stopped = true;
    stop();
    await turn;
  };
}

async function answerAll(answerer: Answerer, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const asked = await claim();
    if (!asked) return;
    await answerOne(answerer, asked);
  }
}

async function answerOne(answerer: Answerer, { id, question }: Claimed): Promise<void> {
  try {
    const answer = await answerer(question);
    await db.$transaction(async (tx) => {
      await tx.engineQuestion.updateMany({
        where: { id },
        data: { answer: answer as Prisma.InputJsonObject },
      });
      await tell(tx, "engine_answered", id);
    });
  } catch (error) {
    log.warn({ kind: question.kind, error: (error as Error).message }, "a question was not answered");
    // a question that is gone has no answer: whoever asked goes on without, at once
    await db.$transaction(async (tx) => {
      await tx.engineQuestion.deleteMany({ where: { id } });
      await tell(tx, "engine_answered", id);
    });
  }
}

type Claimed = { id: string; question: Question };

/** Takes the oldest question that somebody still waits for; two workers never take the same. */
async function claim(): Promise<Claimed | undefined> {
  const [taken] = await db.$queryRaw<Claimed[]>`
    UPDATE "EngineQuestion" SET "claimedAt" = ${now()} WHERE id = (
      SELECT q.id FROM "EngineQuestion" q
      WHERE q."claimedAt" IS NULL AND q.until > ${now()} ORDER BY q.until FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING id::text AS id, question`;
  if (!taken)
    await db.engineQuestion.deleteMany({ where: { until: { lt: new Date(now().getTime() - OLD_MS) } } });
  return taken;
}
