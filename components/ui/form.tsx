"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from "react";
import { type FormState, IDLE } from "#lib/action-state.ts";
import type { RawValues } from "#lib/forms.ts";
import { Button, type Tone } from "./button.tsx";
import { cx } from "./cx.ts";
import { FormContext } from "./form-context.tsx";

type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

const draftKey = (id: string) => `draft:${window.location.pathname}:${id}`;

/**
 * A form over a server action. Shows an error summary that takes focus and links to the fields, keeps what was typed after a
 * failure, sends one idempotency key however often it is submitted, and keeps a draft over an expired session.
 * `id` names the form on its page. `onDone` sees the state of a success that did not redirect.
 */
export function ActionForm({
  id,
  action,
  values = {},
  children,
  className,
  doneMessage,
  onDone,
}: {
  id: string;
  action: FormAction;
  values?: RawValues;
  children: ReactNode;
  className?: string;
  doneMessage?: ReactNode;
  onDone?: (state: FormState) => void;
}) {
  const t = useTranslations("ui.form");
  const [state, submit, pending] = useActionState(action, IDLE);
  const [draft, setDraft] = useState<RawValues>();
  const formId = `f${useId().replace(/[^a-z0-9]/gi, "")}`;
  const summary = useRef<HTMLDivElement>(null);
  const [key, setKey] = useState("");

  useEffect(() => {
    setKey(crypto.randomUUID());
    const kept = window.sessionStorage.getItem(draftKey(id));
    if (kept) setDraft(JSON.parse(kept));
  }, [id]);

  useEffect(() => {
    if (state.status === "invalid" || state.status === "failed" || state.status === "signedOut")
      summary.current?.focus();
    if (state.status === "signedOut")
      window.sessionStorage.setItem(draftKey(id), JSON.stringify(state.values ?? {}));
    if (state.status === "done") {
      window.sessionStorage.removeItem(draftKey(id));
      setKey(crypto.randomUUID());
      setDraft(undefined);
    }
  }, [state, id]);

  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (state.status === "done") done.current?.(state);
  }, [state]);

  const shown =
    state.status === "done" || state.status === "idle" ? (draft ?? values) : (state.values ?? values);
  const issues = state.issues ?? [];
  // a new key lays the fields anew with what they should hold: React empties uncontrolled fields after an action
  const generation = useRef(0);
  const last = useRef<unknown>(null);
  if (last.current !== state || (draft && generation.current === 0)) {
    last.current = state;
    generation.current += 1;
  }

  return (
    <form action={submit} noValidate className={className} id={formId} data-form={id}>
      {key && <input type="hidden" name="_key" value={key} />}
      {draft && state.status === "idle" && (
        <p role="status" className="mb-4 rounded-md border border-sea-300 bg-sea-50 px-4 py-3 text-sea-800">
          {t("restored")}
        </p>
      )}
      {(issues.length > 0 || state.message) && state.status !== "done" && (
        <div
          ref={summary}
          tabIndex={-1}
          role="alert"
          className="mb-5 rounded-md border-2 border-bad bg-bad-bg px-4 py-3 text-bad"
        >
          <p className="font-semibold">{state.message ?? t("summary")}</p>
          {issues.length > 0 && (
            <ul className="mt-2 list-disc pl-5">
              {issues.map((issue) => (
                <li key={issue.path + issue.message}>
                  <a
                    className="underline"
                    href={`#${formId}-${issue.path.replace(/[.[\]]+/g, "-").replace(/-$/, "")}`}
                  >
                    {issue.message}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {state.status === "signedOut" && (
            <a
              className="mt-2 inline-block font-semibold underline"
              href={`sign-in?callbackUrl=${typeof window === "undefined" ? "" : encodeURIComponent(window.location.pathname + window.location.search)}`}
              onClick={(event) => signInAgain(event)}
            >
              {t("signInAgain")}
            </a>
          )}
        </div>
      )}
      {state.status === "done" && (doneMessage || state.message) && (
        <p role="status" className="mb-4 rounded-md border border-ok/40 bg-ok-bg px-4 py-3 text-ok">
          {state.message ?? doneMessage}
        </p>
      )}
      <FormContext.Provider key={generation.current} value={{ values: shown, issues, pending, formId }}>
        {children}
      </FormContext.Provider>
    </form>
  );
}

function signInAgain(event: { preventDefault: () => void }) {
  event.preventDefault();
  const { pathname, search } = window.location;
  window.location.assign(
    `/${pathname.split("/")[1]}/sign-in?callbackUrl=${encodeURIComponent(pathname + search)}`,
  );
}

/** The button that sends the form; says that it is working while it is. */
export function SubmitButton({
  children,
  tone = "sea",
  className,
  name,
  value,
  pending,
}: {
  children: ReactNode;
  tone?: Tone;
  className?: string;
  name?: string;
  value?: string;
  pending?: boolean;
}) {
  return (
    <FormContext.Consumer>
      {(form) => (
        <Button
          type="submit"
          tone={tone}
          name={name}
          value={value}
          className={cx(className)}
          aria-disabled={form.pending || pending}
          data-pending={form.pending || undefined}
        >
          {children}
          {form.pending && (
            <span
              aria-hidden
              className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent"
            />
          )}
        </Button>
      )}
    </FormContext.Consumer>
  );
}
