"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import type { CaseRow } from "#lib/introductions/case-search.ts";
import type { Target } from "./board-moves.ts";

/** Asks why a card goes back, before it goes. */
export function ReasonDialog({
  asked,
  onReason,
  onClose,
}: {
  asked: { row: CaseRow; target: Target } | null;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("case-board");
  const ui = useTranslations("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const [titleId, fieldId] = [useId(), useId()];
  useEffect(() => {
    if (asked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asked]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    if (reason) onReason(reason);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-paper p-5 text-ink shadow-card backdrop:bg-black/40 sm:p-6"
    >
      {asked && (
        <form onSubmit={send}>
          <h2 id={titleId} className="mb-3 text-xl">
            {asked.row.code}:{" "}
            {asked.target.move === "takeBack"
              ? t("takeBack")
              : t("to", { stage: t(`stages.${asked.target.to}`) })}
          </h2>
          <label htmlFor={fieldId} className="block font-semibold">
            {t("reason")}
          </label>
          <p id={`${fieldId}-help`} className="text-sm text-slate">
            {t("reasonHelp")}
          </p>
          <textarea
            id={fieldId}
            name="reason"
            rows={3}
            required
            maxLength={1000}
            aria-describedby={`${fieldId}-help`}
            className="mt-1.5 mb-4 w-full rounded-md border border-field bg-paper px-3 py-2 leading-relaxed"
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit">{t("move")}</Button>
            <Button tone="plain" onClick={onClose}>
              {ui("close")}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  );
}
