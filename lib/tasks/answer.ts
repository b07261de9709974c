import { InvalidError } from "#lib/errors.ts";
import type { TaskKind } from "#prisma/generated/enums.ts";
import type { TaskField } from "./checklist-schema.ts";

type Sent = { words: string; values: Record<string, string>; file: boolean };
export type TaskAnswer = { words: string; values: Record<string, string> };

const FORMS: Partial<Record<TaskField["type"], RegExp>> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  number: /^\d{1,9}$/,
};
const KEYS = { date: "invalidDate", month: "invalidMonth", number: "notANumber" } as const;

function issueOf(field: TaskField, value: string, day: string): string | null {
  if (!value) return field.required ? "required" : null;
  if (field.type === "choice")
    return field.options?.some((option) => option.value === value) ? null : "notAChoice";
  const form = FORMS[field.type];
  if (form && !form.test(value)) return KEYS[field.type as keyof typeof KEYS];
  if (field.type === "date" && Number.isNaN(Date.parse(value))) return "invalidDate";
  if (field.ahead && value < day.slice(0, value.length)) return "dueInPast";
  return null;
}

/**
 * What of a form answers a task on a day (YYYY-MM-DD); names the fields that are missing or wrong. Fields that the task does not
 * have are left out.
 */
export function answerOf(task: { kind: TaskKind; fields: TaskField[] }, sent: Sent, day: string): TaskAnswer {
  const issues: { path: string; key: string }[] = [];
  if (task.kind === "UPLOAD" && !sent.file) issues.push({ path: "file", key: "chooseFile" });
  if (task.kind === "QUESTION" && !sent.words) issues.push({ path: "words", key: "required" });
  const fields = task.kind === "FORM" ? task.fields : [];
  const values: Record<string, string> = {};
  for (const field of fields) {
    const value = (sent.values[field.key] ?? "").trim();
    const key = issueOf(field, value, day);
    if (key) issues.push({ path: `values.${field.key}`, key });
    else if (value) values[field.key] = value;
  }
  if (issues.length > 0) throw new InvalidError(issues);
  return { words: sent.words, values };
}
