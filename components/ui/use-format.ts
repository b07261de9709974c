import { useLocale } from "next-intl";
import { formatterOf } from "#lib/i18n/format.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";

/** In place of next-intl's own, which writes English dates month first. */
export const useFormat = () => formatterOf(useLocale() as AppLocale);
