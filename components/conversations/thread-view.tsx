"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { EmptyState, Notice } from "#components/ui/surface.tsx";
import { IDLE } from "#lib/action-state.ts";
import { markThreadReadAction } from "#lib/conversations/actions.ts";
import type { MessageView, Page, ThreadRef } from "#lib/conversations/schema.ts";
import { dayAt } from "#lib/days.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { Message } from "./message.tsx";
import { useThread } from "./use-thread.ts";

type Props = {
  thread: ThreadRef;
  initial: Page;
  unread: number;
  since: string;
  names: string[];
  /** the page's own address, for those without JavaScript */
  href: string;
};

/** The messages of a thread; new ones come by themselves. */
export function ThreadView({ thread, initial, unread, since, names, href }: Props) {
  const t = useTranslations("conversations");
  const router = useRouter();
  const { messages, readers, earlier, connected, over, loadEarlier } = useThread({
    ref: thread,
    initial,
    lang: useLocale(),
    since,
    onChange: () => router.refresh(),
  });
  const last = messages.at(-1)?.seq ?? 0;
  const alive = useMarkRead(thread, last, unread);
  const end = useEnd(last);
  return (
    <>
      {over && (
        <Notice tone="warn" title={t("over")} live>
          <Button tone="plain" className="mt-2" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        </Notice>
      )}
      {!connected && !over && (
        <p role="status" className="mb-3 rounded-md bg-warn-bg px-4 py-2 text-sm text-warn">
          {t("lost")}
        </p>
      )}
      {earlier && (
        <p className="mb-4 text-center">
          {alive ? (
            <Button tone="quiet" onClick={() => void loadEarlier()}>
              {t("earlier")}
            </Button>
          ) : (
            <ButtonLink tone="quiet" href={`${href}&before=${messages[0]?.seq ?? 0}`}>
              {t("earlier")}
            </ButtonLink>
          )}
        </p>
      )}
      {messages.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      <div role="log" aria-label={t("log")} aria-live="polite">
        <ol className="grid gap-3">
          {messages.map((message, index) => (
            <Row
              key={message.seq}
              message={message}
              before={messages[index - 1]}
              readers={readers.filter(({ seq, name }) => seq === message.seq && name !== message.author)}
              names={names}
            />
          ))}
        </ol>
      </div>
      <div ref={end} />
      {!alive && unread > 0 && (
        <ActionForm id="mark-read" action={markThreadReadAction} className="mt-3 text-right">
          <input type="hidden" name="introductionId" value={thread.introductionId} />
          <input type="hidden" name="party" value={thread.party} />
          <input type="hidden" name="seq" value={last} />
          <SubmitButton tone="quiet">{t("markRead")}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

const dayOf = (message: MessageView) => dayAt(new Date(message.at));

function Row({
  message,
  before,
  ...rest
}: {
  message: MessageView;
  before: MessageView | undefined;
  readers: Page["readers"];
  names: string[];
}) {
  const day = dayOf(message);
  return (
    <>
      {(!before || dayOf(before) !== day) && (
        <li className="my-1 text-center text-sm text-mute">
          <DateText value={day} />
        </li>
      )}
      <Message message={message} {...rest} />
    </>
  );
}

/** What is on a page that somebody looks at is read. Returns whether the page has come alive. */
function useMarkRead(thread: ThreadRef, last: number, unread: number): boolean {
  const [alive, setAlive] = useState(false);
  const marked = useRef(last - unread);
  const { introductionId, party } = thread;
  useEffect(() => {
    setAlive(true);
    const mark = () => {
      if (document.visibilityState !== "visible" || last <= marked.current) return;
      const before = marked.current;
      marked.current = last;
      const form = new FormData();
      for (const [name, value] of Object.entries({ introductionId, party, seq: String(last) }))
        form.set(name, value);
      startTransition(async () => {
        const { status } = await markThreadReadAction(IDLE, form).catch(() => ({ status: "failed" }));
        // without a connection it stays unread, and is marked with the next message
        if (status === "failed") marked.current = before;
      });
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [introductionId, party, last]);
  return alive;
}

/** Keeps the newest message in view for whoever is at the end. */
function useEnd(last: number) {
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(last);
  useEffect(() => {
    if (last === seen.current) return;
    seen.current = last;
    const rest = document.documentElement.scrollHeight - window.scrollY - window.innerHeight;
    if (rest < 600) end.current?.scrollIntoView({ block: "nearest" });
  }, [last]);
  return end;
}
