"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type KeyboardEvent, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { Notice } from "#components/ui/surface.tsx";
import { Link, useRouter } from "#lib/i18n/navigation.ts";
import { REASONED } from "#lib/introductions/case-reasoned.ts";
import type { Board, CaseRow } from "#lib/introductions/case-search.ts";
import { BoardCard } from "./board-card.tsx";
import { onBoardKey } from "./board-keys.ts";
import { nearest, type Target, targetsOf } from "./board-moves.ts";
import { ReasonDialog } from "./board-reason.tsx";
import { useBoard } from "./use-board.ts";

type Props = {
  board: Board;
  /** the office whose cases the viewer may move; null for both */
  office: CaseRow["office"] | null;
  /** whether terms and landing have their page */
  terms: boolean;
  /** the table with one stage only */
  moreHref: Record<string, string>;
  /** what a form says of a case that moved meanwhile */
  conflict: string;
};

/** The board: cards by stage, moved by dragging, by keys, or by the menu of each card. */
export function BoardView({ board, office, terms, moreHref, conflict }: Props) {
  const t = useTranslations("case-board");
  const router = useRouter();
  const { shown, submit, move, moving, said, say, failure } = useBoard(board, conflict);
  const [dragged, setDragged] = useState<CaseRow | null>(null);
  const [asked, setAsked] = useState<{ row: CaseRow; target: Target } | null>(null);
  const order = shown.map(({ status }) => status);
  const mayMove = (row: CaseRow) => office === null || row.office === office;

  const perform = (row: CaseRow, target: Target) => {
    if (target.move === "terms") router.push(`/staff/introductions/${row.id}/terms`);
    else if (REASONED.includes(target.move)) setAsked({ row, target });
    else move(row, target.move, target.to);
  };
  const impossible = (row: CaseRow) =>
    say(
      mayMove(row)
        ? t("said.impossible", { code: row.code, stage: t(`stages.${row.status}`) })
        : t("said.elsewhere", { code: row.code, office: t(`offices.${row.office}`) }),
    );

  const stayed = (row: CaseRow) => say(t("said.stayed", { code: row.code }));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const wish = onBoardKey(event);
    const row = wish && shown.flatMap(({ rows }) => rows).find(({ id }) => id === wish.id);
    // whoever goes on has read what was said
    if (!wish || !row) return say("");
    event.preventDefault();
    const menu = document.querySelector<HTMLDetailsElement>(`[data-moves="${row.id}"]`);
    if (wish.what === "menu") {
      if (!menu) return impossible(row);
      menu.open = true;
      return menu.querySelector<HTMLElement>("ul a, ul button")?.focus();
    }
    const target = mayMove(row) ? nearest(row.status, order, wish.what, terms) : undefined;
    if (target) perform(row, target);
    else impossible(row);
  };

  const over = (target: Target | undefined) => (event: DragEvent) => {
    if (target) event.preventDefault();
  };
  return (
    <section aria-label={t("label")} className="grid grid-cols-[minmax(0,1fr)]">
      {failure && (
        <div className="mb-4" role="alert">
          <Notice tone="bad">{failure}</Notice>
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the cards inside, which are links */}
      <div
        onKeyDown={onKeyDown}
        className="relative grid snap-x auto-cols-[85%] grid-flow-col items-start gap-3 overflow-x-auto pb-3 sm:auto-cols-[15rem] xl:auto-cols-[minmax(11.5rem,1fr)]"
      >
        {shown.map((column) => {
          const target = dragged
            ? targetsOf(dragged.status, terms).find(({ to }) => to === column.status)
            : undefined;
          return (
            <section
              key={column.status}
              data-column={column.status}
              aria-labelledby={`column-${column.status}`}
              onDragOver={over(target)}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged && target) perform(dragged, target);
                setDragged(null);
              }}
              className={cx(
                "min-h-40 min-w-0 snap-start rounded-lg border border-line p-2",
                target ? "bg-sea-100 outline-2 outline-sea-500 outline-dashed" : "bg-sea-50",
                dragged && !target && dragged.status !== column.status && "opacity-60",
              )}
            >
              <h2
                id={`column-${column.status}`}
                className="flex items-baseline justify-between gap-2 px-1 pb-2 text-base"
              >
                {t(`stages.${column.status}`)}
                <span className="font-normal text-mute tabular-nums">{column.count}</span>
              </h2>
              {column.rows.length === 0 && <p className="px-1 pb-2 text-sm text-mute">{t("empty")}</p>}
              <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
                {column.rows.map((row) => (
                  <BoardCard
                    key={row.id}
                    row={row}
                    mine={mayMove(row)}
                    targets={targetsOf(row.status, terms)}
                    moving={moving === row.id}
                    acts={{ submit, perform, drag: setDragged, stayed }}
                  />
                ))}
              </ul>
              {column.count > column.rows.length && (
                <Link
                  href={moreHref[column.status]!}
                  className="flex min-h-11 items-center justify-center text-sm font-semibold text-sea-700"
                >
                  {t("more", { count: column.count - column.rows.length })}
                </Link>
              )}
            </section>
          );
        })}
      </div>
      {dragged && (
        <EndZone
          onEnd={() => router.push(`/staff/introductions/${dragged.id}?move=end`)}
          label={t("endHere")}
        />
      )}
      <p
        role="status"
        className={
          said
            ? "sticky bottom-3 z-20 w-fit max-w-prose rounded-md border border-sea-300 bg-sea-50 px-4 py-2 text-sea-800 shadow-card"
            : "sr-only"
        }
      >
        {said}
      </p>
      <p className="mt-2 hidden text-sm text-mute lg:block">{t("hint")}</p>
      <ReasonDialog
        asked={asked}
        onClose={() => setAsked(null)}
        onReason={(reason) => {
          if (asked) move(asked.row, asked.target.move, asked.target.to, reason);
          setAsked(null);
        }}
      />
    </section>
  );
}

/** Where a card is dropped to end its case; there while one is dragged. */
function EndZone({ onEnd, label }: { onEnd: () => void; label: string }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the menu of each card does the same
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onEnd();
      }}
      className="fixed inset-x-4 bottom-4 z-30 flex min-h-20 items-center justify-center gap-2 rounded-lg border-2 border-bad border-dashed bg-bad-bg font-semibold text-bad"
    >
      <Flag aria-hidden className="size-5" />
      {label}
    </div>
  );
}
