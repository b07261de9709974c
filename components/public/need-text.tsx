import { useTranslations } from "next-intl";
import { UserText } from "#components/ui/user-text.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { OpenNeed } from "#lib/needs/views.ts";

/** What the enterprise wrote. `read` turns its characters into the reader's script, `locale` is the script that results. */
export function NeedText({
  need,
  locale,
  read,
}: {
  need: OpenNeed;
  locale: AppLocale;
  read: (text: string) => string;
}) {
  const t = useTranslations("public.need");
  const lists = [
    ["duties", need.duties],
    ["mustHave", need.mustHave],
    ["preferred", need.preferred],
  ] as const;
  return (
    <>
      {need.description && (
        <section>
          <h2 className="text-xl">{t("about")}</h2>
          <UserText locale={locale} className="mt-2.5 leading-[1.75]">
            {read(need.description)}
          </UserText>
        </section>
      )}
      {lists.map(
        ([key, lines]) =>
          lines.length > 0 && (
            <section key={key} className="mt-8">
              <h2 className="text-xl">{t(key)}</h2>
              <ul className="mt-2.5 grid list-disc gap-1.5 pl-5 leading-[1.75] marker:text-sea-500">
                {lines.map((line, index) => (
                  <li key={index}>
                    <UserText as="span" locale={locale}>
                      {read(line)}
                    </UserText>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {need.ipTerms && (
        <section className="mt-8">
          <h2 className="text-xl">{t("ip")}</h2>
          <UserText locale={locale} className="mt-2.5 leading-[1.75]">
            {read(need.ipTerms)}
          </UserText>
        </section>
      )}
    </>
  );
}
