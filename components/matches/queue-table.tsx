import { TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Tag } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { QueueRow } from "#lib/matches/schema.ts";
import { MatchStatusTag } from "./match-status.tsx";

/** Rows of the queue: a table, or cards on a phone. `hrefOf` keeps the filters; `states` shows where each match is. */
export async function QueueTable({
  rows,
  hrefOf,
  caption,
  states = false,
  needs = true,
}: {
  rows: QueueRow[];
  hrefOf: (row: QueueRow) => string;
  caption: string;
  states?: boolean;
  needs?: boolean;
}) {
  const t = await getTranslations("matches.queue");
  const ofNeed = await getTranslations("matches.ofNeed");
  const terms = await getTranslations("terms");
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "talent",
          header: t("columns.talent"),
          primary: true,
          cell: (row) => (
            <>
              <Link
                href={hrefOf(row)}
                data-queue-row
                className="text-base font-semibold text-sea-800 underline-offset-4"
              >
                <span lang={langTag(row.talentLang as never)}>{row.headline || row.talentCode}</span>
              </Link>
              <span className="block text-sm font-normal text-slate">
                {[row.talentCode, row.base && terms(`bases.${row.base}` as never)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ),
        },
        ...(needs
          ? [
              {
                key: "need",
                header: t("columns.need"),
                cell: (row: QueueRow) => (
                  <div className="text-right md:text-left">
                    <span lang={langTag(row.needLang as never)} className="font-medium">
                      {row.needTitle}
                    </span>
                    <span className="block text-sm text-slate">
                      {[row.enterprise, row.district && terms(`districts.${row.district}` as never)]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </div>
                ),
              },
            ]
          : []),
        {
          key: "score",
          header: t("columns.score"),
          numeric: true,
          cell: (row) => (
            <div className="w-28 md:ml-auto">
              <span className="text-lg font-semibold">{row.score.toFixed(1)}</span>
              <progress className="progress text-sea-500" value={row.score} max={100} aria-hidden />
            </div>
          ),
        },
        {
          key: "flags",
          header: states ? ofNeed("state") : t("columns.flags"),
          cell: (row) => <RowFlags row={row} states={states} />,
        },
        {
          key: "since",
          header: t("columns.since"),
          cell: (row) => (
            <span className="text-sm whitespace-nowrap text-slate">
              <DateText value={row.since} year={false} />
            </span>
          ),
        },
      ]}
    />
  );
}

async function RowFlags({ row, states }: { row: QueueRow; states: boolean }) {
  const t = await getTranslations("matches");
  const names = await getTranslations("matching.checks");
  return (
    <div className="flex flex-wrap justify-end gap-1.5 md:justify-start">
      {states && <MatchStatusTag status={row.status} />}
      {row.origin !== "SUGGESTED" && <Tag tone="bauhinia">{t(`origin.${row.origin}`)}</Tag>}
      {!states && row.conflicts.length === 0 && (
        <span className="text-sm text-slate">{t("checks.none")}</span>
      )}
      {row.conflicts.map((id) => (
        <Tag key={id} tone="bad" icon={<TriangleAlert aria-hidden className="size-3.5" />}>
          {names(id as never)}
        </Tag>
      ))}
      {row.assignee && <Tag tone="sea">{t("queue.takenBy", { name: row.assignee })}</Tag>}
    </div>
  );
}
