"use client";

import { ArrowRightLeft, Clock, PenLine, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import { DateText } from "#components/ui/date-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { CaseRow } from "#lib/introductions/case-search.ts";
import { CardMoves } from "./board-card-moves.tsx";
import type { Target } from "./board-moves.ts";

export type CardActs = {
  /** it was dropped where it cannot go */
  stayed: (row: CaseRow) => void;
  /** the server action of the plain form */
  submit: (form: FormData) => void;
  perform: (row: CaseRow, target: Target) => void;
  drag: (row: CaseRow | null) => void;
};

/** A case on the board: what it is, what comes next, how long it has been here, who has it. */
export function BoardCard({
  row,
  mine,
  targets,
  moving,
  acts,
}: {
  row: CaseRow;
  /** whether the viewer's office may move it */
  mine: boolean;
  targets: Target[];
  moving: boolean;
  acts: CardActs;
}) {
  const t = useTranslations("case-board");
  return (
    <li
      draggable={mine && targets.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", row.code);
        acts.drag(row);
      }}
      onDragEnd={(event) => {
        acts.drag(null);
        if (event.dataTransfer.dropEffect === "none") acts.stayed(row);
      }}
      aria-busy={moving || undefined}
      className={cx(
        "rounded-md border border-line bg-paper p-3 shadow-card focus-within:border-sea-500",
        mine && "md:cursor-grab",
        moving && "opacity-60",
        row.overdueDays > 0 && "border-l-4 border-l-bad",
      )}
    >
      <p className="flex flex-wrap items-center justify-between gap-x-2 text-sm text-mute">
        <span className="font-semibold tabular-nums">{row.code}</span>
        <span>{t(`offices.${row.office}`)}</span>
      </p>
      <Link
        href={`/staff/introductions/${row.id}`}
        prefetch={false}
        draggable={false}
        data-card={row.id}
        data-row-link
        lang={langTag(row.lang)}
        className="mt-0.5 flex min-h-11 items-center font-semibold no-underline [overflow-wrap:anywhere] hover:underline md:min-h-0"
      >
        <span className="line-clamp-2">{row.title}</span>
      </Link>
      <p className="line-clamp-2 text-sm text-slate [overflow-wrap:anywhere]">
        <span className="whitespace-nowrap">{row.talentCode}</span> · {row.enterprise}
      </p>
      {row.nextStep && <p className="mt-1.5 line-clamp-2 text-sm [overflow-wrap:anywhere]">{row.nextStep}</p>}
      <Dates row={row} />
      <p className={cx("mt-1 truncate text-sm", row.owner ? "text-slate" : "font-semibold text-warn")}>
        {row.owner ?? t("nobody")}
      </p>
      {row.handOverTo && (
        <p className="mt-1 flex items-center gap-1.5 text-sm font-semibold text-warn">
          <ArrowRightLeft aria-hidden className="size-4" />
          {t("asked")}
        </p>
      )}
      {row.turn && (
        <p className="mt-1 flex items-center gap-1.5 text-sm font-semibold text-warn">
          <PenLine aria-hidden className="size-4 shrink-0" />
          {t(`landing.${row.turn.what}`, { office: t(`offices.${row.turn.office}`) })}
        </p>
      )}
      {mine && <CardMoves row={row} targets={targets} acts={acts} />}
    </li>
  );
}

/** How long it has been here, and by when it is due. */
function Dates({ row }: { row: CaseRow }) {
  const t = useTranslations("case-board");
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-sm">
      <span
        className={cx("inline-flex items-center gap-1", row.slow ? "font-semibold text-warn" : "text-mute")}
        title={t("inStage")}
      >
        <Clock aria-hidden className="size-3.5" />
        <span className="sr-only">{t("inStage")}</span>
        {t("days", { days: row.days })}
        {row.slow && <span className="sr-only">{t("slow")}</span>}
      </span>
      {row.overdueDays > 0 ? (
        <span className="inline-flex items-center gap-1 font-semibold text-bad">
          <TriangleAlert aria-hidden className="size-3.5" />
          {t("overdue", { days: row.overdueDays })}
        </span>
      ) : (
        row.dueOn && (
          <span className="text-mute">
            {t("by")} <DateText value={row.dueOn} year={false} />
          </span>
        )
      )}
    </p>
  );
}
