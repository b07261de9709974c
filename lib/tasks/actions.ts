"use server";

import { action } from "#lib/action.ts";
import { filesOf, withUploads } from "#lib/introductions/files.ts";
import { toCasePage } from "#lib/introductions/to-case-page.ts";
import { acceptTask, reopenTask, returnTask, submitTask, waiveTask } from "./answer-commands.ts";
import { addTask, chooseItem, editTask, removeTask } from "./commands.ts";
import * as schema from "./schema.ts";

const done = (about: Parameters<typeof toCasePage>[1], work: () => Promise<unknown>) =>
  toCasePage("tasks", about, work);

export const addTaskAction = action(
  "addTaskAction",
  schema.addTaskInput,
  async (viewer, input, { locale, key }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "added" }, () => addTask(viewer, input, locale, key));
  },
);

export const editTaskAction = action(
  "editTaskAction",
  schema.editTaskInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "changed" }, () => editTask(viewer, input, locale));
  },
);

export const removeTaskAction = action(
  "removeTaskAction",
  schema.taskRef,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "removed" }, () => removeTask(viewer, input));
  },
);

export const chooseItemAction = action(
  "chooseItemAction",
  schema.chooseItemInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "chosen" }, () => chooseItem(viewer, input));
  },
);

export const submitTaskAction = action(
  "submitTaskAction",
  schema.submitTaskInput,
  async (viewer, input, { locale, form }) => {
    const { introductionId } = input;
    const files = await filesOf(form, "file");
    await done({ viewer, introductionId, locale, done: "sent" }, () =>
      withUploads(files.slice(0, 1), { path: "file", locale }, ([upload]) =>
        submitTask(viewer, { ...input, upload }),
      ),
    );
  },
);

export const acceptTaskAction = action(
  "acceptTaskAction",
  schema.acceptTaskInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "accepted" }, () => acceptTask(viewer, input));
  },
);

export const returnTaskAction = action(
  "returnTaskAction",
  schema.taskReasonInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "returned" }, () => returnTask(viewer, input));
  },
);

export const waiveTaskAction = action(
  "waiveTaskAction",
  schema.taskReasonInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "waived" }, () => waiveTask(viewer, input));
  },
);

export const reopenTaskAction = action(
  "reopenTaskAction",
  schema.taskRef,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "reopened" }, () => reopenTask(viewer, input));
  },
);
