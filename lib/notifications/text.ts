import type { AppLocale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { Kind } from "./kinds.ts";
import { type Params, paramsIn } from "./params.ts";

/** The line of a notification in its reader's language. Throws when a fact is missing. */
export const notificationText = (locale: AppLocale, kind: Kind, params: Params): string =>
  translator(locale, "mail-notifications")(`${kind}.subject`, paramsIn(locale, params));
