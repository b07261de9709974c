"use client";

import { createContext, useContext } from "react";
import type { RawValue, RawValues } from "#lib/form-values.ts";

export type FormContextValue = {
  values: RawValues;
  issues: { path: string; message: string }[];
  pending: boolean;
  formId: string;
};

export const FormContext = createContext<FormContextValue>({
  values: {},
  issues: [],
  pending: false,
  formId: "form",
});

/** The value of `a[0].b` among what was typed or stored. */
function valueAt(values: RawValues, path: string): RawValue | undefined {
  return (path.match(/[^.[\]]+/g) ?? []).reduce<RawValue | undefined>(
    (value, key) =>
      value === undefined || typeof value === "string" ? undefined : (value as Record<string, RawValue>)[key],
    values,
  );
}

/** The id of the field at `a[0].b` */
export const fieldId = (formId: string, path: string) =>
  `${formId}-${path.replace(/[.[\]]+/g, "-").replace(/-$/, "")}`;

/** What a field needs: its id, value, error. `name[]` is looked up as `name`. */
export function useField(name: string) {
  const { values, issues, pending, formId } = useContext(FormContext);
  const path = name.replace(/\[\]$/, "");
  const id = fieldId(formId, path);
  const issue = issues.find(
    (one) => one.path === path || one.path.startsWith(`${path}[`) || one.path.startsWith(`${path}.`),
  );
  return { id, value: valueAt(values, path), error: issue?.message, pending };
}
