"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { undoApprovalAction } from "#lib/matches/actions.ts";
import { useKeys } from "./keys.ts";

/** Ten seconds to take an approval back; `seconds` are those left when the page was made. */
export function UndoToast({
  matchId,
  code,
  seconds,
  filters,
}: {
  matchId: string;
  code: string;
  seconds: number;
  filters: string;
}) {
  const t = useTranslations("matches.toast");
  const [left, setLeft] = useState(seconds);
  const [closed, setClosed] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setLeft((value) => Math.max(0, value - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  useKeys({
    u: () => document.querySelector<HTMLFormElement>("form[data-form=undo]")?.requestSubmit(),
  });
  return (
    <Toast
      onClose={() => setClosed(true)}
      action={
        left > 0 ? (
          <ActionForm id="undo" action={undoApprovalAction}>
            <input type="hidden" name="matchId" value={matchId} />
            <input type="hidden" name="filters" value={filters} />
            <SubmitButton tone="quiet">
              {t("undo")} <span className="text-mute tabular-nums">{t("seconds", { count: left })}</span>
            </SubmitButton>
          </ActionForm>
        ) : undefined
      }
    >
      {closed ? null : left > 0 ? t("approved", { code }) : t("sent")}
    </Toast>
  );
}

/** Says that a rejection is noted. */
export function RejectedToast() {
  const t = useTranslations("matches.toast");
  const [closed, setClosed] = useState(false);
  return (
    <Toast seconds={5} onClose={() => setClosed(true)}>
      {closed ? null : t("rejected")}
    </Toast>
  );
}
