"use client";

import { useKeys } from "./keys.ts";

/** j and k move through the rows of the queue; Enter opens the one in focus, as for every link. */
export function QueueKeys() {
  const step = (by: number) => {
    const rows = [...document.querySelectorAll<HTMLAnchorElement>("a[data-queue-row]")];
    const at = rows.indexOf(document.activeElement as HTMLAnchorElement);
    rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return null;
}
