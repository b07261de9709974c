import { useTranslations } from "next-intl";
import { env } from "#lib/env.ts";
import { Link } from "#lib/i18n/navigation.ts";

/** The foot of public pages. Licence numbers stand here once they are configured. */
export function Footer() {
  const t = useTranslations("layout");
  const links = [
    ["/privacy", "privacy"],
    ["/accessibility", "accessibility"],
    ["/contact", "contact"],
  ] as const;
  const { BRIDGE_EMBEDDED, LICENCE_NUMBERS } = env();
  return (
    <footer className="mt-auto bg-footer text-sm text-footer-text print:hidden">
      <div className="mx-auto grid max-w-6xl gap-x-10 gap-y-4 px-4 py-8 sm:px-6 md:grid-cols-[1fr_auto] md:items-center">
        <div>
          <p className="font-semibold text-white">{t("station")}</p>
          <p>{t("footer.offices")}</p>
          <p>{t("footer.free")}</p>
          {LICENCE_NUMBERS && <p>{LICENCE_NUMBERS}</p>}
          {BRIDGE_EMBEDDED && <p>{t("demo")}</p>}
        </div>
        <nav aria-label={t("footer.label")}>
          <ul className="flex flex-wrap gap-x-6">
            {links.map(([href, key]) => (
              <li key={href}>
                <Link
                  href={href}
                  className="flex min-h-11 items-center text-white no-underline hover:underline"
                >
                  {t(`footer.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
