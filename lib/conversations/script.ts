import type { AppLocale } from "#lib/i18n/locales.ts";
import { converter } from "#lib/matches/script.ts";

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}{2,}/gu;

/** What a text is written in, as far as its characters tell; both Chinese scripts alike follow the writer's language. */
export function scriptOf(text: string, writer: AppLocale): AppLocale {
  const han = [...text].filter((character) => HAN.test(character)).length;
  if (han === 0) return "en";
  if ((text.match(LATIN)?.length ?? 0) > han) return "en";
  if (converter("zh-Hant", "zh-Hans")(text) !== text) return "zh-Hant";
  if (converter("zh-Hans", "zh-Hant")(text) !== text) return "zh-Hans";
  return writer === "en" ? "zh-Hans" : writer;
}

/** The text for a reader of the other Chinese script; null when nothing would change. */
export function convertedFor(text: string, written: AppLocale, reader: AppLocale): string | null {
  const shown = converter(written, reader)(text);
  return shown === text ? null : shown;
}
