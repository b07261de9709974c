import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { DueText } from "#components/introductions/due-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { DeskItem } from "#lib/desk/queries.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { Age } from "./age.tsx";
import { RecordStatus } from "./record-status.tsx";

/** One piece of work: what it is, how long it has waited, who has it. */
export function DeskLine({ item, me, kind = false }: { item: DeskItem; me: string | null; kind?: boolean }) {
  const t = useTranslations("staff");
  const who = item.assigneeId ? (item.assigneeId === me ? t("common.you") : item.assignee) : null;
  return (
    <li className="py-2.5">
      <Link
        href={item.href}
        data-row-link
        lang={langTag(item.locale)}
        className="flex min-h-11 items-center font-medium no-underline [overflow-wrap:anywhere] hover:underline md:min-h-8"
      >
        <span className="line-clamp-2">{item.title || item.code}</span>
      </Link>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-mute">
        {kind && <span className="font-semibold text-slate">{t(`queue.${item.kind}`)}</span>}
        {item.code && <span>{item.code}</span>}
        {item.due ? <DueText {...item.due} /> : <Age since={item.since} />}
        {who && <span>{who}</span>}
        {item.mark && <span className="font-semibold text-warn">{t(`today.marks.${item.mark}`)}</span>}
        {item.kind !== "introductions" &&
          item.kind !== "tasks" &&
          ["UNDER_REVIEW", "IN_REVIEW"].includes(item.status) && (
            <RecordStatus kind={item.kind} status={item.status} />
          )}
      </p>
    </li>
  );
}

/** The beginning of one queue, and the way to all of it. */
export function DeskQueue({
  title,
  order,
  items,
  count,
  href,
  me,
}: {
  title: string;
  order: string;
  items: DeskItem[];
  count: number;
  /** the list of all of them; without one more of them stand here */
  href?: string;
  me: string | null;
}) {
  const t = useTranslations("staff");
  const shown = href ? items.slice(0, 4) : items;
  return (
    <Card className="mb-5 flex break-inside-avoid flex-col">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-lg">{title}</h3>
        <p className="text-2xl font-bold tabular-nums">{count}</p>
      </div>
      {items.length === 0 ? (
        <p className="mt-2 text-slate">{t("today.clear")}</p>
      ) : (
        <>
          <p className="text-sm text-mute">{order}</p>
          <ul className="mt-1 divide-y divide-line">
            {shown.map((item) => (
              <DeskLine key={item.id} item={item} me={me} />
            ))}
          </ul>
          {!href && count > shown.length && (
            <p className="pt-2 text-sm text-mute">{t("today.more", { count: count - shown.length })}</p>
          )}
          {href && count > 0 && (
            <Link
              href={href}
              className="inline-flex min-h-11 items-center gap-1.5 self-start pt-2 font-semibold text-sea-700"
            >
              {t("common.openAll")}
              <ArrowRight aria-hidden className="size-4" />
            </Link>
          )}
        </>
      )}
    </Card>
  );
}
