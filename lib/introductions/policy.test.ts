import fc from "fast-check";
import { expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages.ts";
import { CASE_OUTCOMES, ENDED, ENDINGS, OUTCOMES } from "./outcomes.ts";
import {
  BALL_AT_FIRST,
  type CaseMove,
  canMove,
  isRunning,
  mayMove,
  mayReturnTo,
  NORM_DAYS,
  normDue,
  overdueDays,
  RUNNING,
  TAKE_BACK_DAYS,
  TRANSITIONS,
} from "./policy.ts";

const MOVES = Object.keys(TRANSITIONS) as CaseMove[];
type Status = (typeof RUNNING)[number] | "CLOSED" | "NO_FIT" | "WITHDRAWN";
const ORDER: Status[] = [...RUNNING];
const as = (role: Viewer["role"]): Viewer => ({
  ...systemViewer("test"),
  role,
  accountId: "a",
  talentId: "t",
  enterpriseId: "e",
});

/** A case as the commands keep it: where it is and where it was. */
type Case = { now: Status; before: Status | null; landed: boolean };
function play({ now, before, landed }: Case, name: CaseMove, days: number): Case {
  if (!canMove(name, now)) return { now, before, landed };
  const { to } = TRANSITIONS[name];
  if (to === "before")
    return before && mayReturnTo(now, before, days)
      ? { now: before, before: now, landed }
      : { now, before, landed };
  return { now: to, before: now, landed: landed || to === "LANDED" };
}

test("no sequence of moves brings a case to landed, or past it, but by accepted terms and a landing", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...MOVES), fc.integer({ min: 0, max: 30 })), { maxLength: 60 }),
      (moves) => {
        let one: Case = { now: "SENT", before: null, landed: false };
        for (const [name, days] of moves) {
          const was = one.now;
          one = play(one, name, days);
          if (one.now === "LANDED" && was !== "LANDED")
            expect(name === "land" ? was === "ACCEPTED" : name === "takeBack" && was === "CLOSED").toBe(true);
          if (one.now === "CLOSED") expect(one.landed).toBe(true);
          if (one.now === "ACCEPTED" && was !== "ACCEPTED")
            expect(name === "acceptOffer" ? was === "OFFER" : name === "takeBack" && was === "NO_FIT").toBe(
              true,
            );
          // what was withdrawn does not come back
          if (was === "WITHDRAWN") expect(one.now).toBe(was);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test("a mistake is taken back only among the talks, or an end within its days", () => {
  for (const now of [...ORDER, ...(ENDED as Status[])])
    for (const before of [...ORDER, ...(ENDED as Status[])]) {
      const allowed = mayReturnTo(now, before, TAKE_BACK_DAYS);
      if (isRunning(now)) expect(allowed).toBe(["SENT", "ACKNOWLEDGED", "MEETING"].includes(before));
      else
        expect([allowed, mayReturnTo(now, before, TAKE_BACK_DAYS + 0.01)]).toEqual([
          isRunning(before),
          false,
        ]);
    }
});

test("from every running stage somebody can go on and staff can end it; from an end nobody but staff and a new introduction", () => {
  for (const status of RUNNING) {
    expect(MOVES.some((name) => canMove(name, status) && TRANSITIONS[name].to !== "WITHDRAWN")).toBe(true);
    expect(ENDINGS.some((name) => canMove(name, status) && mayMove(name, as("OFFICER")))).toBe(true);
    for (const role of ["TALENT", "ENTERPRISE"] as const) expect(mayMove("withdraw", as(role))).toBe(true);
  }
  for (const status of ENDED)
    for (const role of ["TALENT", "ENTERPRISE"] as const)
      expect(MOVES.filter((name) => canMove(name, status) && mayMove(name, as(role)))).toEqual([]);
});

test("each running stage has a norm, so that every case has a date; an end has none", () => {
  for (const status of RUNNING) {
    expect(NORM_DAYS[status]).toBeGreaterThan(0);
    expect(normDue(status, "2026-11-23")!.toISOString().slice(0, 10) > "2026-11-23").toBe(true);
  }
  for (const status of ENDED)
    expect([normDue(status, "2026-11-23"), BALL_AT_FIRST[status]]).toEqual([null, undefined]);
  expect([
    overdueDays("2026-11-20", "2026-11-23"),
    overdueDays("2026-11-23", "2026-11-23"),
    overdueDays(null, "2026-11-23"),
  ]).toEqual([3, 0, 0]);
});

test("every reason for an end has its words in three languages, and those who may end a case have reasons", () => {
  for (const locale of LOCALES) {
    const labels = (messagesOf(locale).terms as { caseOutcomes: Record<string, string> }).caseOutcomes;
    expect(Object.keys(labels).sort()).toEqual([...CASE_OUTCOMES].sort());
  }
  for (const ending of ENDINGS)
    for (const [side, role] of [
      ["STAFF", "OFFICER"],
      ["TALENT", "TALENT"],
      ["ENTERPRISE", "ENTERPRISE"],
    ] as const)
      expect(OUTCOMES[ending][side].length > 0, `${ending} ${side}`).toBe(mayMove(ending, as(role)));
});
