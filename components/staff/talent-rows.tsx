import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Tag } from "#components/ui/surface.tsx";
import { fromDbLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { Fit } from "#lib/matches/talent-fit.ts";
import type { TalentRow } from "#lib/talents/search.ts";
import { Age } from "./age.tsx";
import { RecordStatus } from "./record-status.tsx";

export const rowLink =
  "inline-flex min-h-11 items-center text-sea-700 no-underline hover:underline md:min-h-0";

/** Profiles in a list: no name and no contact, which are read on a profile's own page only. */
export function TalentRows({
  rows,
  names,
  queue,
  fits,
}: {
  rows: TalentRow[];
  names: Map<string, string>;
  /** shows how long each has waited in place of its last change */
  queue: boolean;
  /** the list stands in the order of a need's ranking: place, score and conflicts of each */
  fits?: ReadonlyMap<string, Fit>;
}) {
  const t = useTranslations("staff");
  const terms = useTranslations("terms");
  return (
    <DataTable
      caption={t("talents.caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "select",
          header: t("bulk.select"),
          cell: (row) => (
            <label className="flex min-h-11 min-w-11 items-center justify-end md:min-h-8 md:justify-start">
              <input
                type="checkbox"
                name="ids[]"
                value={row.id}
                aria-label={t("bulk.selectRow", { code: row.code })}
                className="size-5 accent-sea-fill"
              />
            </label>
          ),
        },
        {
          key: "talent",
          header: t("talents.talent"),
          primary: true,
          cell: (row) => (
            <>
              <Link
                href={`/staff/talents/${row.id}`}
                data-row-link
                lang={langTag(fromDbLocale(row.locale))}
                className={rowLink}
              >
                {row.headline || row.code}
              </Link>
              <span className="block text-sm font-normal text-slate">
                {row.code}
                {row.base && ` · ${terms(`bases.${row.base}`)}`}
                {row.kind === "TEAM" && ` · ${t("talents.kinds.TEAM")}`}
              </span>
              {row.skills.length > 0 && (
                <span
                  lang={langTag(fromDbLocale(row.locale))}
                  className="line-clamp-1 block text-sm font-normal text-mute"
                >
                  {row.skills.join(" · ")}
                </span>
              )}
            </>
          ),
        },
        ...(fits
          ? [
              {
                key: "fit",
                header: t("talents.fit.column"),
                cell: (row: TalentRow) => <FitCell fit={fits.get(row.id)} />,
              },
            ]
          : []),
        {
          key: "experience",
          header: t("talents.experience"),
          numeric: true,
          cell: (row) => t("common.years", { count: Math.floor(row.experienceMonths / 12) }),
        },
        {
          key: "status",
          header: t("common.status"),
          cell: (row) => (
            <span className="flex flex-col items-end gap-1 md:items-start">
              <RecordStatus kind="talents" status={row.status} />
              {row.editedSinceVerification && <Tag tone="warn">{t("talents.edited")}</Tag>}
            </span>
          ),
        },
        {
          key: "with",
          header: t("common.assignee"),
          cell: (row) => (
            <span className="text-sm md:whitespace-nowrap">
              {row.assigneeId ? (
                names.get(row.assigneeId)
              ) : (
                <span className="text-mute">{t("common.nobody")}</span>
              )}
              <span className="block text-mute">{t(`common.offices.${row.office}`)}</span>
            </span>
          ),
        },
        {
          key: "changed",
          header: queue ? t("talents.submitted") : t("common.changed"),
          cell: (row) =>
            queue && row.submittedAt ? <Age since={row.submittedAt} /> : <DateText value={row.updatedAt} />,
        },
      ]}
    />
  );
}

function FitCell({ fit }: { fit: Fit | undefined }) {
  const t = useTranslations("staff.talents.fit");
  const checks = useTranslations("matching.checks");
  if (!fit) return null;
  return (
    <span className="flex flex-col items-end gap-1 md:items-start">
      <span className="tabular-nums">
        <span className="text-lg font-semibold">{fit.score.toFixed(1)}</span>{" "}
        <span className="text-sm whitespace-nowrap text-slate">{t("place", { place: fit.place })}</span>
      </span>
      {fit.conflicts.map((id) => (
        <Tag key={id} tone="bad" icon={<TriangleAlert aria-hidden className="size-3.5" />}>
          {checks(id as never)}
        </Tag>
      ))}
    </span>
  );
}
