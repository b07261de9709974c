"use client";

import { unstable_rethrow, usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { type FormState, IDLE } from "#lib/action-state.ts";
import { formToObject, type RawValues } from "#lib/form-values.ts";
import { Button, type Tone } from "./button.tsx";
import { cx } from "./cx.ts";
import { FormContext, fieldId } from "./form-context.tsx";
import { dropDraft, keepDraft, takeDraft } from "./form-draft.ts";

type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/**
 * A form over a server action. Shows an error summary that takes focus and links to the fields, keeps what was typed after a
 * failure (of the network too), sends one idempotency key however often it is submitted, keeps a draft over an expired
 * session, and works without JavaScript. `id` names the form on its page. `values` are what is stored: given, the form goes
 * on showing what was saved after a success that does not redirect; not given, it is emptied for the next entry.
 * `onDone` sees the state of a success that did not redirect.
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
  const [state, submit, pending] = useActionState(
    useSafely(action, { unreachable: t("unreachable"), tooLarge: t("tooLarge") }),
    IDLE,
  );
  const [draft, setDraft] = useState<RawValues>();
  const formId = `f${useId().replace(/[^a-z0-9]/gi, "")}`;
  const message = useRef<HTMLDivElement>(null);
  const sending = useRef(false);

  useEffect(() => setDraft(takeDraft(id)), [id]);
  useEffect(() => {
    if (state.status !== "idle") message.current?.focus();
    if (state.status === "signedOut") keepDraft(id, state.values ?? {});
  }, [state, id]);
  useEffect(() => {
    if (!pending) sending.current = false;
  }, [pending]);

  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (state.status === "done") done.current?.(state);
  }, [state]);

  const stored = JSON.stringify(values);
  const storedBefore = useRef(stored);
  const shown = shownValues(state, values, draft, stored === storedBefore.current);
  return (
    <form
      action={submit}
      noValidate
      className={className}
      id={formId}
      data-form={id}
      onSubmit={(event) => {
        if (sending.current) return event.preventDefault();
        sending.current = true;
        storedBefore.current = stored;
        dropDraft(id);
      }}
    >
      <SubmissionKey spent={state.status === "done" ? state : null} />
      {draft && state.status === "idle" && (
        <p role="status" className="mb-4 rounded-md border border-sea-300 bg-sea-50 px-4 py-3 text-sea-800">
          {t("restored")}
        </p>
      )}
      <Outcome state={state} formId={formId} doneMessage={doneMessage} box={message} />
      <FormContext.Provider value={{ values: shown, issues: state.issues ?? [], pending, formId }}>
        <Laid again={[state, draft, stored]}>{children}</Laid>
      </FormContext.Provider>
    </form>
  );
}

function shownValues(
  state: FormState,
  values: RawValues,
  draft: RawValues | undefined,
  stillStored: boolean,
): RawValues {
  if (state.status === "idle") return draft ?? values;
  if (state.status !== "done") return state.values ?? values;
  const editing = Object.keys(values).length > 0;
  return editing && stillStored ? (state.values ?? values) : values;
}

/** Of all files of a form together: the server takes no larger request (next.config.ts), and hangs up without a word. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Once the page is alive, a request that does not get through is an answer too, with what was typed. */
function useSafely(action: FormAction, says: { unreachable: string; tooLarge: string }): FormAction {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  // until then the server action itself stands in the form, so that it works without JavaScript
  if (!alive) return action;
  return async (state, data) => {
    const values = formToObject(data);
    const bytes = [...data.values()].reduce((sum, one) => sum + (one instanceof File ? one.size : 0), 0);
    if (bytes > MOST_BYTES) return { status: "failed", message: says.tooLarge, values };
    try {
      const answer = await action(state, data);
      return { ...answer, values: answer.values ?? values };
    } catch (error) {
      unstable_rethrow(error);
      return { status: "failed", message: says.unreachable, values };
    }
  };
}

// not randomUUID, which a phone that comes by plain http on the same network does not have
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );

/** The same key however often one form is sent; a new one after it was carried out. */
function SubmissionKey({ spent }: { spent: unknown }) {
  const [key, setKey] = useState(newKey);
  const [last, setLast] = useState(spent);
  if (spent !== last) {
    setLast(spent);
    if (spent) setKey(newKey());
  }
  // the browser keeps the server's key when the page comes alive: either is as good
  return <input key={key} type="hidden" name="_key" defaultValue={key} suppressHydrationWarning />;
}

/** Lays the fields anew when what they should hold has changed: React empties uncontrolled fields after an action. */
function Laid({ again, children }: { again: unknown[]; children: ReactNode }) {
  const [seen, setSeen] = useState({ again, count: 0 });
  if (seen.again.some((one, index) => one !== again[index])) setSeen({ again, count: seen.count + 1 });
  return (
    <div key={seen.count} className="contents">
      {children}
    </div>
  );
}

function Outcome({
  state,
  formId,
  doneMessage,
  box,
}: {
  state: FormState;
  formId: string;
  doneMessage: ReactNode;
  box: React.RefObject<HTMLDivElement | null>;
}) {
  const t = useTranslations("ui.form");
  const signIn = useSignIn();
  const labels = useLabels(formId, state.issues);
  if (state.status === "idle") return null;
  if (state.status === "done")
    return state.message || doneMessage ? (
      <div
        ref={box}
        tabIndex={-1}
        role="status"
        className="mb-4 rounded-md border border-ok/40 bg-ok-bg px-4 py-3 text-ok"
      >
        {state.message ?? doneMessage}
      </div>
    ) : null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="mb-5 rounded-md border-2 border-bad bg-bad-bg px-4 py-3 text-bad"
    >
      <p className="font-semibold">{state.message ?? t("summary")}</p>
      {!!state.issues?.length && (
        <ul className="mt-2 list-disc pl-5">
          {state.issues.map((issue) => (
            <li key={issue.path + issue.message}>
              {issue.path ? (
                <a
                  className="underline"
                  href={`#${fieldId(formId, issue.path)}`}
                  onClick={(event) => focusField(event, formId, issue.path)}
                >
                  {labels[issue.path]
                    ? t("labelled", { label: labels[issue.path] ?? "", message: issue.message })
                    : issue.message}
                </a>
              ) : (
                issue.message
              )}
            </li>
          ))}
        </ul>
      )}
      {state.status === "signedOut" && (
        <a className="mt-2 inline-block font-semibold underline" href={signIn}>
          {t("signInAgain")}
        </a>
      )}
    </div>
  );
}

function useSignIn() {
  const [locale, path, query] = [useLocale(), usePathname(), useSearchParams().toString()];
  return `/${locale}/sign-in?callbackUrl=${encodeURIComponent(query ? `${path}?${query}` : path)}`;
}

/** The field of an error; of `skills[2]` that is `skills` where one field holds the whole list. */
function fieldOf(formId: string, path: string): HTMLElement | null {
  for (let name = path; name; name = name.replace(/(^|[.[])[^.[]*$/, "")) {
    const field = document.getElementById(fieldId(formId, name));
    if (field) return field;
  }
  return null;
}

function focusField(event: { preventDefault: () => void }, formId: string, path: string) {
  const field = fieldOf(formId, path);
  if (!field) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  (field.closest("div, fieldset") ?? field).scrollIntoView({ block: "center" });
}

/** What the fields with errors are called, so that the summary does not just say "fill this in" several times. */
function useLabels(formId: string, issues: FormState["issues"]): Record<string, string> {
  const [labels, setLabels] = useState<Record<string, string>>({});
  useEffect(() => {
    const found = (issues ?? []).map(({ path }) => {
      const field = fieldOf(formId, path);
      const label =
        field?.querySelector("legend") ?? (field && document.querySelector(`label[for="${field.id}"]`));
      // without "optional", which stands in an element of its own
      return [path, label?.firstChild?.textContent?.trim() ?? ""];
    });
    setLabels(Object.fromEntries(found));
  }, [formId, issues]);
  return labels;
}

/** The button that sends the form; says that it is working while it is. */
export function SubmitButton({
  children,
  tone = "sea",
  className,
  name,
  value,
  pending = false,
}: {
  children: ReactNode;
  tone?: Tone;
  className?: string;
  name?: string;
  value?: string;
  pending?: boolean;
}) {
  const status = useFormStatus();
  const working = status.pending && (!name || status.data.get(name) === (value ?? ""));
  return (
    <Button
      type="submit"
      tone={tone}
      name={name}
      value={value}
      className={cx(className)}
      aria-disabled={status.pending || pending || undefined}
      data-pending={working || undefined}
    >
      {children}
      {working && (
        <span
          aria-hidden
          className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent"
        />
      )}
    </Button>
  );
}
