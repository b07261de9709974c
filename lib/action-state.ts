import type { RawValues } from "./forms.ts";

/** What an action tells its form. Messages are already in the viewer's language. */
export type FormState = {
  status: "idle" | "invalid" | "failed" | "signedOut" | "done";
  /** what was typed, to show again */
  values?: RawValues;
  issues?: { path: string; message: string }[];
  message?: string;
  data?: unknown;
};

export const IDLE: FormState = { status: "idle" };
