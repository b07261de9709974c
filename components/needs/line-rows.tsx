"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useField } from "#components/ui/form-context.tsx";
import { IDLE } from "#lib/action-state.ts";
import { suggestConceptsAction } from "#lib/needs/actions.ts";

type Props = {
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
  /** how many empty lines stand there at first, also without JavaScript */
  lines?: number;
  /** names from the dictionary are proposed while typing; free text is as good */
  suggest?: boolean;
};

/** Short texts, one a line, each with its own field: `name[0]`, `name[1]` … Empty lines are not sent. */
export function LineRows({ name, label, help, optional, lines = 1, suggest = false }: Props) {
  const t = useTranslations("needs.form");
  const ui = useTranslations("ui.form");
  const { id, value, error } = useField(name);
  const filled = Array.isArray(value) ? value.length : 0;
  const [rows, setRows] = useState(() =>
    Array.from({ length: Math.max(lines, filled) }, (_, index) => index),
  );
  const list = useRef<HTMLOListElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (added.current) list.current?.lastElementChild?.querySelector("input")?.focus();
    added.current = false;
  }, [rows]);
  const add = () => {
    added.current = true;
    setRows([...rows, Math.max(-1, ...rows) + 1]);
  };
  return (
    <fieldset
      className="mb-6 min-w-0"
      id={id}
      tabIndex={-1}
      aria-describedby={help ? `${id}-help` : undefined}
    >
      <legend className="font-semibold">
        {label}
        {optional && <span className="ml-2 font-normal text-mute">{ui("optional")}</span>}
      </legend>
      {help && (
        <p id={`${id}-help`} className="text-sm text-slate">
          {help}
        </p>
      )}
      {error && filled === 0 && <p className="mt-1 font-medium text-bad">{error}</p>}
      <ol ref={list} className="mt-1.5 grid gap-2">
        {rows.map((row, index) => (
          <Row
            key={row}
            name={`${name}[${row}]`}
            label={t("row", { label, number: index + 1 })}
            suggest={suggest}
            remove={t("remove")}
            onRemove={rows.length > 1 ? () => setRows(rows.filter((one) => one !== row)) : undefined}
            onEnter={add}
          />
        ))}
      </ol>
      <Button tone="quiet" className="mt-1 -ml-3" onClick={add}>
        <Plus aria-hidden className="size-4" />
        {t("add")}
        <span className="sr-only">: {label}</span>
      </Button>
    </fieldset>
  );
}

type RowProps = {
  name: string;
  label: string;
  suggest: boolean;
  remove: string;
  onRemove?: () => void;
  onEnter: () => void;
};

function Row({ name, label, suggest, remove, onRemove, onEnter }: RowProps) {
  const { id, value, error } = useField(name);
  const [typed, setTyped] = useState("");
  const suggestions = useSuggestions(suggest ? typed : "");
  const listId = useId();
  return (
    <li>
      {error && (
        <p id={`${id}-error`} className="mb-1 font-medium text-bad">
          {error}
        </p>
      )}
      <div className="flex gap-1.5">
        <input
          id={id}
          name={name}
          aria-label={label}
          defaultValue={typeof value === "string" ? value : undefined}
          maxLength={300}
          list={suggest ? listId : undefined}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            // Enter ends the line, not the form; while a Chinese input method composes it belongs to that
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (event.currentTarget.value) onEnter();
          }}
          className="min-h-11 w-full min-w-0 rounded-md border border-field bg-paper px-3 py-2 aria-invalid:border-2 aria-invalid:border-bad"
        />
        {suggest && (
          <datalist id={listId}>
            {suggestions.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        )}
        {onRemove && (
          <Button
            tone="quiet"
            className="min-w-11 px-0"
            aria-label={`${remove}: ${label}`}
            onClick={onRemove}
          >
            <X aria-hidden className="size-4" />
          </Button>
        )}
      </div>
    </li>
  );
}

/** Names of the dictionary for what is typed, after a pause; an answer that comes late is dropped. */
function useSuggestions(typed: string): string[] {
  const [found, setFound] = useState<string[]>([]);
  useEffect(() => {
    const q = typed.trim();
    if (!q || q.length > 40) return setFound([]);
    let current = true;
    const timer = setTimeout(async () => {
      const form = new FormData();
      form.set("q", q);
      const state = await suggestConceptsAction(IDLE, form).catch(() => IDLE);
      if (current && Array.isArray(state.data)) setFound(state.data as string[]);
    }, 250);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return found;
}
