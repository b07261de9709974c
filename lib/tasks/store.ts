import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { fromOf, type TaskMove } from "./policy.ts";

export type Texts = Partial<Record<AppLocale, string>>;
export const textsOf = (json: Prisma.JsonValue): Texts => (json ?? {}) as Texts;

/** The text in a reader's language, else in the one it was written in. */
export function inLanguage(texts: Texts, locale: AppLocale): { text: string; lang: AppLocale } | null {
  const lang = texts[locale] ? locale : (Object.keys(texts)[0] as AppLocale | undefined);
  const text = lang && texts[lang];
  return text ? { text, lang } : null;
}

const EVENTS = {
  submit: "introduction.taskSubmitted",
  accept: "introduction.taskAccepted",
  return: "introduction.taskReturned",
  waive: "introduction.taskWaived",
  reopen: "introduction.taskReopened",
} as const satisfies Record<TaskMove, string>;

export const taskSelect = {
  id: true,
  introductionId: true,
  item: true,
  side: true,
  kind: true,
  status: true,
  titles: true,
  fields: true,
  identity: true,
  dueOn: true,
  submittedAt: true,
  fileId: true,
} as const satisfies Prisma.CaseTaskSelect;
export type TaskRow = Prisma.CaseTaskGetPayload<{ select: typeof taskSelect }>;

export async function findTask(tx: Tx, introductionId: string, taskId: string): Promise<TaskRow> {
  const found = await tx.caseTask.findFirst({ where: { id: taskId, introductionId }, select: taskSelect });
  if (!found) throw new NotFoundError();
  return found;
}

/** The one write of a task's status by a person: conditional, with its audit event and a word to open pages. */
export async function moveTask(
  tx: Tx,
  viewer: Viewer,
  move: TaskMove,
  task: Pick<TaskRow, "id" | "introductionId" | "item">,
  data: Prisma.CaseTaskUncheckedUpdateManyInput,
  /** as it was when whoever decides looked at it */
  version?: number,
): Promise<void> {
  const { count } = await tx.caseTask.updateMany({
    where: { id: task.id, status: fromOf(move), version },
    data: { ...data, version: { increment: 1 }, updatedAt: now() },
  });
  if (count !== 1) throw new ConflictError();
  await audit(tx, viewer, {
    action: EVENTS[move],
    record: ["introduction", task.introductionId],
    detail: { task: task.id, ...(task.item ? { item: task.item } : {}) },
    reason: typeof data.reason === "string" ? data.reason : undefined,
  });
  await tell(tx, "case_changed", task.introductionId);
}

/** Nothing has been said of its due date yet. */
export const UNTOLD = { remindedAt: null, dueToldAt: null, escalatedAt: null, officeToldAt: null } as const;
