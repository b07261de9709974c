"use server";

import { action } from "#lib/action.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { deleteView, saveView } from "./commands.ts";
import { deleteViewInput, LIST_PATHS, type ListName, saveViewInput } from "./schema.ts";

export const saveViewAction = action("saveViewAction", saveViewInput, async (viewer, input, { locale }) => {
  await saveView(viewer, input);
  redirect({ href: `${LIST_PATHS[input.list]}?${input.query}`, locale });
});

export const deleteViewAction = action(
  "deleteViewAction",
  deleteViewInput,
  async (viewer, { viewId }, { locale }) => {
    const list = await deleteView(viewer, viewId);
    redirect({ href: LIST_PATHS[list as ListName], locale });
  },
);
