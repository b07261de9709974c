import { chooseMeetings, type MeetingTask } from "./choose.ts";
import { type ScheduleTask, Timetable } from "./schedule.ts";

/** Someone at an event: how many meetings at most, and the numbers of the slots that they can come to. */
export type Participant = { id: string; capacity: number; slots?: readonly number[] };
export type MeetingInput = {
  /** for example needs and talents; ids are unique on each side */
  left: readonly Participant[];
  right: readonly Participant[];
  /** what a meeting is worth, for example the order of the match; pairs that are not named do not meet */
  candidates: readonly { left: string; right: string; value: number }[];
  /** slots of the event, numbered from 0; without it only who meets whom is decided */
  slots?: number;
};
export type Meeting = { left: string; right: string; value: number; slot: number | null };
/** No plan, with or without times, is worth more than `bound`. */
export type MeetingPlan = { meetings: Meeting[]; value: number; bound: number };

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Who meets whom at an event, and when. The same input in any order gives the same plan. */
export function planMeetings(input: MeetingInput): MeetingPlan {
  const left = sorted(input.left);
  const right = sorted(input.right);
  const leftAt = new Map(left.map((each, i) => [each.id, i]));
  const rightAt = new Map(right.map((each, i) => [each.id, i]));
  const free = (each: Participant) => slotsOf(each, input.slots);
  const leftFree = left.map(free);
  const rightFree = right.map(free);
  const pairs = pairsOf(input, leftAt, rightAt).filter(
    (pair) => input.slots === undefined || meetSomewhere(leftFree[pair.left], rightFree[pair.right]),
  );
  const capacity = (each: Participant, slots: ReadonlySet<number> | undefined) =>
    input.slots === undefined ? each.capacity : Math.min(each.capacity, slots?.size ?? 0);
  const task: MeetingTask = {
    leftCapacity: left.map((each, i) => capacity(each, leftFree[i])),
    rightCapacity: right.map((each, i) => capacity(each, rightFree[i])),
    pairs,
  };
  const choice = chooseMeetings(task);
  const timed =
    input.slots === undefined
      ? choice.chosen.map((at) => ({ at, slot: null }))
      : giveSlots(task, choice.chosen, leftFree, rightFree);
  const meetings = timed
    .map(({ at, slot }) => {
      const pair = pairs[at] as (typeof pairs)[number];
      const [from, to] = [left[pair.left] as Participant, right[pair.right] as Participant];
      return { left: from.id, right: to.id, value: pair.value, slot };
    })
    .sort(
      (a, b) => (a.slot ?? 0) - (b.slot ?? 0) || compareIds(a.left, b.left) || compareIds(a.right, b.right),
    );
  return { meetings, value: meetings.reduce((sum, each) => sum + each.value, 0), bound: choice.bound };
}

const sorted = (list: readonly Participant[]): Participant[] =>
  [...list].sort((a, b) => compareIds(a.id, b.id));

function slotsOf(participant: Participant, slots: number | undefined): Set<number> {
  const all = Array.from({ length: slots ?? 0 }, (_, slot) => slot);
  return new Set(participant.slots ? all.filter((slot) => participant.slots?.includes(slot)) : all);
}

const meetSomewhere = (a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): boolean =>
  [...(a ?? [])].some((slot) => b?.has(slot));

/** Candidates by position; of one named twice the higher value counts. */
function pairsOf(
  input: MeetingInput,
  leftAt: ReadonlyMap<string, number>,
  rightAt: ReadonlyMap<string, number>,
): MeetingTask["pairs"][number][] {
  const pairs = new Map<string, MeetingTask["pairs"][number]>();
  for (const candidate of input.candidates) {
    const left = leftAt.get(candidate.left);
    const right = rightAt.get(candidate.right);
    if (left === undefined || right === undefined || !(candidate.value > 0)) continue;
    const key = `${left} ${right}`;
    if (candidate.value > (pairs.get(key)?.value ?? 0))
      pairs.set(key, { left, right, value: candidate.value });
  }
  return [...pairs.values()].sort((a, b) => a.left - b.left || a.right - b.right);
}

/** Slots for the chosen pairs, the most valuable first; what finds none makes room for the best of the others. */
function giveSlots(
  task: MeetingTask,
  chosen: readonly number[],
  leftFree: ScheduleTask["leftFree"],
  rightFree: ScheduleTask["rightFree"],
): { at: number; slot: number }[] {
  const timetable = new Timetable({ meetings: task.pairs, leftFree, rightFree });
  const leftRoom = [...task.leftCapacity];
  const rightRoom = [...task.rightCapacity];
  const placed: number[] = [];
  const worth = (at: number) => task.pairs[at]?.value ?? 0;
  const inOrder = (list: readonly number[]) => [...list].sort((a, b) => worth(b) - worth(a) || a - b);
  const picked = new Set(chosen);
  const others = task.pairs.flatMap((_, at) => (picked.has(at) ? [] : [at]));
  for (const at of [...inOrder(chosen), ...inOrder(others)]) {
    const { left, right } = task.pairs[at] as MeetingTask["pairs"][number];
    if ((leftRoom[left] as number) <= 0 || (rightRoom[right] as number) <= 0) continue;
    if (!timetable.place(at)) continue;
    leftRoom[left] = (leftRoom[left] as number) - 1;
    rightRoom[right] = (rightRoom[right] as number) - 1;
    placed.push(at);
  }
  return placed.map((at) => ({ at, slot: timetable.slotOf(at) }));
}
