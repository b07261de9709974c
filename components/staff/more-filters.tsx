import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import type { Query } from "#components/ui/query.ts";

export type MoreFilter = { name: string; label: string; options: { value: string; label: string }[] };

/** Filters that are no facets: chosen together and applied by a button, without JavaScript too. */
export async function MoreFilters({
  action,
  query,
  filters,
}: {
  action: string;
  query: Query;
  filters: MoreFilter[];
}) {
  const t = await getTranslations("staff.common");
  const own = new Set([...filters.map(({ name }) => name), "after"]);
  return (
    <form action={action} className="mb-5">
      <h3 className="mb-1 text-sm font-semibold text-slate">{t("more")}</h3>
      {Object.entries(query).map(
        ([name, value]) =>
          value && !own.has(name) && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {filters.map(({ name, label, options }) => (
        <label key={name} className="mb-3 block text-sm">
          {label}
          <select
            name={name}
            defaultValue={query[name] ?? ""}
            className="mt-1 block min-h-11 w-full rounded-md border border-field bg-paper px-2 text-base"
          >
            <option value="">{t("any")}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button type="submit" tone="plain" className="w-full">
        {t("apply")}
      </Button>
    </form>
  );
}
