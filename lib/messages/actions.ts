"use server";

import { action, publicAction } from "#lib/action.ts";
import { callerAddress } from "#lib/auth/current.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import {
  answerContactMessage,
  closeContactMessage,
  handOverContactMessage,
  sendContactMessage,
} from "./commands.ts";
import * as schema from "./schema.ts";

export const sendContactMessageAction = publicAction(
  "sendContactMessageAction",
  schema.contactInput,
  async (_viewer, input, { locale, key }) => {
    await throttle(LIMITS.contact, await callerAddress());
    await sendContactMessage(input, locale, key);
    redirect({ href: `/contact?sent=${input.office}`, locale });
  },
);

export const answerContactMessageAction = action(
  "answerContactMessageAction",
  schema.answerInput,
  async (viewer, { messageId, ...input }, { locale }) => {
    await answerContactMessage(viewer, messageId, input);
    redirect({ href: `/staff/messages/${messageId}`, locale });
  },
);

export const handOverContactMessageAction = action(
  "handOverContactMessageAction",
  schema.handOverInput,
  async (viewer, { messageId, ...input }, { locale }) => {
    await handOverContactMessage(viewer, messageId, input);
    redirect({ href: `/staff/messages/${messageId}`, locale });
  },
);

export const closeContactMessageAction = action(
  "closeContactMessageAction",
  schema.closeInput,
  async (viewer, { messageId, ...input }, { locale }) => {
    await closeContactMessage(viewer, messageId, input);
    redirect({ href: "/staff/messages", locale });
  },
);
