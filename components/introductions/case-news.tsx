"use client";

import { RefreshCw } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { listenLive } from "#components/live/connection.ts";
import { Button } from "#components/ui/button.tsx";
import { useRouter } from "#lib/i18n/navigation.ts";

/** An act of one's own draws the page anew by itself, a moment after the word of it. */
const PATIENCE_MS = 2500;
/** So long after it what changes is what it set going, such as the checklist of a new stage. */
const ECHO_MS = 15_000;

/** Something stands in a field that was not there when the page was drawn. */
const isTyping = () =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main :is(input, textarea)")].some(
    (field) =>
      field.type !== "hidden" &&
      (field.value !== field.defaultValue ||
        (field instanceof HTMLInputElement && field.checked !== field.defaultChecked)),
  );

/**
 * Says on a page of a case that somebody else has changed it, and shows it as it is now when the reader wants: never by itself,
 * because something may be half typed. What follows from the reader's own act is drawn without a word, unless they type again;
 * what is no longer theirs to see goes at once.
 */
export function CaseNews({
  id,
  stamp,
  text,
  show,
}: {
  id: string;
  stamp: string;
  text: string;
  show: string;
}) {
  const router = useRouter();
  const [newest, setNewest] = useState(stamp);
  const [stale, setStale] = useState(false);
  const [busy, start] = useTransition();
  useEffect(
    () =>
      listenLive(
        { case: (news) => setNewest(news.stamp), shut: () => router.refresh() },
        { id, since: () => "0" },
      ),
    [id, router],
  );
  const acted = useRef(0);
  const echoed = useRef("");
  const done = useSearchParams().has("done");
  useEffect(() => {
    // what was drawn for an echo is no act
    if (done && stamp !== echoed.current) acted.current = Date.now();
  }, [done, stamp]);
  useEffect(() => {
    if (newest <= stamp) return setStale(false);
    const timer = setTimeout(() => {
      if (Date.now() - acted.current >= ECHO_MS || isTyping()) return setStale(true);
      echoed.current = newest;
      router.refresh();
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [newest, stamp, router]);
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-20 z-40 flex justify-center empty:hidden lg:bottom-6 print:hidden"
    >
      {stale && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-sea-300 bg-paper px-4 py-2 shadow-card">
          <span>{text}</span>
          <Button tone="quiet" disabled={busy} onClick={() => start(() => router.refresh())}>
            <RefreshCw aria-hidden className="size-4" />
            {show}
          </Button>
        </p>
      )}
    </div>
  );
}
