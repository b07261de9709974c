"use client";

import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
import { Link, usePathname } from "#lib/i18n/navigation.ts";

export type NavItem = { href: string; label: string; icon?: ReactNode; count?: number; exact?: boolean };

const looks = {
  bar: {
    list: "flex items-center gap-1",
    link: "flex min-h-11 items-center gap-1.5 rounded-md px-3 whitespace-nowrap text-slate no-underline hover:bg-sea-50 hover:text-sea-800 aria-[current]:bg-sea-50 aria-[current]:font-semibold aria-[current]:text-sea-800 forced-colors:aria-[current]:underline",
  },
  menu: {
    list: "grid",
    link: "flex min-h-11 items-center gap-3 rounded-md px-3 no-underline hover:bg-sea-50 aria-[current]:bg-sea-50 aria-[current]:font-semibold aria-[current]:text-sea-800 forced-colors:aria-[current]:underline",
  },
  tabs: {
    list: "grid auto-cols-fr grid-flow-col",
    link: "relative flex min-h-16 flex-col items-center justify-center gap-1 px-0.5 text-center text-xs leading-tight text-slate no-underline aria-[current]:font-semibold aria-[current]:text-bau-700 forced-colors:aria-[current]:underline",
  },
} as const;

/** The current item is worked out here and not in a layout, because a layout stays as it was when one moves between pages. */
export function NavLinks({ items, look }: { items: NavItem[]; look: keyof typeof looks }) {
  const path = usePathname();
  return (
    <ul className={looks[look].list}>
      {items.map((item) => {
        const current = item.exact
          ? path === item.href
          : path === item.href || path.startsWith(`${item.href}/`);
        return (
          <li key={item.href}>
            <Link href={item.href} aria-current={current ? "page" : undefined} className={looks[look].link}>
              {item.icon}
              <span>{item.label}</span>
              {!!item.count && (
                <span
                  className={cx(
                    "font-semibold tabular-nums",
                    look === "tabs" &&
                      "absolute top-1.5 left-1/2 ml-2 min-w-5 rounded-full bg-bau-fill px-1 text-[11px] leading-5 text-white",
                  )}
                >
                  {item.count > 99 && look === "tabs" ? "99+" : item.count}
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
