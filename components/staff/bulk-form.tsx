"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/surface.tsx";
import { type FormState, IDLE } from "#lib/action-state.ts";

type Outcome = { done: number; refused: { code: string; reason: string }[] };
type BulkAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A list whose rows carry check boxes `ids[]`, and what can be done with those that are ticked. */
export function BulkForm({
  action,
  other,
  children,
}: {
  action: BulkAction;
  /** the office to hand over to; absent for somebody who belongs to neither */
  other?: { value: string; label: string };
  children: ReactNode;
}) {
  const t = useTranslations("staff.bulk");
  const [state, submit] = useActionState(action, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState(0);
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState("");
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name='ids[]']") ?? [])];
  const count = () => setChosen(boxes().filter((box) => box.checked).length);
  useEffect(() => {
    // React has emptied the form after the action
    if (state.status === "idle") return;
    setChosen(0);
    setAsking(false);
    setNote("");
  }, [state]);
  const clear = () => {
    for (const box of boxes()) box.checked = false;
    setChosen(0);
    setAsking(false);
  };
  return (
    <form ref={form} action={submit} onChange={count}>
      <BulkOutcome state={state} />
      {children}
      {chosen > 0 && (
        <div className="sticky bottom-4 z-20 mt-4 flex flex-wrap items-center gap-3 rounded-lg border border-line bg-paper p-3 shadow-card">
          <p role="status" className="font-semibold tabular-nums">
            {t("chosen", { count: chosen })}
          </p>
          {asking ? (
            <>
              <p className="grow">{t("verifyAsk", { count: chosen })}</p>
              <SubmitButton name="act" value="verify">
                {t("verifyYes")}
              </SubmitButton>
            </>
          ) : (
            <>
              <SubmitButton name="act" value="take" tone="plain">
                {t("take")}
              </SubmitButton>
              <Button onClick={() => setAsking(true)}>{t("verify")}</Button>
              {other && (
                <div className="flex grow flex-wrap items-center gap-2 lg:justify-end">
                  <input type="hidden" name="office" value={other.value} />
                  <input
                    name="note"
                    value={note}
                    onChange={(event) => setNote(event.target.value)}
                    onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
                    maxLength={1000}
                    aria-label={t("note")}
                    placeholder={t("note")}
                    className="min-h-11 min-w-0 grow rounded-md border border-field bg-paper px-3 placeholder:text-mute lg:max-w-72"
                  />
                  {note.trim() && (
                    <SubmitButton name="act" value="handOver" tone="plain">
                      {t("handOver", { office: other.label })}
                    </SubmitButton>
                  )}
                </div>
              )}
            </>
          )}
          <Button tone="quiet" onClick={clear}>
            {t("clear")}
          </Button>
        </div>
      )}
    </form>
  );
}

function BulkOutcome({ state }: { state: FormState }) {
  const t = useTranslations("staff.bulk");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== "idle") box.current?.focus();
  }, [state]);
  if (state.status === "idle") return null;
  const { done, refused } = (state.data as Outcome | undefined) ?? { done: 0, refused: [] };
  const failed = state.status !== "done";
  return (
    <div ref={box} tabIndex={-1} className="mb-4">
      <Notice tone={failed ? "bad" : refused.length ? "warn" : "ok"} live>
        {failed ? (state.message ?? state.issues?.[0]?.message) : <p>{t("done", { count: done })}</p>}
        {refused.length > 0 && (
          <>
            <p className="mt-1">{t("refused", { count: refused.length })}</p>
            <ul className="mt-1 list-disc pl-5">
              {refused.map(({ code, reason }, index) => (
                <li key={`${code}${index}`}>
                  <span className="font-semibold">{code}</span> {reason}
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  );
}
