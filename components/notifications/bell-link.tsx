"use client";

import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { listenLive } from "#components/live/connection.ts";
import { Link } from "#lib/i18n/navigation.ts";

/** Counts along without a reload. Without JavaScript it shows what was true when the page was made. */
export function BellLink({ unread }: { unread: number }) {
  const t = useTranslations("ui");
  const [count, setCount] = useState(unread);
  useEffect(() => setCount(unread), [unread]);
  useEffect(() => listenLive({ bell: setCount }), []);
  return (
    <Link
      href="/notifications"
      aria-label={t("bell", { count })}
      className="relative flex min-h-11 min-w-11 items-center justify-center rounded-md text-slate hover:bg-sea-50 hover:text-sea-800"
    >
      <Bell aria-hidden className="size-5" />
      {count > 0 && (
        <span
          aria-hidden
          className="absolute top-1 right-0.5 min-w-5 rounded-full bg-bau-fill px-1 text-center text-xs leading-5 font-semibold text-white tabular-nums"
        >
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Link>
  );
}
