import { createNavigation } from "next-intl/navigation";
import { LOCALES } from "./locales.ts";

/** `Link`, `redirect` and friends that keep the language of the page. Paths are written without the language. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation({
  locales: LOCALES,
  defaultLocale: "zh-Hant",
  localePrefix: "always",
  localeCookie: false,
});
