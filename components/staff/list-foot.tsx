import { getTranslations } from "next-intl/server";
import { Pager } from "#components/ui/pager.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import { EmptyState } from "#components/ui/surface.tsx";

/** What stands below a list: how many there are, the way on, and the keys. */
export async function ListFoot({
  path,
  query,
  next,
  total,
  selectable = false,
}: {
  path: string;
  query: Query;
  next: string | null;
  total: number;
  selectable?: boolean;
}) {
  const t = await getTranslations("staff.common");
  if (total === 0)
    return (
      <EmptyState title={t(query.queue ? "emptyQueue" : "emptyTitle")}>
        {t(query.queue ? "emptyQueueText" : "emptyText")}
      </EmptyState>
    );
  return (
    <>
      <Pager
        previous={query.after ? listHref(path, query, { after: undefined }) : undefined}
        next={next ? listHref(path, query, { after: next }) : undefined}
        summary={t("found", { count: total })}
      />
      <p className="mt-4 hidden text-sm text-mute lg:block">{t(selectable ? "keys" : "keysShort")}</p>
    </>
  );
}
