"use server";

import { refresh } from "next/cache";
import { action, publicAction } from "#lib/action.ts";
import { callerAddress } from "#lib/auth/current.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { filesOf, withUploads } from "#lib/introductions/files.ts";
import { markThreadRead, sendMessage } from "./commands.ts";
import { MOST_FILES } from "./limits.ts";
import { replyByLink } from "./reply-commands.ts";
import * as schema from "./schema.ts";

export const sendMessageAction = action(
  "sendMessageAction",
  schema.sendInput,
  async (viewer, input, { form, key, locale }) => {
    const files = await filesOf(form, "files");
    const seq = await withUploads(files.slice(0, MOST_FILES + 1), { path: "files", locale }, (uploads) =>
      sendMessage(viewer, input, { uploads, key }),
    );
    refresh();
    return { data: { seq } };
  },
);

export const markThreadReadAction = action(
  "markThreadReadAction",
  schema.readInput,
  async (viewer, { seq, ...ref }) => {
    await markThreadRead(viewer, ref, seq);
    refresh();
    return {};
  },
);

export const replyByLinkAction = publicAction(
  "replyByLinkAction",
  schema.replyInput,
  async (_viewer, input, { key, locale }) => {
    await throttle(LIMITS.reply, await callerAddress());
    await replyByLink(input, key);
    // the page comes again without its form, so that nobody sends the same twice
    redirect({ href: `/reply?token=${encodeURIComponent(input.token)}&done=sent`, locale });
  },
);
