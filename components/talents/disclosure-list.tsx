import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import type { OwnDisclosure } from "#lib/talents/queries.ts";
import { usePurpose } from "./seen-card.tsx";

const FULL = 50;

/** Who saw what, when and why. A table on a wide screen, cards on a phone. */
export function DisclosureList({ disclosures }: { disclosures: OwnDisclosure[] }) {
  const t = useTranslations("talents.privacy");
  const categories = useTranslations("consents.categories");
  const offices = useTranslations("terms.offices");
  const purpose = usePurpose();
  const last = disclosures.at(-1);
  return (
    <Card aria-labelledby="disclosures">
      <h2 id="disclosures" className="mb-2 text-lg">
        {t("disclosures")}
      </h2>
      {disclosures.length === 0 && <p className="text-slate">{t("nobody")}</p>}
      <ul>
        {disclosures.map((one) => (
          <li
            key={one.id}
            className="grid gap-x-6 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <p className="font-semibold [overflow-wrap:anywhere]">
              {one.enterprise ?? (one.office ? offices(one.office) : offices("HONG_KONG"))}
            </p>
            <p className="text-sm text-mute sm:text-right">
              <DateText value={one.at} time />
            </p>
            <p className="text-slate sm:col-span-2">
              {purpose(one.purpose)} ·{" "}
              {one.categories.map((name) => categories(categories.has(name) ? name : "other")).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {disclosures.length === FULL && last && (
        <Link
          href={`/talent/privacy?before=${encodeURIComponent(last.at.toISOString())}`}
          className="mt-2 inline-flex min-h-11 items-center font-semibold text-sea-700 underline"
        >
          {t("older")}
        </Link>
      )}
    </Card>
  );
}
