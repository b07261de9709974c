import type { RawValue, RawValues } from "#lib/form-values.ts";
import type { NeedFields } from "./schema.ts";

function asTyped(value: unknown): RawValue | undefined {
  if (value === null || value === undefined || value === false || value === "") return undefined;
  if (value === true) return "on";
  if (Array.isArray(value)) return value.map(asTyped).filter((one) => one !== undefined);
  if (typeof value === "object") return formValues(value as Record<string, unknown>);
  return String(value);
}

/** A stored need as the form would have sent it. */
export function formValues(need: NeedFields | Record<string, unknown>): RawValues {
  const entries = Object.entries(need).map(([key, value]): [string, RawValue | undefined] => [
    key,
    asTyped(value),
  ]);
  return Object.fromEntries(entries.filter((entry): entry is [string, RawValue] => entry[1] !== undefined));
}
