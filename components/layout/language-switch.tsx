"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type AppLocale, LOCALES, langTag } from "#lib/i18n/locales.ts";

const SHORT: Record<AppLocale, string> = { "zh-Hans": "简", "zh-Hant": "繁", en: "EN" };
const FULL: Record<AppLocale, string> = { "zh-Hans": "简体中文", "zh-Hant": "繁體中文", en: "EN · English" };

/** The same page, with its query, in the other languages. Whole page loads, so that `lang` and the fonts follow. */
export function LanguageSwitch({ label }: { label: string }) {
  const [, current, ...rest] = usePathname().split("/");
  const query = useSearchParams().toString();
  return (
    <nav aria-label={label}>
      <ul className="flex items-center text-[15px]">
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={`/${[locale, ...rest].join("/")}${query ? `?${query}` : ""}`}
              hrefLang={langTag(locale)}
              lang={langTag(locale)}
              aria-label={FULL[locale]}
              aria-current={locale === current ? "true" : undefined}
              className="flex min-h-11 min-w-9 items-center justify-center rounded-md text-slate no-underline hover:text-sea-800 hover:underline aria-[current]:font-bold aria-[current]:text-ink"
            >
              {SHORT[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
