import { randomUUID } from "node:crypto";
import { listen, tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { engineStanding } from "./engine-standing.ts";
import type { Answer, Question } from "./questions.ts";

/** Nobody waits longer than this for an engine in a worker; then the page does without. */
export const ASK_MS = 1500;
export type Patience = { limit?: number };
/** After a question that nobody answered in time, as when an older worker is still there: until one is answered again. */
const SHORT_MS = 200;
let patient = true;

type Asked = { look(): void };

/** The questions of this process that wait, by id, and one ear for all of them. */
class Waiting {
  readonly #asked = new Map<string, Asked>();
  #stop: (() => void) | undefined;

  add(id: string, asked: Asked): void {
    this.#asked.set(id, asked);
    this.#stop ??= listen("engine_answered", {
      heard: (answered) => this.#asked.get(answered)?.look(),
      // what was told while nobody listened is in the rows
      connected: () => {
        for (const each of this.#asked.values()) each.look();
      },
    });
  }

  drop(id: string): void {
    this.#asked.delete(id);
  }

  /** The ear stays open between questions; a test or a process that ends closes it. */
  close(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}

// one a process, also across hot reloads in development
const holder = globalThis as { bridgeWaiting?: Waiting };
const waiting = () => {
  holder.bridgeWaiting ??= new Waiting();
  return holder.bridgeWaiting;
};
export const stopAsking = () => waiting().close();

/**
 * Asks the engine of any worker, and waits at most `limit` ms. Null when no engine is ready or none answered in time: the
 * caller says so and uses what is stored.
 */
export async function askEngine<Q extends Question>(
  question: Q,
  { limit = patient ? ASK_MS : SHORT_MS }: Patience = {},
): Promise<Answer<Q> | null> {
  try {
    if ((await engineStanding()) !== "ready") return null;
    const answer = await ask(question, limit);
    patient = answer !== undefined;
    return answer ?? null;
  } catch (error) {
    log.warn({ kind: question.kind, error: (error as Error).message }, "the engine could not be asked");
    return null;
  }
}

/** Null where the engine could not answer, undefined where none did in time. */
async function ask<Q extends Question>(question: Q, limit: number): Promise<Answer<Q> | null | undefined> {
  const id = randomUUID();
  let timer: NodeJS.Timeout | undefined;
  let asked = false;
  const answered = new Promise<Answer<Q> | null | undefined>((resolve, reject) => {
    const look = () => {
      // before it is committed it is not there either
      const committed = asked;
      void answerTo<Q>(id).then((answer) => {
        if (answer || (answer === null && committed)) resolve(answer);
      }, reject);
    };
    timer = setTimeout(() => resolve(undefined), limit);
    waiting().add(id, { look });
  });
  // an error that comes before it is awaited must not be nobody's
  answered.catch(() => undefined);
  try {
    await db.$transaction(async (tx) => {
      await tx.engineQuestion.create({ data: { id, question, until: new Date(now().getTime() + limit) } });
      await tell(tx, "engine_asked", id);
    });
    asked = true;
    return await answered;
  } finally {
    clearTimeout(timer);
    waiting().drop(id);
    await db.engineQuestion.deleteMany({ where: { id } }).catch(() => undefined);
  }
}

/** Undefined while there is none; null where the question is gone, because the engine could not answer it. */
async function answerTo<Q extends Question>(id: string): Promise<Answer<Q> | null | undefined> {
  const row = await db.engineQuestion.findUnique({ where: { id }, select: { answer: true } });
  if (!row) return null;
  return row.answer === null ? undefined : (row.answer as Answer<Q>);
}
