import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { crowdedTask } from "#scripts/bench/meetings.ts";
import { random } from "#scripts/bench/synthetic.ts";
import { chooseMeetings, type MeetingTask } from "./choose.ts";
import { type MeetingInput, planMeetings } from "./plan.ts";

const highs = await loadHighs();

/** The best value by a solver that proves it: `at` lists what each variable of value `values[i]` uses, at most `limits[use]` times. */
function optimum(
  values: readonly number[],
  uses: readonly string[][],
  limits: ReadonlyMap<string, number>,
): number {
  if (values.length === 0) return 0;
  const terms = values.map((value, i) => `${value} x${i}`).join(" + ");
  const rows = [...limits].flatMap(([use, limit]) => {
    const members = uses.flatMap((each, i) => (each.includes(use) ? [`x${i}`] : []));
    return members.length > 0 ? [`${members.join(" + ")} <= ${limit}`] : [];
  });
  const names = values.map((_, i) => `x${i}`).join(" ");
  const model = `Maximize\n obj: ${terms}\nSubject To\n ${rows.join("\n ")}\nBinary\n ${names}\nEnd`;
  return highs.solve(model).ObjectiveValue;
}

const bestChoice = (task: MeetingTask): number =>
  optimum(
    task.pairs.map((pair) => pair.value),
    task.pairs.map((pair) => [`l${pair.left}`, `r${pair.right}`]),
    new Map([
      ...task.leftCapacity.map((capacity, i) => [`l${i}`, capacity] as const),
      ...task.rightCapacity.map((capacity, i) => [`r${i}`, capacity] as const),
    ]),
  );

const tasks: fc.Arbitrary<MeetingTask> = fc
  .record({
    leftCapacity: fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }),
    rightCapacity: fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }),
    cells: fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 100 })), {
      selector: ([left, right]) => `${left} ${right}`,
      maxLength: 40,
    }),
  })
  .map(({ leftCapacity, rightCapacity, cells }) => ({
    leftCapacity,
    rightCapacity,
    pairs: cells
      .map(([left, right, value]) => ({ left, right, value }))
      .filter(({ left, right }) => left < leftCapacity.length && right < rightCapacity.length),
  }));

function used(task: MeetingTask, chosen: readonly number[]) {
  const left = task.leftCapacity.map(() => 0);
  const right = task.rightCapacity.map(() => 0);
  for (const at of chosen) {
    const pair = task.pairs[at] as MeetingTask["pairs"][number];
    left[pair.left] = (left[pair.left] as number) + 1;
    right[pair.right] = (right[pair.right] as number) + 1;
  }
  return { left, right };
}

describe("who meets whom", { timeout: 60_000 }, () => {
  it("is worth what an exact solver finds, and the bound says so", () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const best = bestChoice(task);
        const choice = chooseMeetings(task, 1e-6);
        expect(Math.abs(choice.value - best)).toBeLessThanOrEqual(1e-4 * Math.max(1, best));
        expect(choice.bound).toBeGreaterThanOrEqual(best - 1e-6);
        const usual = chooseMeetings(task);
        expect(usual.value).toBeGreaterThanOrEqual(0.99 * best);
        const { left, right } = used(task, usual.chosen);
        left.forEach((count, i) => {
          expect(count).toBeLessThanOrEqual(task.leftCapacity[i] as number);
        });
        right.forEach((count, i) => {
          expect(count).toBeLessThanOrEqual(task.rightCapacity[i] as number);
        });
      }),
      { numRuns: 150 },
    );
  });

  it("is within 1 % of the best for 500 and 1,000 people", () => {
    const task = crowdedTask(5, 500, 1000, 40);
    const choice = chooseMeetings(task);
    expect(choice.value).toBeGreaterThan(0.99 * choice.bound);
  });
});

describe("when they meet", { timeout: 60_000 }, () => {
  const inputs: fc.Arbitrary<MeetingInput> = tasks.chain((task) => {
    const slots = fc.uniqueArray(fc.nat(3), { maxLength: 4 });
    const people = (side: string, capacities: readonly number[]) =>
      fc.tuple(
        ...capacities.map((capacity, i) =>
          fc.record({ id: fc.constant(`${side}${i}`), capacity: fc.constant(capacity), slots }),
        ),
      );
    return fc
      .record({ left: people("l", task.leftCapacity), right: people("r", task.rightCapacity) })
      .map(({ left, right }) => ({
        left,
        right,
        slots: 4,
        candidates: task.pairs.map((pair) => ({
          left: `l${pair.left}`,
          right: `r${pair.right}`,
          value: pair.value,
        })),
      }));
  });

  it("keeps to capacities and free slots, nobody twice at one time, and comes near to the exact solver", () => {
    let planned = 0;
    let possible = 0;
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = planMeetings(input);
        const seats = new Set<string>();
        const people = new Map([...input.left, ...input.right].map((each) => [each.id, { ...each, met: 0 }]));
        for (const { left, right, slot } of plan.meetings)
          for (const id of [left, right]) {
            const person = people.get(id);
            expect(person?.slots).toContain(slot);
            expect(seats.has(`${id} ${slot}`)).toBe(false);
            seats.add(`${id} ${slot}`);
            if (person) expect(++person.met).toBeLessThanOrEqual(person.capacity);
          }
        const timed = input.candidates.flatMap((pair) =>
          [0, 1, 2, 3]
            .filter(
              (slot) =>
                people.get(pair.left)?.slots?.includes(slot) && people.get(pair.right)?.slots?.includes(slot),
            )
            .map((slot) => ({ ...pair, slot })),
        );
        const limits = new Map<string, number>();
        for (const { id, capacity } of people.values()) {
          limits.set(id, capacity);
          for (const slot of [0, 1, 2, 3]) limits.set(`${id}@${slot}`, 1);
        }
        for (const pair of input.candidates) limits.set(`${pair.left}-${pair.right}`, 1);
        const best = optimum(
          timed.map((each) => each.value),
          timed.map(({ left, right, slot }) => [
            left,
            right,
            `${left}@${slot}`,
            `${right}@${slot}`,
            `${left}-${right}`,
          ]),
          limits,
        );
        expect(plan.value).toBeLessThanOrEqual(best + 1e-6);
        expect(plan.bound).toBeGreaterThanOrEqual(best - 1e-6);
        expect(plan.value).toBeGreaterThanOrEqual(0.75 * best);
        planned += plan.value;
        possible += best;
      }),
      { numRuns: 100, seed: 42 },
    );
    expect(planned).toBeGreaterThan(0.97 * possible);
  });

  it("seats nearly everything that was chosen at a large event, and the same whatever the order of the input", () => {
    const task = crowdedTask(6, 200, 400, 20);
    const people = (side: string, capacities: readonly number[], next: () => number) =>
      capacities.map((capacity, i) => ({
        id: `${side}${i}`,
        capacity,
        slots: Array.from({ length: 12 }, (_, slot) => slot).filter(() => next() < 0.8),
      }));
    const input = {
      left: people("l", task.leftCapacity, random(1)),
      right: people("r", task.rightCapacity, random(2)),
      candidates: task.pairs.map((pair) => ({
        left: `l${pair.left}`,
        right: `r${pair.right}`,
        value: pair.value,
      })),
      slots: 12,
    };
    const plan = planMeetings(input);
    expect(plan.value).toBeGreaterThan(0.98 * plan.bound);
    const turned = {
      ...input,
      left: [...input.left].reverse(),
      right: [...input.right].reverse(),
      candidates: [...input.candidates].reverse(),
    };
    expect(planMeetings(turned)).toEqual(plan);
  });
});
