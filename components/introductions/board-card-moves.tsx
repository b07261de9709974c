"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useRef } from "react";
import { Link } from "#lib/i18n/navigation.ts";
import { REASONED } from "#lib/introductions/case-reasoned.ts";
import type { CaseRow } from "#lib/introductions/case-search.ts";
import type { CardActs } from "./board-card.tsx";
import type { Target } from "./board-moves.ts";

const item =
  "flex min-h-11 w-full cursor-pointer items-center rounded-md px-2 text-left text-sm font-medium no-underline hover:bg-sea-50 md:min-h-9";

/**
 * The moves of a card, as a menu that opens in the card. Each is a plain form or link too: without JavaScript a move is carried
 * out by the server, and one that needs words leads to the case's own page.
 */
export function CardMoves({ row, targets, acts }: { row: CaseRow; targets: Target[]; acts: CardActs }) {
  const t = useTranslations("case-board");
  const menu = useRef<HTMLDetailsElement>(null);
  const page = `/staff/introductions/${row.id}`;
  const perform = (target: Target) => (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (menu.current) menu.current.open = false;
    acts.perform(row, target);
  };
  const label = ({ move, to }: Target) =>
    move === "takeBack" ? t("takeBack") : t("to", { stage: t(`stages.${to}`) });
  return (
    <details
      ref={menu}
      data-moves={row.id}
      className="mt-2 border-t border-line"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        menu.current.open = false;
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary className="flex min-h-11 cursor-pointer items-center text-sm font-semibold text-sea-700 md:min-h-8">
        {t("move")}
        <span className="sr-only"> {row.code}</span>
      </summary>
      <ul className="pb-1">
        {targets.map((target) => (
          <li key={target.move}>
            {target.move === "terms" ? (
              <Link href={`${page}/terms`} prefetch={false} className={item}>
                {t("terms")}
              </Link>
            ) : REASONED.includes(target.move) ? (
              <Link
                href={`${page}?move=${target.move}`}
                prefetch={false}
                className={item}
                onClick={(event: MouseEvent) => perform(target)(event)}
              >
                {label(target)}
              </Link>
            ) : (
              <form action={acts.submit} onSubmit={perform(target)}>
                <input type="hidden" name="introductionId" value={row.id} />
                <input type="hidden" name="version" value={row.version} />
                <input type="hidden" name="move" value={target.move} />
                <button type="submit" className={item}>
                  {label(target)}
                </button>
              </form>
            )}
          </li>
        ))}
        <li>
          <Link href={`${page}?move=end`} prefetch={false} className={`${item} text-bad`}>
            {t("end")}
          </Link>
        </li>
      </ul>
    </details>
  );
}
