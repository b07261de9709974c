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
    z
      .number("notANumber")
      .int("notANumber")
      .refine((value) => value >= minimum && value <= maximum, {
        message: "outOfRange",
        params: { minimum, maximum },
      }),
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

// apart, so that the browser gets it without the schemas
export { formToObject, type RawValue, type RawValues } from "./form-values.ts";
