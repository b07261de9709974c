"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useField } from "#components/ui/form-context.tsx";
import { PERCENT } from "#lib/matches/weight-set.ts";
import type { CriterionId } from "#lib/matching/types.ts";

type Props = {
  id: CriterionId;
  /** of 100, with all weights as they stand in the form */
  points: number;
  onPercent: (percent: number) => void;
};

const within = (percent: number) => percent >= PERCENT.least && percent <= PERCENT.most;

/** One weight: a number for the keyboard, with a slider for mouse and finger once the page is alive. */
export function WeightField({ id, points, onPercent }: Props) {
  const t = useTranslations("weights");
  const names = useTranslations("matching.criteria");
  const field = useField(id);
  const [text, setText] = useState(typeof field.value === "string" ? field.value : "100");
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const percent = Number(text);
  const known = text !== "" && within(percent);
  useEffect(() => {
    if (known) onPercent(percent);
  }, [known, percent]);
  const described = [`${field.id}-points`, field.error && `${field.id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_10.5rem] items-center gap-x-4 gap-y-1 py-2">
      <label htmlFor={field.id} className="font-semibold">
        {names(id)}
      </label>
      <span className="flex items-center justify-end gap-1.5">
        <input
          id={field.id}
          name={id}
          type="number"
          inputMode="numeric"
          required
          min={PERCENT.least}
          max={PERCENT.most}
          step={PERCENT.step}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={described}
          className="min-h-11 w-24 rounded-md border border-field bg-paper px-3 text-right tabular-nums aria-invalid:border-2 aria-invalid:border-bad"
        />
        <span aria-hidden>%</span>
      </span>
      {field.error && (
        <p id={`${field.id}-error`} className="col-span-2 font-medium text-bad">
          {field.error}
        </p>
      )}
      {alive ? (
        <input
          type="range"
          aria-hidden
          tabIndex={-1}
          min={PERCENT.least}
          max={PERCENT.most}
          step={PERCENT.step}
          value={known ? percent : 100}
          onChange={(event) => setText(event.target.value)}
          className="h-8 w-full accent-sea-fill"
        />
      ) : (
        <span />
      )}
      <span id={`${field.id}-points`} className="text-right text-sm text-slate tabular-nums">
        {t("points", { points: points.toFixed(1) })}
      </span>
    </div>
  );
}
