"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useOptimistic, useRef, useState, useTransition } from "react";
import { type FormState, IDLE } from "#lib/action-state.ts";
import { moveCaseAction } from "#lib/introductions/actions.ts";
import type { Board, CaseRow } from "#lib/introductions/case-search.ts";

type Status = CaseRow["status"];
type Shift = { id: string; to: Status };
/** A move that did not happen; without a message the server did not answer. */
type Failure = { id: string; code: string; message?: string };

/** The board as it will be when the server agrees: the card stands in its new column, the counts go along. */
export const shifted = (board: Board, { id, to }: Shift): Board => {
  const row = board.flatMap(({ rows }) => rows).find((one) => one.id === id);
  if (!row || row.status === to) return board;
  return board.map((column) =>
    column.status === row.status
      ? { ...column, count: column.count - 1, rows: column.rows.filter((one) => one.id !== id) }
      : column.status === to
        ? {
            ...column,
            count: column.count + 1,
            rows: [{ ...row, status: to, days: 0, slow: false }, ...column.rows],
          }
        : column,
  );
};

/**
 * Moves cards at once and takes it back where the server says no. `submit` is the plain form's own way, for a browser without
 * JavaScript; its answer and a refusal of the other way are both `failure`. `conflict` is what a form says of a case that moved
 * meanwhile; nothing was typed here, so the board tells where the case stands now.
 */
export function useBoard(board: Board, conflict: string) {
  const t = useTranslations("case-board");
  const [plain, submit] = useActionState<FormState, FormData>(moveCaseAction, IDLE);
  const [shown, shift] = useOptimistic(board, shifted);
  const [busy, start] = useTransition();
  const [moving, setMoving] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const focus = useRef<string | null>(null);

  // the card is another element in its new column, and the focus is lost with the old one; whoever has gone on is left alone
  useEffect(() => {
    if (focus.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>(`[data-card="${focus.current}"]`)?.focus();
    if (!busy) focus.current = null;
  }, [shown, busy]);

  const move = (row: CaseRow, name: string, to: Status, reason = "") => {
    const form = new FormData();
    const fields = { introductionId: row.id, version: String(row.version), move: name, reason, _board: "1" };
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    focus.current = row.id;
    setFailure(null);
    setMoving(row.id);
    setSaid(t("said.moving", { code: row.code }));
    start(async () => {
      shift({ id: row.id, to });
      const answer = await moveCaseAction(IDLE, form).catch(() => null);
      setMoving(null);
      if (answer?.status === "done")
        return setSaid(t("said.moved", { code: row.code, stage: t(`stages.${to}`) }));
      const message = answer?.message ?? answer?.issues?.[0]?.message;
      // together with the board as it is now
      start(() => {
        setSaid("");
        setFailure({ id: row.id, code: row.code, message });
      });
    });
  };
  const columnOf = (id: string) => board.find(({ rows }) => rows.some((row) => row.id === id));
  const told = ({ id, code, message }: Failure) => {
    if (!message) return t("said.lost", { code });
    if (message !== conflict) return t("said.refused", { code, message });
    const now = columnOf(id);
    return now ? t("said.changed", { code, stage: t(`stages.${now.status}`) }) : t("said.gone", { code });
  };
  const answered = (): string | null => {
    if (plain.status === "done" || !plain.message) return null;
    const id = String(plain.values?.introductionId);
    const code = columnOf(id)?.rows.find((row) => row.id === id)?.code;
    return code ? told({ id, code, message: plain.message }) : plain.message;
  };
  return {
    shown,
    submit,
    move,
    moving,
    said,
    say: setSaid,
    failure: failure ? told(failure) : answered(),
  };
}
