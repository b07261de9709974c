import { getLocale } from "next-intl/server";
import { formatterOf } from "#lib/i18n/format.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";

/** As `useFormat`, where a component waits for data. */
export const getFormat = async () => formatterOf((await getLocale()) as AppLocale);
