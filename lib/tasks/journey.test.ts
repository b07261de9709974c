import { expect, test } from "vitest";
import type { IntroductionStatus } from "#prisma/generated/enums.ts";
import { wayOf } from "./journey.ts";

const stage = (status: IntroductionStatus, day: number) => ({ status, enteredAt: new Date(2026, 0, day) });
const states = (status: IntroductionStatus, ...stages: [IntroductionStatus, number][]) =>
  wayOf(
    status,
    stages.map(([name, day]) => stage(name, day)),
  ).map(({ station, state }) => `${station}:${state}`);

test("a case that runs stands at one station, with those before it done", () => {
  expect(states("OFFER", ["SENT", 1], ["MEETING", 3], ["OFFER", 5])).toEqual([
    "introduced:done",
    "talking:done",
    "terms:now",
    "preparing:next",
    "arrived:next",
    "settled:next",
  ]);
});

test("terms that were declined lead back, and the newest time counts", () => {
  const way = wayOf("MEETING", [
    stage("SENT", 1),
    stage("MEETING", 3),
    stage("OFFER", 5),
    stage("MEETING", 7),
  ]);
  expect(way.find(({ state }) => state === "now")).toMatchObject({
    station: "talking",
    since: new Date(2026, 0, 7),
  });
  expect(way.find(({ station }) => station === "terms")).toMatchObject({ state: "next", since: null });
});

test("one that ended early stands where it had come to, with nothing after it", () => {
  expect(states("WITHDRAWN", ["SENT", 1], ["MEETING", 3], ["WITHDRAWN", 4])).toEqual([
    "introduced:done",
    "talking:done",
  ]);
  expect(states("CLOSED", ["SENT", 1], ["CLOSED", 9]).every((one) => one.endsWith(":done"))).toBe(true);
});
