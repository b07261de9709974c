import { expect, test } from "vitest";
import { LOCALES } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages.ts";
import { render } from "#lib/mail/render.ts";
import { MatchStatus } from "#prisma/generated/enums.ts";
import {
  APPROVE_REASONS,
  ASSIGNEES,
  BANDS,
  CANDIDATE_DECLINE_REASONS,
  CONFLICT_FILTERS,
  DECLINE_REASONS,
  ORIGINS,
  REJECT_REASONS,
} from "./schema.ts";

process.env.DATABASE_URL ??= "postgresql://nobody@localhost/none";
process.env.AUTH_SECRET ??= "a secret for tests that is long enough";

const at = (tree: unknown, path: string) =>
  path.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree);

/** Keys that are put together at run time, which no search for literal keys can find. */
const LISTS: [string, readonly string[]][] = [
  ["matches.status", Object.values(MatchStatus)],
  ["matches.origin", ORIGINS],
  ["matches.reasonCodes", [...APPROVE_REASONS, ...REJECT_REASONS]],
  ["matches.invitations.declineCodes", DECLINE_REASONS],
  ["introductions.decline.codes", CANDIDATE_DECLINE_REASONS],
  ["matches.queue.bandValue", BANDS],
  ["matches.queue.conflictsValue", CONFLICT_FILTERS],
  ["matches.queue.assigneeValue", ASSIGNEES],
  ["matches.invitations.stage", ["now", "nowText", "accepted", "both", "bothText"]],
  ["matches.fitting.show", ["fits", "saved", "interest"]],
  ["matches.fitting.standing", ["waiting", "underWay", "answered"]],
  ["introductions.state", ["waiting", "introduced", "declined", "ended"]],
  ["introductions.groups", ["waiting", "introduced", "declined", "ended"]],
];

test.each(LISTS)("%s has words for each of its values in all three languages", (path, values) => {
  for (const locale of LOCALES)
    for (const value of values)
      expect(at(messagesOf(locale), `${path}.${value}`), `${locale} ${path}.${value}`).toBeTypeOf("string");
});

const MAILS = Object.keys(messagesOf("en")["mail-matches"]!);

test.each(MAILS)("the mail “%s” is complete in all three languages and names the need only", async (name) => {
  for (const locale of LOCALES) {
    const mail = await render({
      locale,
      template: `matches.${name}`,
      params: { title: "海上風電", code: "T-7QK3M", until: "1 Dec", cause: "filled" },
      path: "/talent/needs",
    });
    expect(mail.subject).toContain("海上風電");
    expect(mail.text).toContain(`/${locale}/talent/needs`);
    expect(`${mail.subject}${mail.text}`).not.toMatch(/[{}]/);
  }
});
