import { useTranslations } from "next-intl";
import { rowLink } from "#components/staff/talent-rows.tsx";
import { cx } from "#components/ui/cx.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { CaseRow } from "#lib/introductions/case-search.ts";
import { CaseStatus } from "./case-status.tsx";
import { NextStepText, TurnText } from "./case-turn.tsx";
import { DueText } from "./due-text.tsx";

/** Cases in a list. */
export function CaseRows({ rows, ended }: { rows: CaseRow[]; ended: boolean }) {
  const t = useTranslations("staff.introductions");
  const cases = useTranslations("cases");
  const terms = useTranslations("terms");
  const staff = useTranslations("staff.common");
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "case",
          header: t("columns.case"),
          primary: true,
          cell: (row) => (
            <>
              <Link
                href={`/staff/introductions/${row.id}`}
                data-row-link
                lang={langTag(row.lang)}
                className={rowLink}
              >
                {row.title}
              </Link>
              <span className="block text-sm font-normal text-slate">{row.enterprise}</span>
              <span className="block text-sm font-normal text-mute">
                {row.code} · {row.talentCode}
              </span>
            </>
          ),
        },
        {
          key: "status",
          header: t("columns.status"),
          cell: (row) => (
            <>
              <CaseStatus status={row.status} />
              {!ended && (
                <span
                  className={cx("mt-1 block text-sm", row.slow ? "font-semibold text-warn" : "text-mute")}
                >
                  {t("days", { days: row.days })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "next",
          header: ended ? cases("facts.outcome") : t("columns.next"),
          cell: (row) =>
            ended ? (
              row.outcome && terms(`caseOutcomes.${row.outcome}`)
            ) : (
              <>
                <span dir="auto" className="line-clamp-3">
                  <NextStepText of={{ ...row, side: "STAFF" }} />
                </span>
                <span className="block text-sm text-mute">
                  <TurnText of={{ ...row, side: "STAFF" }} />
                </span>
              </>
            ),
        },
        {
          key: "due",
          header: ended ? t("columns.ended") : t("columns.due"),
          cell: (row) =>
            ended ? (
              row.closedOn && <DateText value={row.closedOn} />
            ) : (
              <DueText dueOn={row.dueOn} overdueDays={row.overdueDays} />
            ),
        },
        {
          key: "with",
          header: t("columns.with"),
          cell: (row) => (
            <span className="text-sm md:whitespace-nowrap">
              {row.owner ?? <span className="font-semibold text-warn">{staff("nobody")}</span>}
              <span className="block text-mute">{staff(`offices.${row.office}`)}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
