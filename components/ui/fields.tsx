"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { cx } from "./cx.ts";
import { useField } from "./form-context.tsx";

type Common = { name: string; label: ReactNode; help?: ReactNode; optional?: boolean; className?: string };

const box =
  "w-full rounded-md border border-field bg-paper px-3 py-2 min-h-11 text-ink placeholder:text-mute aria-invalid:border-bad aria-invalid:border-2";

function Frame({
  id,
  label,
  help,
  error,
  optional,
  className,
  children,
}: Omit<Common, "name"> & { id: string; error?: string; children: ReactNode }) {
  const t = useTranslations("ui.form");
  return (
    <div className={cx("mb-5 min-w-0", className)}>
      <label htmlFor={id} className="block font-semibold">
        {label}
        {optional && <span className="ml-2 font-normal text-mute">{t("optional")}</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className="text-sm text-slate">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-medium text-bad">
          {error}
        </p>
      )}
      <div className="mt-1.5">{children}</div>
    </div>
  );
}

const described = (id: string, help: ReactNode, error?: string) =>
  [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
const asText = (value: unknown) =>
  typeof value === "string"
    ? value
    : Array.isArray(value)
      ? value.filter((one) => typeof one === "string").join("\n")
      : undefined;

export function TextField({
  name,
  label,
  help,
  optional,
  className,
  ...input
}: Common & Omit<ComponentProps<"input">, "name" | "className">) {
  const { id, value, error } = useField(name);
  return (
    <Frame id={id} label={label} help={help} error={error} optional={optional} className={className}>
      <input
        id={id}
        name={name}
        defaultValue={input.type === "password" ? undefined : asText(value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, help, error)}
        className={box}
        {...input}
      />
    </Frame>
  );
}

/** How much of a long text fits, once it is nearly too much. */
export function LengthNote({ length, maximum }: { length: number; maximum: number | undefined }) {
  const t = useTranslations("ui.form");
  if (!maximum || length < maximum * 0.9) return null;
  return (
    <p role="status" className={cx("mt-1 text-sm", length > maximum ? "font-medium text-bad" : "text-slate")}>
      {t("length", { length, maximum })}
    </p>
  );
}

/** Also for lists with one entry a line: an array value is shown so. `maxLength` is counted and not cut: what is pasted stays whole. */
export function TextArea({
  name,
  label,
  help,
  optional,
  className,
  rows = 4,
  maxLength,
  ...input
}: Common & Omit<ComponentProps<"textarea">, "name" | "className" | "onInput">) {
  const { id, value, error } = useField(name);
  const [length, setLength] = useState(0);
  return (
    <Frame id={id} label={label} help={help} error={error} optional={optional} className={className}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={asText(value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, help, error)}
        className={cx(box, "leading-relaxed")}
        onInput={(event) => setLength(event.currentTarget.value.length)}
        {...input}
      />
      <LengthNote length={length} maximum={maxLength} />
    </Frame>
  );
}

export type Option = {
  value: string;
  label: string;
  /** where the label is not in the page's language */
  lang?: string;
};

export function SelectField({
  name,
  label,
  help,
  optional,
  className,
  options,
  empty,
  ...input
}: Common & {
  options: Option[] /** text of the choice for "nothing chosen", which is then always there */;
  empty?: string;
} & Omit<ComponentProps<"select">, "name" | "className">) {
  const t = useTranslations("ui.form");
  const { id, value, error } = useField(name);
  return (
    <Frame id={id} label={label} help={help} error={error} optional={optional} className={className}>
      <select
        id={id}
        name={name}
        defaultValue={asText(value) ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, help, error)}
        className={box}
        {...input}
      >
        {(empty !== undefined || asText(value) === undefined) && (
          <option value="">{empty ?? t("choose")}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** Several of a set (`multiple`, sent as `name[]`) or one of it. */
export function ChoiceField({
  name,
  label,
  help,
  optional,
  options,
  multiple = false,
  columns = false,
}: Common & { options: (Option & { help?: string })[]; multiple?: boolean; columns?: boolean }) {
  const t = useTranslations("ui.form");
  const { id, value, error } = useField(name);
  const chosen = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return (
    <fieldset className="mb-5" aria-describedby={described(id, help, error)} id={id} tabIndex={-1}>
      <legend className="font-semibold">
        {label}
        {optional && <span className="ml-2 font-normal text-mute">{t("optional")}</span>}
      </legend>
      {help && (
        <p id={`${id}-help`} className="text-sm text-slate">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-medium text-bad">
          {error}
        </p>
      )}
      <div className={cx("mt-1.5 grid gap-x-6", columns && "sm:grid-cols-2")}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type={multiple ? "checkbox" : "radio"}
              name={multiple ? `${name}[]` : name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="mt-1 size-5 shrink-0 accent-sea-fill"
            />
            <span lang={option.lang}>
              {option.label}
              {option.help && <span className="block text-sm text-slate">{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One yes or no; never ticked beforehand for a consent. */
export function CheckField({ name, label, help }: Omit<Common, "optional">) {
  const { id, value, error } = useField(name);
  return (
    <div className="mb-5">
      {error && (
        // in line with the words beside the box, so that it reads as this box's
        <p id={`${id}-error`} className="pl-8 font-medium text-bad">
          {error}
        </p>
      )}
      <label className="flex min-h-11 items-start gap-3 py-2">
        <input
          id={id}
          type="checkbox"
          name={name}
          defaultChecked={value === "on" || value === "true"}
          aria-invalid={error ? true : undefined}
          aria-describedby={described(id, help, error)}
          className="mt-1 size-5 shrink-0 accent-sea-fill"
        />
        <span>
          {label}
          {help && (
            <span id={`${id}-help`} className="block text-sm text-slate">
              {help}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}

/** Fields that belong together, under a legend. */
export function FieldGroup({
  legend,
  children,
  className,
}: {
  legend: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <fieldset className={cx("mb-6", className)}>
      <legend className="mb-3 text-lg font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}
