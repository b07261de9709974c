"use client";

import { useEffect, useRef } from "react";

/** Brings the current one of a row that is swiped into sight, without moving the page. */
export function IntoView() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const item = mark.current?.closest("li");
    const row = mark.current?.closest("nav");
    if (item && row) row.scrollLeft = item.offsetLeft - (row.clientWidth - item.clientWidth) / 2;
  }, []);
  return <span ref={mark} />;
}
