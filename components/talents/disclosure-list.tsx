import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { Disclosures, OwnDisclosure } from "#lib/talents/ledger-queries.ts";
import { useReceipt } from "./consent-row.tsx";
import { usePurpose } from "./seen-card.tsx";

/** Who saw what, when, why and under which consent. */
export function DisclosureList({ disclosures, older, later }: Disclosures & { later: boolean }) {
  const t = useTranslations("talents.privacy");
  const categories = useTranslations("consents.categories");
  const offices = useTranslations("terms.offices");
  const purpose = usePurpose();
  const receipt = useReceipt();
  const who = ({ enterprise, office }: OwnDisclosure) =>
    enterprise ?? (office ? offices(office) : t("administration"));
  return (
    <Card aria-labelledby="disclosures">
      <h2 id="disclosures" className="mb-2 text-lg">
        {t("disclosures")}
      </h2>
      <p className="mb-3 text-sm text-slate">{t("disclosuresText")}</p>
      {disclosures.length === 0 && <p className="text-slate">{t("nobody")}</p>}
      <ul>
        {disclosures.map((one) => (
          <li
            key={one.id}
            className="grid gap-x-6 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <p className="font-semibold [overflow-wrap:anywhere]">{who(one)}</p>
            <p className="text-sm text-mute sm:text-right">
              <DateText value={one.at} time />
            </p>
            <p className="text-slate sm:col-span-2">
              {purpose(one.purpose)} · {one.categories.map((name) => categories(name)).join(" · ")}
            </p>
            {one.need && (
              <p className="text-slate [overflow-wrap:anywhere] sm:col-span-2">
                {t("forNeed")} <span lang={langTag(one.need.lang)}>{one.need.title}</span> · {one.need.code}
              </p>
            )}
            {one.consentId && (
              <p className="text-sm sm:col-span-2">
                <a
                  href={receipt("html", one.consentId)}
                  download
                  className="inline-flex min-h-11 items-center text-sea-700 underline underline-offset-4 sm:min-h-6"
                >
                  {t("under")}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6">
        {later && (
          <Link href="/talent/privacy#disclosures" className={LINK}>
            {t("newest")}
          </Link>
        )}
        {older && (
          <Link href={`/talent/privacy?after=${older}#disclosures`} className={LINK}>
            {t("older")}
          </Link>
        )}
      </p>
    </Card>
  );
}

const LINK = "mt-2 inline-flex min-h-11 items-center font-semibold text-sea-700 underline";
