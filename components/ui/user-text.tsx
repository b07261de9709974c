import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { cx } from "./cx.ts";

/** What a person has written: in its own language and direction, with its lines. */
export function UserText({
  children,
  locale,
  as: As = "p",
  className,
}: {
  children: string;
  locale?: AppLocale;
  as?: "p" | "span" | "div";
  className?: string;
}) {
  return (
    <As
      // an empty one says that the language is not known: not that of the page
      lang={locale ? langTag(locale) : ""}
      dir="auto"
      className={cx("[overflow-wrap:anywhere] whitespace-pre-line", className)}
    >
      {children}
    </As>
  );
}
