import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfter } from "#lib/days.ts";
import type { TaskStatus } from "#prisma/generated/enums.ts";
import { dueOf, LEAST_DAYS, markOf, movedDue, type Reminder, reminderOf, type Told, upTo } from "./due.ts";
import { asksForPapers, canMove, TASK_MOVES, type TaskMove } from "./policy.ts";

const day = fc.integer({ min: 0, max: 4000 }).map((days) => dayAfter("2026-01-01", days));

describe("due dates", () => {
  test("count from the milestone, are never nearer than some days, and unknown without it", () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: -90, max: 365 }), (milestone, madeOn, days) => {
        const due = dueOf({ from: "ARRIVAL", days }, { ARRIVAL: milestone }, madeOn)!;
        expect(due >= dayAfter(madeOn, LEAST_DAYS)).toBe(true);
        if (dayAfter(milestone, days) >= dayAfter(madeOn, LEAST_DAYS))
          expect(due).toBe(dayAfter(milestone, days));
      }),
    );
    expect(dueOf({ from: "ARRIVAL", days: 3 }, { OFFER: "2026-01-01" }, "2026-01-01")).toBeNull();
  });
});

test("a day that moves with its milestone makes nobody late, and moving it again changes nothing", () => {
  fc.assert(
    fc.property(fc.option(day), day, day, (was, due, today) => {
      const moved = movedDue(was, due, today)!;
      expect(movedDue(moved, due, today)).toBe(moved);
      if (due === was) return expect(moved).toBe(was);
      const least = dayAfter(today, LEAST_DAYS);
      // it stays as near as it was, or is some days away
      expect(moved === was || moved >= least).toBe(true);
      expect(moved >= due).toBe(true);
      if (due >= least) expect(moved).toBe(due);
    }),
  );
  expect(movedDue("2026-01-01", null, "2026-01-01")).toBeNull();
});

const NOTHING: Told = { remindedAt: false, dueToldAt: false, escalatedAt: false, officeToldAt: false };

test("on whatever days the job runs, each reminder is said at most once, in order, and the office hears last", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 20 }),
      (runs, due) => {
        const dueOn = dayAfter("2026-03-01", due);
        const told = { ...NOTHING };
        const said: Reminder[] = [];
        for (const run of [...runs].sort((a, b) => a - b)) {
          const reminder = reminderOf(
            { ...told, status: "OPEN", dueOn, madeOn: "2026-03-01" },
            dayAfter("2026-03-01", run),
          );
          if (!reminder) continue;
          said.push(reminder);
          for (const mark of upTo(reminder)) told[mark] = true;
          expect(told[markOf(reminder)]).toBe(true);
        }
        const order = ["soon", "due", "overdue", "office"];
        expect(said).toEqual([...new Set(said)].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
        if (runs.some((run) => run >= due + 7)) expect(said.at(-1)).toBe("office");
      },
    ),
  );
});

test("nothing is said of what is done, not needed, being looked at, or without a date", () => {
  for (const status of ["SUBMITTED", "ACCEPTED", "WAIVED"] as const)
    expect(
      reminderOf({ ...NOTHING, status, dueOn: "2026-03-01", madeOn: "2026-02-01" }, "2026-04-01"),
    ).toBeNull();
  expect(
    reminderOf({ ...NOTHING, status: "OPEN", dueOn: null, madeOn: "2026-02-01" }, "2026-04-01"),
  ).toBeNull();
});

test("whatever is tried on a task, it is accepted only by an acceptance and comes back only by reopening or returning", () => {
  const moves = Object.keys(TASK_MOVES) as TaskMove[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 40 }), (sequence) => {
      let status: TaskStatus = "OPEN";
      for (const move of sequence) {
        const before: TaskStatus = status;
        if (!canMove(move, status)) continue;
        status = TASK_MOVES[move].to;
        if (status === "ACCEPTED") expect(move).toBe("accept");
        if (before === "WAIVED") expect(move).toBe("reopen");
        if (before === "ACCEPTED") expect(["return", "reopen"]).toContain(move);
      }
    }),
  );
});

test.each([
  ["UPLOAD", "请上传身份证", true],
  ["UPLOAD", "Upload your passport", true],
  ["QUESTION", "Your HKID number?", true],
  ["QUESTION", "回鄉證號碼", true],
  ["DO", "Check that your passport is valid", false],
  ["UPLOAD", "上载作品集", false],
  ["QUESTION", "When can you come?", false],
])("%s: %s", (kind, text, papers) => {
  expect(asksForPapers(kind, text)).toBe(papers);
});
