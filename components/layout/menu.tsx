"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "#components/ui/cx.ts";

// whole class names, because Tailwind reads them from the source
const anchors = {
  main: ["[anchor-name:--menu-main]", "[position-anchor:--menu-main]"],
  more: ["[anchor-name:--menu-more]", "[position-anchor:--menu-more]"],
  account: ["[anchor-name:--menu-account]", "[position-anchor:--menu-account]"],
} as const;

/** A button that opens a panel below it. The browser's own popover: opens without JavaScript, closes on Escape and outside. */
export function Menu({
  id,
  label,
  children,
  button,
  className,
}: {
  id: keyof typeof anchors;
  /** said aloud where the button shows only an icon */
  label?: string;
  button: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const path = usePathname();
  // a new page closes the menu it was chosen from
  useEffect(() => panel.current?.hidePopover(), [path]);
  return (
    <>
      <button
        type="button"
        popoverTarget={`menu-${id}`}
        aria-label={label}
        className={cx(
          "flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-1.5 rounded-md px-2 text-slate hover:bg-sea-50 hover:text-sea-800",
          anchors[id][0],
          className,
        )}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={`menu-${id}`}
        popover="auto"
        className={cx(
          "menu-panel w-64 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-paper p-2 text-ink shadow-card",
          anchors[id][1],
        )}
      >
        {children}
      </div>
    </>
  );
}
