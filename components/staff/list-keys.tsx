"use client";

import { useEffect } from "react";

const ROWS = "[data-row-link]";
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function move(by: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.findIndex((row) => row.closest("tr, li")?.contains(document.activeElement));
  const next =
    rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
  next?.focus();
  next?.closest("tr, li")?.scrollIntoView({ block: "nearest" });
}

/** Moves through a list by keyboard: j, k, x to select, / to search. Enter opens the row's link by itself. */
export function ListKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector("dialog[open]")) return;
      const box = event.target instanceof HTMLInputElement && event.target.type === "checkbox";
      if (typing(event.target) && !box) return;
      if (event.key === "j") move(1);
      else if (event.key === "k") move(-1);
      else if (event.key === "x")
        document.activeElement
          ?.closest("tr, li")
          ?.querySelector<HTMLInputElement>("input[type=checkbox]")
          ?.click();
      else if (event.key === "/")
        document.querySelector<HTMLInputElement>("main input[type=search]")?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}
