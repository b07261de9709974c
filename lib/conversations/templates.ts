import type { AppLocale } from "#lib/i18n/locales.ts";
import type { ThreadParty } from "#prisma/generated/enums.ts";
import data from "./templates.json" with { type: "json" };

type Texts = Record<AppLocale, string>;
type Template = { id: string; parties: string[]; title: Texts; text: Texts };

/** What the placeholders of a template stand for. */
export type Names = { talent: string; enterprise: string; need: string; officer: string };

/**
 * Templates for a thread: titles in the officer's language, texts in that of whoever reads them. Where the two sides read
 * different languages, a text for both stands there in both.
 */
export function templatesFor(
  party: ThreadParty,
  languages: { TALENT: AppLocale; ENTERPRISE: AppLocale },
  officer: AppLocale,
  names: Names,
): { id: string; title: string; text: string }[] {
  const readers = [
    ...new Set(party === "ALL" ? [languages.TALENT, languages.ENTERPRISE] : [languages[party]]),
  ];
  return (data as Template[])
    .filter(({ parties }) => parties.includes(party))
    .map(({ id, title, text }) => ({
      id,
      title: title[officer],
      text: readers.map((locale) => fill(text[locale], names)).join("\n\n— — —\n\n"),
    }));
}

const fill = (text: string, names: Names) =>
  text.replace(/\{(talent|enterprise|need|officer)\}/g, (_, name: keyof Names) => names[name]);
