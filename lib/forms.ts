import { z } from "zod";

/** Field types shared by all forms. Values arrive as strings; an empty one is absent. Messages are keys below `errors`. */
// control characters other than tab and line break, and the marks that turn the direction of text around
const UNWANTED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

const cleaned = z.string().transform((value) => value.replace(UNWANTED, "").replace(/\r\n?/g, "\n").trim());

export const text = (maximum: number) => cleaned.pipe(z.string().min(1, "required").max(maximum));
export const optionalText = (maximum: number) =>
  z.preprocess((value) => value ?? "", cleaned.pipe(z.string().max(maximum)));
export const email = () =>
  cleaned.pipe(z.email("invalidEmail").max(254)).transform((value) => value.toLowerCase());
export const checkbox = () =>
  z.preprocess((value) => value === "on" || value === "true" || value === true, z.boolean());
export const whole = (minimum: number, maximum: number) =>
  z.preprocess(
    (value) =>
      typeof value === "string"
        ? /^-?[\d,\s]+$/.test(value)
          ? Number(value.replace(/[,\s]/g, ""))
          : value
        : value,
    z.number("notANumber").int("notANumber").min(minimum).max(maximum),
  );
/** YYYY-MM-DD of a real day */
export const day = () => z.iso.date("invalidDate");
/** YYYY-MM */
export const month = () => z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, "invalidMonth");
/** Several values of one name (`name[]`), or one to a line. */
export const lines = (maximum: number, length: number) =>
  z.preprocess(
    (value) =>
      (Array.isArray(value) ? value : typeof value === "string" ? value.split("\n") : [])
        .map((line) => (typeof line === "string" ? line.trim() : line))
        .filter((line) => line !== ""),
    z.array(text(length)).max(maximum, "tooMany"),
  );
export const choices = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(values)).max(values.length),
  );
export const phone = () => cleaned.pipe(z.string().regex(/^\+?[\d\s()-]{6,24}$/, "invalidPhone"));
export const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), type.nullable());

export type RawValue = string | RawValue[] | { [key: string]: RawValue };
export type RawValues = { [key: string]: RawValue };

/**
 * `a`, `a[]`, `a[0].b` of a form as one nested object. Files are left out (an action reads them itself), as are Next's own
 * fields and those beginning with `_`. An empty string is left out too, so that it means "absent".
 */
export function formToObject(data: FormData): RawValues {
  const root: RawValues = {};
  for (const [name, value] of data.entries()) {
    if (typeof value !== "string" || name.startsWith("$") || name.startsWith("_") || name === "") continue;
    const path = name.match(/[^.[\]]+|\[\]/g) ?? [];
    if (
      path.length > 5 ||
      path.some(
        (part) =>
          part === "__proto__" || part === "constructor" || (/^\d+$/.test(part) && Number(part) > 200),
      )
    )
      continue;
    put(root, path, value);
  }
  return compact(root) as RawValues;
}

function put(target: RawValues | RawValue[], path: string[], value: string) {
  const [head = "", ...rest] = path;
  const box = target as Record<string, RawValue | undefined>;
  const key = head === "[]" ? String((target as RawValue[]).length) : head;
  if (rest.length === 0) {
    if (value !== "") box[key] = value;
    return;
  }
  const child = box[key];
  const next = typeof child === "object" && child !== null ? child : /^\d+$|^\[\]$/.test(rest[0]!) ? [] : {};
  box[key] = next;
  put(next, rest, value);
}

/** Arrays without holes: a removed row leaves no gap. */
function compact(value: RawValue): RawValue {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(compact);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, compact(child)]));
}
