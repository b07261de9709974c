import { z } from "zod";
import { day, optional, optionalText, text } from "#lib/forms.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { CaseSide, TaskKind, TaskStatus } from "#prisma/generated/enums.ts";
import type { TaskField } from "./checklist-schema.ts";

export const KINDS = ["DO", "UPLOAD", "QUESTION", "FORM"] as const;
/** What an officer can write by hand: a form needs fields, which checklists have. */
export const OWN_KINDS = ["DO", "UPLOAD", "QUESTION"] as const;
export const SIDES = ["TALENT", "ENTERPRISE", "STAFF"] as const;

export const TITLE_LENGTH = 160;

export const addTaskInput = z.strictObject({
  introductionId: z.uuid(),
  side: z.enum(SIDES),
  kind: z.enum(OWN_KINDS),
  title: text(TITLE_LENGTH),
  text: optionalText(2000),
  dueOn: optional(day()),
  assigneeId: optional(z.uuid()),
});
export type AddTaskInput = z.output<typeof addTaskInput>;

const ref = { introductionId: z.uuid(), taskId: z.uuid() };
/** As it was when it was looked at: what was sent meanwhile is not decided unseen. */
const seen = { ...ref, version: z.coerce.number().int() };

export const editTaskInput = z.strictObject({
  ...seen,
  /** empty for an item of a checklist, whose texts stay */
  title: optionalText(TITLE_LENGTH),
  text: optionalText(2000),
  dueOn: optional(day()),
  assigneeId: optional(z.uuid()),
});
export type EditTaskInput = z.output<typeof editTaskInput>;

export const submitTaskInput = z.strictObject({
  ...ref,
  words: optionalText(4000),
  values: z.record(z.string().max(40), z.string().max(2000)).default({}),
});
export type SubmitTaskInput = z.output<typeof submitTaskInput>;

/** `note` is needed where nothing was sent. */
export const acceptTaskInput = z.strictObject({ ...seen, note: optionalText(1000) });
export const taskReasonInput = z.strictObject({ ...seen, reason: text(1000) });
export const taskRef = z.strictObject(seen);
export const chooseItemInput = z.strictObject({ introductionId: z.uuid(), item: text(80) });

export type Words = { text: string; lang: AppLocale };
export type AnswerLine = { label: Words; value: string };

export type TaskView = {
  id: string;
  item: string | null;
  side: CaseSide;
  kind: TaskKind;
  status: TaskStatus;
  title: Words;
  text: Words | null;
  fields: TaskField[];
  /** YYYY-MM-DD */
  dueOn: string | null;
  overdueDays: number;
  words: string;
  values: Record<string, string>;
  file: { id: string; filename: string } | null;
  submittedAt: Date | null;
  decidedAt: Date | null;
  /** by a rule and not by a person: the case went on without it */
  passed: boolean;
  reason: string | null;
  /** the talent reads what the enterprise answers */
  shared: boolean;
  /** where it comes from, and whether a person compared it with its source */
  source: { name: string; date: string; url?: string; verified: { by: string; at: string } | null } | null;
  assignee: string | null;
  assigneeId: string | null;
  version: number;
};

/** What was sent for a task. */
export type TaskAnswered = Pick<TaskView, "fields" | "words" | "values" | "file">;

/** A task of another side, as far as the reader may know of it. */
export type OtherTask = Pick<
  TaskView,
  "id" | "side" | "status" | "title" | "dueOn" | "overdueDays" | "decidedAt"
> & { /** null where it is not for the reader, or not accepted yet */ given: TaskAnswered | null };

export type CaseTasks = {
  mine: TaskView[];
  others: OtherTask[];
  /** how many more of the person's own there are, for an enterprise */
  hidden: number;
  /** items that the person can ask for */
  offers: { item: string; title: Words; text: Words }[];
  officers: { id: string; name: string; office: "HONG_KONG" | "YANTAI" }[];
  can: { act: boolean; manage: boolean };
};
