import type { ReactNode } from "react";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";

/** What somebody has written, with the names that it calls by @ set off. */
export function MessageText({ body, lang, names }: { body: string; lang: AppLocale; names: string[] }) {
  return (
    <p lang={langTag(lang)} dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-line">
      {withNames(body, names)}
    </p>
  );
}

function withNames(body: string, names: string[]): ReactNode {
  const byLength = names.filter(Boolean).sort((a, b) => b.length - a.length);
  if (byLength.length === 0) return body;
  const escaped = byLength.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return body.split(new RegExp(`(@(?:${escaped.join("|")}))`)).map((part, index) =>
    index % 2 ? (
      <strong key={`${index}${part}`} className="text-sea-700">
        {part}
      </strong>
    ) : (
      part
    ),
  );
}
