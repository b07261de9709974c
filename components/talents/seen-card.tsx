import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { OwnDisclosure } from "#lib/talents/ledger-queries.ts";

/** Purposes come from several domains; one without a text of its own is shown as "other". */
export function usePurpose() {
  const t = useTranslations("consents.disclosures");
  return (purpose: string) => t(t.has(purpose) ? purpose : "other");
}

/** Who saw the person's data last, and whether any enterprise did. */
export function SeenCard({
  disclosures,
  enterprises,
}: {
  disclosures: OwnDisclosure[];
  enterprises: number;
}) {
  const t = useTranslations("talents.home");
  const terms = useTranslations("terms.offices");
  const purpose = usePurpose();
  return (
    <Card aria-labelledby="seen">
      <h2 id="seen" className="mb-2 text-lg">
        {t("seen")}
      </h2>
      <ul>
        {disclosures.map((one) => (
          <li key={one.id} className="flex justify-between gap-4 border-t border-line py-2.5">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {one.enterprise ?? (one.office ? terms(one.office) : t("enterprises"))} · {purpose(one.purpose)}
              {one.need && (
                <span className="block text-sm text-slate">
                  <span lang={langTag(one.need.lang)}>{one.need.title}</span> · {one.need.code}
                </span>
              )}
            </span>
            <span className="shrink-0 text-mute">
              <DateText value={one.at} year={false} />
            </span>
          </li>
        ))}
        {disclosures.length === 0 && (
          <li className="border-t border-line py-2.5 text-slate">{t("nobody")}</li>
        )}
        {enterprises === 0 && (
          <li className="flex justify-between gap-4 border-t border-line py-2.5">
            <span>{t("enterprises")}</span>
            <span className="font-semibold text-ok">{t("noEnterprise")}</span>
          </li>
        )}
      </ul>
      <Link
        href="/talent/privacy"
        className="mt-1 inline-flex min-h-11 items-center font-semibold text-sea-700 underline"
      >
        {t("allSeen")}
      </Link>
    </Card>
  );
}
