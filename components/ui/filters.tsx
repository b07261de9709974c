import { Search, SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#lib/i18n/navigation.ts";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import type { Query } from "./query.ts";

export type Facet = { href: string; label: string; count?: number; active: boolean };

/** One question of a list, its answers as links with how many rows each leaves. An active one is taken off by its link. */
export function FacetList({ title, items }: { title: string; items: Facet[] }) {
  if (items.length === 0) return null;
  return (
    <div className="mb-5">
      <p className="mb-1 text-sm font-semibold text-slate">{title}</p>
      <ul aria-label={title}>
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.active ? "true" : undefined}
              scroll={false}
              className="-mx-2 flex min-h-11 items-center gap-2 rounded-md px-2 leading-snug no-underline hover:bg-sea-50 aria-[current]:bg-sea-100 aria-[current]:font-semibold aria-[current]:text-sea-800 lg:min-h-9"
            >
              <span className="grow">{item.label}</span>
              {item.count !== undefined && (
                <span className="text-sm text-mute tabular-nums">{item.count}</span>
              )}
              {item.active && <X aria-hidden className="size-4 shrink-0" />}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Facets beside a list: open on a wide screen, folded on a phone. `active` counts the filters in use. */
export function FilterBar({
  active,
  reset,
  top = false,
  children,
}: {
  active: number;
  reset: string;
  /** above what it filters on every screen, for what needs the whole width */
  top?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("ui.filters");
  const clear = active > 0 && (
    <Link href={reset} className="inline-flex min-h-11 items-center font-semibold text-sea-700 underline">
      {t("reset")}
    </Link>
  );
  return (
    <>
      <details
        className={cx("mb-4 rounded-lg border border-line bg-paper px-4", !top && "lg:hidden")}
        open={(!top && active > 0) || undefined}
      >
        <summary className="flex min-h-12 cursor-pointer items-center gap-2 font-semibold">
          <SlidersHorizontal aria-hidden className="size-5 text-slate" />
          {t("title")}
          {active > 0 && <span className="text-sea-700">{t("active", { count: active })}</span>}
        </summary>
        <div className={cx("grid gap-x-8 pt-2 sm:grid-cols-2", top && "lg:grid-cols-4")}>{children}</div>
        {clear}
      </details>
      {!top && (
        <div className="hidden lg:block">
          <div className="mb-3 flex min-h-11 items-center justify-between">
            <h2 className="text-base">{t("title")}</h2>
            {clear}
          </div>
          {children}
        </div>
      )}
    </>
  );
}

/** A search by words in the address; the other filters go along. */
export function SearchBox({
  action,
  label,
  value,
  keep = {},
  name = "q",
  className,
}: {
  /** the list's address with the language, because a plain form has no Link */
  action: string;
  label: string;
  value?: string;
  keep?: Query;
  name?: string;
  className?: string;
}) {
  const t = useTranslations("ui.filters");
  return (
    <search className={className}>
      <form action={action} className="flex gap-2">
        {Object.entries(keep).map(
          ([key, one]) =>
            one &&
            key !== name &&
            key !== "after" &&
            key !== "before" && <input key={key} type="hidden" name={key} value={one} />,
        )}
        <div className="relative grow">
          <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-5 text-mute" />
          <input
            key={value}
            type="search"
            name={name}
            aria-label={label}
            placeholder={label}
            defaultValue={value}
            maxLength={100}
            className={cx(
              "min-h-11 w-full rounded-md border border-field bg-paper py-2 pr-3 pl-10 text-ink placeholder:text-mute",
            )}
          />
        </div>
        <Button type="submit" tone="plain" className="shrink-0">
          {t("search")}
        </Button>
      </form>
    </search>
  );
}
