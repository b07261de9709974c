import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { valueLabel } from "#lib/reports/labels.ts";
import type { FigureFilters } from "#lib/reports/schema.ts";
import { CHAINS, NEED_DIRECTIONS, OFFICES } from "#lib/terms/terms.ts";

const box = "mt-1 block min-h-11 w-full rounded-md border border-field bg-paper px-3 font-normal";
const CHOICES = { office: OFFICES, chain: CHAINS, direction: NEED_DIRECTIONS };

/** Period, office, chain and direction: a plain form whose choices stand in the address. */
export function FigureFilterForm({
  action,
  filters,
  months,
}: {
  action: string;
  filters: FigureFilters;
  /** the period that is shown, also where nobody chose */
  months: { from: string; to: string };
}) {
  const t = useTranslations("figures.filters");
  const terms = useTranslations("terms");
  return (
    <form action={action} aria-label={t("label")} className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="font-semibold">
          {t(name)}
          <input
            key={months[name]}
            type="month"
            name={name}
            defaultValue={months[name]}
            placeholder="2026-01"
            pattern="20\d\d-(0[1-9]|1[0-2])"
            className={box}
          />
        </label>
      ))}
      {(["office", "chain", "direction"] as const).map((name) => (
        <label key={name} className="min-w-0 font-semibold">
          {t(name)}
          <select key={filters[name]} name={name} defaultValue={filters[name] ?? ""} className={box}>
            <option value="">{t("any")}</option>
            {CHOICES[name].map((value) => (
              <option key={value} value={value}>
                {valueLabel((key) => terms(key), name, value)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <input type="hidden" name="by" value={filters.by} />
      <p className="text-sm text-slate sm:col-span-2 lg:col-span-5">{t("officeNote")}</p>
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2 lg:col-span-5">
        <Button type="submit">{t("show")}</Button>
        <Link href="/staff/figures" className="inline-flex min-h-11 items-center text-sea-700">
          {t("clear")}
        </Link>
      </div>
    </form>
  );
}
