import { type AppLocale, LOCALES } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** One text in the languages that it exists in. */
export type Texts = Partial<Record<AppLocale, string>>;

/** Words of the product, such as the name of a sort of meeting, in every language. */
export const wordsIn = (namespace: string, key: string): Texts =>
  Object.fromEntries(LOCALES.map((locale) => [locale, translator(locale, namespace)(key)]));

/** Facts of a notification. A Date is shown in the reader's language by `{name, date, long}` or `{name, time, short}`. */
export type Params = Record<string, string | number | Date | Texts>;

/** JSON knows no dates: they are stored as `{ at }`. */
export const storeParams = (params: Params): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      value instanceof Date ? { at: value.toISOString() } : value,
    ]),
  );

/** What rows do not have that were stored before their texts named it. */
const BEFORE = { title: "none", whose: "OWN" };

export const readParams = (stored: Prisma.JsonValue): Params => ({
  ...BEFORE,
  ...Object.fromEntries(
    Object.entries((stored ?? {}) as Record<string, string | number | { at: string } | Texts>).map(
      ([name, value]) => [
        name,
        typeof value === "object" && "at" in value ? new Date(value.at) : (value as string | number | Texts),
      ],
    ),
  ),
});

/** As a reader's language says them; a text that it lacks in the one it was written in. */
export const paramsIn = (locale: AppLocale, params: Params): Record<string, string | number | Date> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "object" && !(value instanceof Date)
        ? (value[locale] ?? Object.values(value)[0] ?? "")
        : value,
    ]),
  );
