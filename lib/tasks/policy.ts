import type { CaseSide, IntroductionStatus, TaskStatus } from "#prisma/generated/enums.ts";
import type { ChecklistName } from "./checklist-schema.ts";

/** The life of a task as data. */
export const TASK_MOVES = {
  submit: { from: ["OPEN", "RETURNED", "SUBMITTED"], to: "SUBMITTED" },
  /** staff may also accept what they were told otherwise, with a note */
  accept: { from: ["OPEN", "RETURNED", "SUBMITTED"], to: "ACCEPTED" },
  return: { from: ["SUBMITTED", "ACCEPTED"], to: "RETURNED" },
  waive: { from: ["OPEN", "RETURNED", "SUBMITTED"], to: "WAIVED" },
  reopen: { from: ["WAIVED", "ACCEPTED"], to: "OPEN" },
} as const satisfies Record<string, { from: readonly TaskStatus[]; to: TaskStatus }>;
export type TaskMove = keyof typeof TASK_MOVES;

export const fromOf = (move: TaskMove) => ({ in: [...TASK_MOVES[move].from] as TaskStatus[] });
export const canMove = (move: TaskMove, status: TaskStatus) =>
  (TASK_MOVES[move].from as readonly TaskStatus[]).includes(status);

/** Waits for the side that it is for. */
export const PENDING: readonly TaskStatus[] = ["OPEN", "RETURNED"];
export const pending = { in: [...PENDING] };

/** Which checklist runs while a case stands where. */
export const checklistsAt = (status: IntroductionStatus): ChecklistName[] =>
  status === "MEETING"
    ? ["interview"]
    : status === "OFFER"
      ? ["offer"]
      : ["ACCEPTED", "LANDED", "FOLLOW_UP"].includes(status)
        ? ["landing"]
        : [];

/** The person is there. */
export const arrived = (status: IntroductionStatus) => status === "LANDED" || status === "FOLLOW_UP";

/** An offer was accepted: only from then on may identity papers be asked for. */
export const papersAllowed = (status: IntroductionStatus) => status === "ACCEPTED" || arrived(status);

const PAPERS =
  /身份证|身份證|回乡证|回鄉證|通行证|通行證|护照|護照|户口|戶口|passport|hkid|identity card|id card|travel permit/iu;
const COPY =
  /副本|复印|複印|影印|扫描|掃描|照片|上传|上載|拍照|号码|號碼|copy|copies|scan|photo|upload|number/iu;

/** Whether an officer's own task asks for identity papers: a file or words about them. */
export const asksForPapers = (kind: string, text: string) =>
  PAPERS.test(text) && (kind === "UPLOAD" || COPY.test(text));

/** Titles that a side reads of the others' tasks: an enterprise does not read of a person's housing, family or tax. */
export const readsTasksOf = (reader: CaseSide, side: CaseSide) =>
  reader === side || reader === "STAFF" || reader === "TALENT" || side === "STAFF";
