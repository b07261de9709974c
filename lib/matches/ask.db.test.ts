import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { type Answerer, startAnswering } from "./answer.ts";
import { askEngine, stopAsking } from "./ask.ts";
import { removeEngineState } from "./engine-state.ts";
import type { Question } from "./questions.ts";
import { engineBeats } from "./test-support.ts";

useDatabase();

const need = { id: "new", title: "海上风电工程师" };
const question: Question = { kind: "count", need };
const engine = randomUUID();
const stops: (() => Promise<void>)[] = [];

/** One worker that says who it is in its answer. */
function worker(name: number, seen: Question[] = []) {
  const answerer = (async (asked: Question) => {
    seen.push(asked);
    return { total: name, fit: 0, onlyMissing: [] };
  }) as unknown as Answerer;
  const stop = startAnswering(answerer);
  stops.push(stop);
  return { seen, stop };
}

beforeEach(() => engineBeats(engine));
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  stopAsking();
  await db.engineQuestion.deleteMany();
});

test("a question is answered by exactly one of several workers, and leaves no row", async () => {
  const seen: Question[] = [];
  for (const name of [1, 2, 3]) worker(name, seen);
  const answers = await Promise.all(Array.from({ length: 12 }, () => askEngine(question, { limit: 10_000 })));
  for (const answer of answers) expect([1, 2, 3]).toContain((answer as { total: number }).total);
  expect(seen).toEqual(Array.from({ length: 12 }, () => question));
  expect(await db.engineQuestion.count()).toBe(0);
});

test("a long need in Chinese comes through whole", async () => {
  const { seen } = worker(1);
  const long: Question = {
    kind: "count",
    need: { ...need, description: "导管架与单桩基础'\"\\。".repeat(700) },
  };
  expect(await askEngine(long, { limit: 10_000 })).not.toBeNull();
  expect(seen).toEqual([long]);
});

test("null at once where no engine is ready or alive, and after the limit where none answers", async () => {
  expect(await askEngine(question, { limit: 50 })).toBeNull();
  // one that did not answer is not waited for as long, until it answers
  const started = performance.now();
  expect(await askEngine(question)).toBeNull();
  expect(performance.now() - started).toBeLessThan(1400);
  const { seen } = worker(1);
  await engineBeats(engine, { ready: false });
  expect(await askEngine(question, { limit: 10_000 })).toBeNull();
  await removeEngineState(engine);
  expect(await askEngine(question, { limit: 10_000 })).toBeNull();
  expect(seen).toEqual([]);
  expect(await db.engineQuestion.count()).toBe(0);
});

test("a worker that fails at a question answers the next, and who asked goes on without", async () => {
  let asked = 0;
  const answerer = (async () => {
    if (asked++ === 0) throw new Error("no");
    return { total: 7, fit: 0, onlyMissing: [] };
  }) as unknown as Answerer;
  stops.push(startAnswering(answerer));
  const started = performance.now();
  expect(await askEngine(question, { limit: 20_000 })).toBeNull();
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(await askEngine(question, { limit: 10_000 })).toMatchObject({ total: 7 });
});

test("a question that nobody waits for any more is not answered, and is swept", async () => {
  const old = (seconds: number) => new Date(now().getTime() - seconds * 1000);
  const data = { question };
  await db.engineQuestion.createMany({
    data: [
      { ...data, until: old(5) },
      { ...data, until: old(300) },
    ],
  });
  const { seen } = worker(1);
  expect(await askEngine(question, { limit: 10_000 })).not.toBeNull();
  expect(seen).toHaveLength(1);
  await expect.poll(() => db.engineQuestion.count()).toBe(1);
});
