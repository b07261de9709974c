import { getLocale, getTranslations } from "next-intl/server";
import { caseHref } from "#components/introductions/case-paths.ts";
import { Messages } from "#components/ui/messages.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { PARTIES } from "#lib/conversations/limits.ts";
import { writeCursor } from "#lib/conversations/live.ts";
import { getConversation, listMessages } from "#lib/conversations/queries.ts";
import type { Person } from "#lib/conversations/schema.ts";
import { templatesFor } from "#lib/conversations/templates.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import { CASE_FILE_ACCEPT } from "#lib/introductions/file-kinds.ts";
import { Composer } from "./composer.tsx";
import { ThreadView } from "./thread-view.tsx";

type Asked = { thread?: string; before?: string };

/** The conversation of a case, one thread at a time. */
export async function Conversation({
  viewer,
  case: of,
  asked,
}: {
  viewer: Viewer;
  case: CaseFrame;
  asked: Asked;
}) {
  const party = PARTIES.find((one) => one.toLowerCase() === asked.thread) ?? "ALL";
  const thread = { introductionId: of.id, party };
  const locale = (await getLocale()) as AppLocale;
  const before = /^\d{1,8}$/.test(asked.before ?? "") ? Number(asked.before) : undefined;
  const [found, page] = [
    await getConversation(viewer, thread),
    await listMessages(viewer, thread, { before }, locale),
  ];
  // a thread that this side does not have
  if (!found || !page) return null;
  const t = await getTranslations("conversations");
  const href = (name: string) => `${caseHref(of, "conversation")}?thread=${name.toLowerCase()}`;
  const label = (name: (typeof PARTIES)[number]) =>
    name === "ALL" ? t("threads.ALL") : t(`threads.${name}.${of.side === "STAFF" ? "STAFF" : name}` as never);
  const own = found.threads.find((one) => one.party === party);
  const names = [...found.people.map(({ name }) => name), viewer.name];
  return (
    <div className="max-w-5xl">
      <Tabs
        label={t("threads.label")}
        items={found.threads.map((one) => ({
          href: href(one.party),
          label: label(one.party),
          count: one.party !== party && one.unread > 0 ? one.unread : undefined,
          active: one.party === party,
        }))}
      />
      <Messages only={["conversations"]}>
        <Card className="bg-mist! shadow-none!">
          <p className="mb-4 text-sm text-slate">
            {party === "ALL"
              ? t("who.ALL")
              : t(`who.${party}.${of.side === "STAFF" ? "STAFF" : party}` as never)}
          </p>
          <ThreadView
            key={`${party}-${before ?? ""}`}
            thread={thread}
            initial={page}
            unread={own?.unread ?? 0}
            since={writeCursor(new Map(found.threads.map((one) => [one.party, one.lastSeq])))}
            names={names}
            href={href(party)}
          />
        </Card>
        <div className="mt-5">
          {found.writable ? (
            // the list of people to name opens above the field and reaches beyond the card
            <Card className="overflow-visible!">
              <Composer
                key={party}
                thread={thread}
                account={viewer.accountId ?? ""}
                people={found.people}
                templates={ready(of, viewer, found.languages, party, found.people, locale)}
                accept={CASE_FILE_ACCEPT}
              />
            </Card>
          ) : (
            <Notice tone="sea" title={t("closed.title")}>
              <p>{t("closed.text")}</p>
            </Notice>
          )}
        </div>
      </Messages>
    </div>
  );
}

/** Templates for staff, with the names of this case in them. */
function ready(
  of: CaseFrame,
  viewer: Viewer,
  languages: { TALENT: AppLocale; ENTERPRISE: AppLocale } | null,
  party: (typeof PARTIES)[number],
  people: Person[],
  locale: AppLocale,
) {
  if (!languages) return [];
  return templatesFor(party, languages, locale, {
    talent: people.find(({ side }) => side === "TALENT")?.name ?? of.talent.name ?? of.talent.code,
    enterprise: of.enterprise.name,
    need: of.need.title,
    officer: viewer.name,
  });
}
