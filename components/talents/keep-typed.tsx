"use client";

import { useEffect, useRef } from "react";
import { dropDraft, keepDraft } from "#components/ui/form-draft.ts";
import { formToObject } from "#lib/form-values.ts";

/**
 * Inside a form: keeps what is typed in this tab, so that going to another step and back loses nothing. `id` is the form's; the
 * form itself shows the draft again, says that it is not sent yet, and drops it when it is sent.
 */
export function KeepTyped({ id }: { id: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting = false;
    const keep = () => {
      waiting = false;
      if (form.isConnected) keepDraft(id, formToObject(new FormData(form)));
    };
    // rows and tags come and go by buttons, a moment after the click
    const changed = (event: Event) => {
      const target = event.target as HTMLElement;
      if (event.type === "click" && target.closest("button")?.type !== "button") return;
      clearTimeout(timer);
      waiting = true;
      timer = setTimeout(keep, 200);
    };
    const sent = () => {
      clearTimeout(timer);
      waiting = false;
      dropDraft(id);
    };
    const leaving = () => waiting && keep();
    form.addEventListener("input", changed);
    form.addEventListener("click", changed);
    form.addEventListener("submit", sent);
    // a step's link is clicked before the form is gone
    document.addEventListener("click", leaving, true);
    window.addEventListener("pagehide", leaving);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", changed);
      form.removeEventListener("click", changed);
      form.removeEventListener("submit", sent);
      document.removeEventListener("click", leaving, true);
      window.removeEventListener("pagehide", leaving);
    };
  }, [id]);
  return <span ref={mark} hidden />;
}
