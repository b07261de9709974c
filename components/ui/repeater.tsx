"use client";

import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { useField } from "./form-context.tsx";

/** Rows of fields named `name[0].x`, `name[1].x` …; `children` draws one row from its prefix. Rows can be added and removed. */
export function Repeater({
  name,
  add,
  remove,
  rowLabel,
  minimum = 0,
  maximum = 40,
  children,
}: {
  name: string;
  add: string;
  remove: string;
  rowLabel: (index: number) => string;
  minimum?: number;
  maximum?: number;
  children: (prefix: string, index: number) => ReactNode;
}) {
  const { id, value, error } = useField(name);
  const start = Math.max(minimum, Array.isArray(value) ? value.length : 0);
  const [rows, setRows] = useState(() => Array.from({ length: start }, (_, index) => index));
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const change = useRef<"added" | "removed">(undefined);
  // the keyboard goes where the change happened, not back to the top of the page
  // runs after the rows have changed
  useEffect(() => {
    if (change.current === "added")
      list.current?.lastElementChild?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    if (change.current === "removed") addButton.current?.focus();
    change.current = undefined;
  }, [rows]);
  return (
    <div className="mb-6">
      {error && rows.length === 0 && <p className="mb-2 font-medium text-bad">{error}</p>}
      <ol ref={list} id={id} tabIndex={-1} className="grid gap-4">
        {rows.map((row, index) => (
          <li key={row} className="rounded-lg border border-line bg-mist/60 p-4">
            <div className="mb-3 flex items-center justify-between gap-3">
              <p className="font-semibold text-slate">{rowLabel(index)}</p>
              {rows.length > minimum && (
                <Button
                  tone="quiet"
                  onClick={() => {
                    change.current = "removed";
                    setRows(rows.filter((one) => one !== row));
                  }}
                  aria-label={`${remove}: ${rowLabel(index)}`}
                >
                  <Trash2 aria-hidden className="size-4" />
                  {remove}
                </Button>
              )}
            </div>
            {children(`${name}[${row}]`, index)}
          </li>
        ))}
      </ol>
      {rows.length < maximum && (
        <Button
          ref={addButton}
          tone="plain"
          className="mt-3"
          onClick={() => {
            change.current = "added";
            setRows([...rows, rows.length ? Math.max(...rows) + 1 : 0]);
          }}
        >
          <Plus aria-hidden className="size-4" />
          {add}
        </Button>
      )}
    </div>
  );
}
