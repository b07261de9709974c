import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AppLocale } from "./locales.ts";

const FOLDER = path.join(process.cwd(), "lib/i18n/messages");
type Messages = Record<string, Record<string, unknown>>;
const cache = new Map<AppLocale, Messages>();

/** All messages of a language: a file is a namespace, e.g. `needs.json` holds `needs.*`. */
export function messagesOf(locale: AppLocale): Messages {
  const cached = cache.get(locale);
  if (cached && process.env.NODE_ENV === "production") return cached;
  const folder = path.join(FOLDER, locale);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const messages = Object.fromEntries(
    files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(path.join(folder, file), "utf8"))]),
  );
  cache.set(locale, messages);
  return messages;
}
