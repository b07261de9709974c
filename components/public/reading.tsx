import { useLocale, useTranslations } from "next-intl";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { convertible } from "#lib/matches/script.ts";

/** In which language a text was written; where that is the other Chinese script, a way to read it in one's own, or back. */
export function Reading({
  written,
  converted,
  href,
}: {
  written: AppLocale;
  converted: boolean;
  href: string;
}) {
  const t = useTranslations("public.need");
  const terms = useTranslations("terms");
  const locale = useLocale() as AppLocale;
  if (written === locale) return null;
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 text-[15px] text-slate">
      <span>
        {t.rich("original", {
          language: terms(`locales.${written}`),
          own: (chunks) => <span lang={langTag(written)}>{chunks}</span>,
        })}
      </span>
      {convertible(written, locale) && (
        <Link
          href={converted ? href : `${href}?read=1`}
          className="inline-flex min-h-11 items-center font-semibold text-sea-700 underline"
        >
          {converted ? t("readOriginal") : t("readIn", { language: terms(`locales.${locale}`) })}
        </Link>
      )}
    </p>
  );
}
