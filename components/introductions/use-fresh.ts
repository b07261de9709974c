"use client";

import { useEffect, useState } from "react";
import { listenLive } from "#components/live/connection.ts";
import { useRouter } from "#lib/i18n/navigation.ts";

const PAUSE_MS = 1000;

/** Draws the page anew soon after a case has changed, once for several; not while it is `held`, under a hand that drags or writes. */
export function useFresh(held: boolean): void {
  const router = useRouter();
  const [stale, setStale] = useState(false);
  useEffect(() => listenLive({ case: () => setStale(true) }, { query: () => "board=1" }), []);
  useEffect(() => {
    if (!stale || held) return;
    const timer = setTimeout(() => {
      setStale(false);
      router.refresh();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [stale, held, router]);
}
