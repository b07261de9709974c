import { z } from "zod";
import { optionalText, text, whole } from "#lib/forms.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { CaseSide, MessageChannel, Office, ThreadParty } from "#prisma/generated/enums.ts";
import { LONGEST, PARTIES } from "./limits.ts";

const threadFields = { introductionId: z.uuid(), party: z.enum(PARTIES) };
export const sendInput = z.strictObject({ ...threadFields, body: optionalText(LONGEST) });
export const readInput = z.strictObject({ ...threadFields, seq: whole(0, 10_000_000) });
export const replyInput = z.strictObject({
  token: z.string().min(20).max(100),
  body: text(LONGEST),
  /** the number of the message that the page showed */
  seen: whole(0, 10_000_000),
});

export type ThreadRef = { introductionId: string; party: ThreadParty };

export type MessageView = {
  id: string;
  seq: number;
  mine: boolean;
  /** null where the reader may not know it, and of an erased account */
  author: string | null;
  side: CaseSide;
  office: Office | null;
  body: string;
  lang: AppLocale;
  /** the other Chinese script shows something else */
  convertible: boolean;
  /** it names the reader */
  forMe: boolean;
  channel: MessageChannel;
  files: { id: string; filename: string; size: number }[];
  /** ISO 8601 */
  at: string;
};

export type ThreadSummary = { party: ThreadParty; lastSeq: number; unread: number };
/** How far people have read; staff only. */
export type Reader = { name: string; side: CaseSide; seq: number };

export type Page = { messages: MessageView[]; earlier: boolean; readers: Reader[] };

/** Somebody who can be named by @. */
export type Person = { id: string; name: string; side: CaseSide };
