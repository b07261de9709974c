import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import type { AuditRow } from "#lib/audit/queries.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { ActorName } from "./actor-name.tsx";
import { ReasonText } from "./reason-text.tsx";
import { rowLink } from "./talent-rows.tsx";

const PATH = "/staff/audit";

/** Entries of the audit trail; a name and a record lead to what else they did and what else happened to it. */
export function AuditRows({ rows, query }: { rows: AuditRow[]; query: Query }) {
  const t = useTranslations("staff.audit");
  const audit = useTranslations("audit");
  const offices = useTranslations("staff.common.offices");
  const roles = useTranslations("terms.roles");
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "when", header: t("when"), cell: (row) => <DateText value={row.at} time /> },
        {
          key: "who",
          header: t("who"),
          cell: (row) => (
            <>
              {row.actorId ? (
                <Link
                  href={listHref(PATH, query, { actor: row.actorId })}
                  title={t("only", { name: row.actorName })}
                  className={rowLink}
                >
                  <ActorName row={row} />
                </Link>
              ) : (
                <ActorName row={row} />
              )}
              <span className="block text-sm text-mute">
                {roles(row.actorRole)}
                {row.office && ` · ${offices(row.office)}`}
              </span>
            </>
          ),
        },
        {
          key: "what",
          header: t("what"),
          primary: true,
          cell: (row) => (
            <span className="font-medium">
              {audit.has(`actions.${row.action}`) ? audit(`actions.${row.action}`) : row.action}
            </span>
          ),
        },
        {
          key: "record",
          header: t("record"),
          cell: (row) => (
            <>
              {row.href ? (
                <Link href={row.href} data-row-link className={rowLink}>
                  {row.label ?? audit(`types.${row.recordType}`)}
                </Link>
              ) : (
                (row.label ?? audit(`types.${row.recordType}`))
              )}
              <Link
                href={listHref(PATH, {}, { record: row.recordId })}
                className="flex min-h-6 items-center text-sm text-mute no-underline hover:underline"
              >
                {row.label ? `${audit(`types.${row.recordType}`)} · ` : ""}
                {t("onlyRecord")}
              </Link>
            </>
          ),
        },
        {
          key: "reason",
          header: t("reason"),
          cell: (row) => (
            <span className="line-clamp-3 max-w-80 text-sm">
              {row.reason && <ReasonText reason={row.reason} />}
            </span>
          ),
        },
      ]}
    />
  );
}
