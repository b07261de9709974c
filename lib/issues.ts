import type { z } from "zod";
import type { InvalidError } from "./errors.ts";

/** A schema's issue as a message key: its own message where that is a key, else by its code. */
export function describe(issue: z.core.$ZodIssue): InvalidError["issues"][number] {
  const path = issue.path.reduce<string>(
    (joined, part) =>
      typeof part === "number" ? `${joined}[${part}]` : joined ? `${joined}.${String(part)}` : String(part),
    "",
  );
  if (/^[a-z][A-Za-z]+$/.test(issue.message))
    return {
      path,
      key: issue.message,
      ...(issue.code === "custom" && issue.params ? { params: issue.params } : {}),
    };
  if (issue.code === "unrecognized_keys") return { path: "", key: "unexpectedField" };
  if (issue.code === "too_big")
    return {
      path,
      key: issue.origin === "string" ? "tooLong" : issue.origin === "array" ? "tooMany" : "tooBig",
      params: { maximum: Number(issue.maximum) },
    };
  if (issue.code === "too_small")
    return {
      path,
      key: issue.origin === "string" ? "tooShort" : issue.origin === "array" ? "tooFew" : "tooSmall",
      params: { minimum: Number(issue.minimum) },
    };
  if (issue.code === "invalid_value" || (issue.code === "invalid_type" && issue.input === undefined))
    return {
      path,
      key: issue.code === "invalid_value" && issue.input !== undefined ? "notAChoice" : "required",
    };
  return { path, key: "invalidValue" };
}
