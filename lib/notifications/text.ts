import type { AppLocale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import { type Kind, templateOf } from "./kinds.ts";
import { type Params, paramsIn } from "./params.ts";

/** The line of a notification in its reader's language. Throws when a fact is missing. */
export function notificationText(locale: AppLocale, kind: Kind, params: Params): string {
  const [area, name] = templateOf(kind).split(".");
  return translator(locale, `mail-${area}`)(`${name}.subject`, paramsIn(locale, params));
}
