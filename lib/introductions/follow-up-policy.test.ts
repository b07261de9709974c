import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAfter } from "#lib/days.ts";
import { type Answer, canAnswer, dueStep, isSettled, retentionOf } from "./follow-up-policy.ts";
import { MISSED_AFTER } from "./follow-up-schema.ts";

const START = "2026-05-01";

test("on whatever days the job runs, a question is asked at most twice, a week apart, and missed only after both", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -5, max: 80 }), { maxLength: 60 }), (runs) => {
      let state: Parameters<typeof dueStep>[0] = { status: "DUE", dueOn: START, remindedAt: null };
      const asked: number[] = [];
      for (const run of [...runs].sort((a, b) => a - b)) {
        const today = dayAfter(START, run);
        const step = dueStep(state, today);
        // a second run on the same day does nothing more
        if (step === "ask") {
          asked.push(run);
          state = { ...state, remindedAt: today };
        }
        if (step === "miss") {
          expect(run).toBeGreaterThanOrEqual(MISSED_AFTER);
          expect(run - asked.at(-1)!).toBeGreaterThanOrEqual(14);
          state = { ...state, status: "MISSED" };
        }
        expect(dueStep(state, today)).toBe("nothing");
      }
      expect(asked.length).toBeLessThanOrEqual(2);
      if (asked.length === 2) expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(7);
      if (asked.length > 0) expect(asked[0]).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("run daily: asked on the day and after a week, missed after three", () => {
  let state: Parameters<typeof dueStep>[0] = { status: "DUE", dueOn: START, remindedAt: null };
  const steps: [number, string][] = [];
  for (let run = 0; run < 40; run++) {
    const today = dayAfter(START, run);
    const step = dueStep(state, today);
    if (step === "nothing") continue;
    steps.push([run, step]);
    state = step === "ask" ? { ...state, remindedAt: today } : { ...state, status: "MISSED" };
  }
  expect(steps).toEqual([
    [0, "ask"],
    [7, "ask"],
    [21, "miss"],
  ]);
});

test("a question opens a week before its day and stays open when it was missed", () => {
  expect(canAnswer({ status: "DUE", dueOn: START }, dayAfter(START, -8))).toBe(false);
  expect(canAnswer({ status: "DUE", dueOn: START }, dayAfter(START, -7))).toBe(true);
  expect(canAnswer({ status: "MISSED", dueOn: START }, dayAfter(START, 60))).toBe(true);
  expect(canAnswer({ status: "ANSWERED", dueOn: START }, dayAfter(START, 1))).toBe(false);
});

const row = (day: number, side: Answer["side"], retained: boolean | null): Answer => ({
  day,
  side,
  retained,
  status: retained === null ? "MISSED" : "ANSWERED",
});

test.each<[Answer[], string]>([
  [[], "unknown"],
  [[row(180, "TALENT", null)], "unknown"],
  [[row(30, "TALENT", true), row(180, "TALENT", null)], "retained"],
  [[row(30, "TALENT", false), row(180, "ENTERPRISE", true)], "retained"],
  [[row(180, "TALENT", true), row(180, "ENTERPRISE", false)], "left"],
  [[row(90, "TALENT", true), row(180, "ENTERPRISE", false)], "left"],
])("what the newest answers say %#", (rows, retention) => {
  expect(retentionOf(rows)).toBe(retention);
});

test("settled without the question after a year, and not while one is open", () => {
  const due: Answer = { day: 180, side: "TALENT", status: "DUE", retained: null };
  expect(isSettled([])).toBe(false);
  expect(isSettled([row(30, "TALENT", true), due])).toBe(false);
  expect(isSettled([row(180, "TALENT", true), { ...due, day: 365 }])).toBe(true);
});
