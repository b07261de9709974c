/** Meetings that need a slot each; `leftFree[i]` and `rightFree[i]` are the slots that each can come to. */
export type ScheduleTask = {
  meetings: readonly { left: number; right: number }[];
  leftFree: readonly ReadonlySet<number>[];
  rightFree: readonly ReadonlySet<number>[];
};

/** Moves that one meeting may set off before another slot is tried, in depth and in number. */
const deepest = 5;
const mostMoves = 400;

/** Who sits where: nobody meets two at one time. */
export class Timetable {
  readonly #task: ScheduleTask;
  readonly #slots: number[];
  readonly #left: Map<number, number>[];
  readonly #right: Map<number, number>[];
  #moves = 0;

  constructor(task: ScheduleTask) {
    this.#task = task;
    this.#slots = task.meetings.map(() => -1);
    this.#left = task.leftFree.map(() => new Map());
    this.#right = task.rightFree.map(() => new Map());
  }

  /** Slot of a meeting, -1 when it has none. */
  slotOf(meeting: number): number {
    return this.#slots[meeting] as number;
  }

  /** Gives a meeting a slot, moving others where that helps; false, with nothing changed, when it finds no way. */
  place(meeting: number): boolean {
    this.#moves = 0;
    return this.#place(meeting, deepest, new Set([meeting]));
  }

  #place(meeting: number, depth: number, moving: Set<number>): boolean {
    const { left, right } = this.#task.meetings[meeting] as { left: number; right: number };
    const common = [...(this.#task.leftFree[left] ?? [])]
      .filter((slot) => this.#task.rightFree[right]?.has(slot))
      .sort((a, b) => a - b);
    const blockers = (slot: number) => [
      ...new Set(
        [this.#left[left]?.get(slot), this.#right[right]?.get(slot)].filter((each) => each !== undefined),
      ),
    ];
    const open = common.find((slot) => blockers(slot).length === 0);
    if (open !== undefined) {
      this.#sit(meeting, open);
      return true;
    }
    if (depth === 0) return false;
    // a slot that only one other meeting blocks is the cheaper one
    for (const slot of common.sort((a, b) => blockers(a).length - blockers(b).length || a - b)) {
      if (++this.#moves > mostMoves) return false;
      const others = blockers(slot);
      if (others.some((other) => moving.has(other))) continue;
      if (this.#makeWay(meeting, slot, others, depth, moving)) return true;
    }
    return false;
  }

  /** Seats a meeting where others sit and finds these another slot, or puts everything back. */
  #makeWay(meeting: number, slot: number, others: number[], depth: number, moving: Set<number>): boolean {
    const before = [...this.#slots];
    for (const other of others) this.#rise(other);
    this.#sit(meeting, slot);
    const all = new Set([...moving, ...others]);
    if (others.every((other) => this.#place(other, depth - 1, all))) return true;
    this.#restore(before);
    return false;
  }

  #restore(before: readonly number[]): void {
    const changed = before.flatMap((slot, meeting) => (slot === this.#slots[meeting] ? [] : [meeting]));
    for (const meeting of changed) this.#rise(meeting);
    for (const meeting of changed)
      if ((before[meeting] as number) >= 0) this.#sit(meeting, before[meeting] as number);
  }

  #sit(meeting: number, slot: number): void {
    const { left, right } = this.#task.meetings[meeting] as { left: number; right: number };
    this.#slots[meeting] = slot;
    this.#left[left]?.set(slot, meeting);
    this.#right[right]?.set(slot, meeting);
  }

  #rise(meeting: number): void {
    const slot = this.#slots[meeting] as number;
    if (slot < 0) return;
    const { left, right } = this.#task.meetings[meeting] as { left: number; right: number };
    this.#slots[meeting] = -1;
    if (this.#left[left]?.get(slot) === meeting) this.#left[left]?.delete(slot);
    if (this.#right[right]?.get(slot) === meeting) this.#right[right]?.delete(slot);
  }
}
