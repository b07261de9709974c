import { z } from "zod";
import { email, optionalText, text } from "#lib/forms.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { OFFICES } from "#lib/terms/terms.ts";

export const TOPICS = [
  "talent",
  "matching",
  "enterprise",
  "policy",
  "cooperation",
  "privacy",
  "other",
] as const;
export const MESSAGE_STATUSES = ["OPEN", "ANSWERED", "CLOSED"] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const contactInput = z.strictObject({
  office: z.enum(OFFICES),
  topic: z.enum(TOPICS),
  name: text(80),
  email: email(),
  body: text(4000),
  /** not shown to people: who fills it in is a program */
  website: optionalText(200),
});
export type ContactInput = z.output<typeof contactInput>;

const row = { messageId: z.uuid("notFound"), version: z.coerce.number().int() };
export const answerInput = z.strictObject({ ...row, answer: text(4000) });
export const handOverInput = z.strictObject({ ...row, note: text(500) });
export const closeInput = z.strictObject({ ...row, reason: optionalText(500) });

export type MessageSummary = {
  id: string;
  status: MessageStatus;
  topic: (typeof TOPICS)[number];
  name: string;
  /** its first words */
  excerpt: string;
  locale: AppLocale;
  office: (typeof OFFICES)[number];
  officeSince: Date;
  createdAt: Date;
};

export type MessageDetail = Omit<MessageSummary, "excerpt"> & {
  email: string;
  body: string;
  answer: string | null;
  answeredAt: Date | null;
  version: number;
  /** it lies with the viewer's office, or the viewer is an administrator, and it is open */
  can: { answer: boolean; handOver: boolean; close: boolean };
};
