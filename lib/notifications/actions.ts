"use server";

import { refresh } from "next/cache";
import { action, publicAction } from "#lib/action.ts";
import { DomainError } from "#lib/errors.ts";
import { choosePreferences, unsubscribe } from "./preferences.ts";
import { readNotifications } from "./read.ts";
import * as schema from "./schema.ts";

export const choosePreferencesAction = action(
  "choosePreferencesAction",
  schema.preferencesInput,
  async (viewer, { choices }) => {
    await choosePreferences(viewer, choices);
    refresh();
    return {};
  },
);

export const readNotificationsAction = action(
  "readNotificationsAction",
  schema.readInput,
  async (viewer, { id }) => {
    await readNotifications(viewer, id);
    refresh();
    return {};
  },
);

export const unsubscribeAction = publicAction(
  "unsubscribeAction",
  schema.unsubscribeInput,
  async (_viewer, { token }) => {
    if (!(await unsubscribe(token))) throw new DomainError("linkExpired");
    return {};
  },
);
