"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { useField } from "#components/ui/form-context.tsx";

type Props = {
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
  accept: string;
  maxBytes: number;
  /** said when the file is larger, before it is sent for nothing */
  tooLarge: string;
};

/** A file to choose. Nothing else of the form is lost when it is refused; the browser alone forgets the choice. */
export function FileField({ name, label, help, optional, accept, maxBytes, tooLarge }: Props) {
  const t = useTranslations("ui.form");
  const { id, error } = useField(name);
  const [refused, setRefused] = useState(false);
  const message = refused ? tooLarge : error;
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const large = (target.files?.[0]?.size ?? 0) > maxBytes;
    setRefused(large);
    if (large) target.value = "";
  };
  return (
    <div className="mb-5">
      <label htmlFor={id} className="block font-semibold">
        {label}
        {optional && <span className="ml-2 font-normal text-mute">{t("optional")}</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className="text-sm text-slate">
          {help}
        </p>
      )}
      <p id={`${id}-error`} aria-live="polite" className="mt-1 font-medium text-bad empty:hidden">
        {message}
      </p>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        onChange={onChange}
        aria-invalid={message ? true : undefined}
        aria-describedby={
          [help && `${id}-help`, message && `${id}-error`].filter(Boolean).join(" ") || undefined
        }
        className="mt-1.5 block w-full rounded-md border border-dashed border-field bg-paper p-3 file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-md file:border-0 file:bg-sea-100 file:px-4 file:font-semibold file:text-sea-800 aria-invalid:border-2 aria-invalid:border-bad"
      />
    </div>
  );
}
