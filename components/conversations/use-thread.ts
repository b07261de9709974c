"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { listenLive } from "#components/live/connection.ts";
import { PAGE_SIZE } from "#lib/conversations/limits.ts";
import type { MessageView, Page, Reader, ThreadRef } from "#lib/conversations/schema.ts";

/** A page of messages in the order of their numbers, each once. */
export const merged = (known: MessageView[], more: MessageView[]): MessageView[] =>
  [...new Map([...known, ...more].map((one) => [one.seq, one])).values()].sort((a, b) => a.seq - b.seq);

type Options = {
  ref: ThreadRef;
  initial: Page;
  lang: string;
  /** how far the page got with each thread when it was made */
  since: string;
  /** something beside this thread has changed */
  onChange(): void;
};

/** The messages of a thread, kept up to date for as long as the page is open. */
export function useThread({ ref, initial, lang, since, onChange }: Options) {
  const [messages, setMessages] = useState(initial.messages);
  const [readers, setReaders] = useState<Reader[]>(initial.readers);
  const [earlier, setEarlier] = useState(initial.earlier);
  const [connected, setConnected] = useState(true);
  const [over, setOver] = useState(false);
  const last = useRef(initial.messages.at(-1)?.seq ?? 0);
  const changed = useRef(onChange);
  changed.current = onChange;
  const { introductionId, party } = ref;

  const fetchPage = useCallback(
    async (query: string): Promise<Page | null> => {
      const answer = await fetch(`/api/conversations/${introductionId}/${party}?${query}&lang=${lang}`, {
        cache: "no-store",
      });
      return answer.ok ? answer.json() : null;
    },
    [introductionId, party, lang],
  );

  /** Everything after what is there; asks again while pages are full, and leaves it to the next word when it fails. */
  const catchUp = useCallback(async () => {
    for (;;) {
      const page = await fetchPage(`after=${last.current}`).catch(() => null);
      if (!page) return;
      setReaders(page.readers);
      const newest = page.messages.at(-1)?.seq;
      if (newest === undefined) return;
      last.current = Math.max(last.current, newest);
      setMessages((known) => merged(known, page.messages));
      if (page.messages.length < PAGE_SIZE) return;
    }
  }, [fetchPage]);

  // the server has drawn the page anew
  useEffect(() => {
    setMessages((known) => merged(known, initial.messages));
    setReaders(initial.readers);
    last.current = Math.max(last.current, initial.messages.at(-1)?.seq ?? 0);
  }, [initial]);

  const cursor = useRef(since);
  cursor.current = since;
  useEffect(
    () =>
      listenLive(
        {
          message: (news) => {
            if (news.party !== party) changed.current();
            else if (news.to > last.current) void catchUp();
          },
          read: () => void catchUp(),
          case: () => changed.current(),
          // what was said goes from the screen, before the page itself leads elsewhere
          shut: () => {
            setMessages([]);
            setEarlier(false);
            changed.current();
          },
          over: () => setOver(true),
          connected: (is) => {
            setConnected(is);
            if (is) void catchUp();
          },
        },
        { id: introductionId, since: () => cursor.current },
      ),
    [introductionId, party, catchUp],
  );

  const loadEarlier = async () => {
    const first = messages[0]?.seq;
    const page = first === undefined ? null : await fetchPage(`before=${first}`).catch(() => null);
    if (!page) return;
    setEarlier(page.earlier);
    setMessages((known) => merged(known, page.messages));
  };
  return { messages, readers, earlier, connected, over, loadEarlier, catchUp };
}
