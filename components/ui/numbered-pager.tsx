import { useTranslations } from "next-intl";
import { Pager } from "./pager.tsx";
import { listHref, type Query } from "./query.ts";

/** To the next page of a list whose pages have numbers, and back. */
export function NumberedPager({
  path,
  query = {},
  page,
  pages,
}: {
  path: string;
  query?: Query;
  page: number;
  pages: number;
}) {
  const t = useTranslations("ui.pages");
  if (pages <= 1) return null;
  const to = (number: number) => listHref(path, query, { page: number > 1 ? String(number) : undefined });
  return (
    <Pager
      previous={page > 1 ? to(page - 1) : undefined}
      next={page < pages ? to(page + 1) : undefined}
      summary={t("page", { page, pages })}
    />
  );
}
