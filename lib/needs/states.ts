import type { NeedStatus } from "./schema.ts";

/** The life of a need (domain): which act leads from where to where. */
export const NEED_ACTS = {
  submit: { from: ["DRAFT", "RETURNED"], to: ["SUBMITTED"] },
  open: { from: ["SUBMITTED"], to: ["OPEN"] },
  return: { from: ["SUBMITTED"], to: ["RETURNED"] },
  pause: { from: ["OPEN", "PARTIALLY_FILLED"], to: ["PAUSED"] },
  resume: { from: ["PAUSED"], to: ["OPEN", "PARTIALLY_FILLED"] },
  fill: { from: ["OPEN", "PARTIALLY_FILLED"], to: ["PARTIALLY_FILLED", "FILLED"] },
  close: { from: ["OPEN", "PARTIALLY_FILLED", "PAUSED", "FILLED"], to: ["CLOSED"] },
  expire: { from: ["OPEN", "PARTIALLY_FILLED", "PAUSED"], to: ["EXPIRED"] },
  withdraw: {
    from: ["DRAFT", "SUBMITTED", "RETURNED", "OPEN", "PARTIALLY_FILLED", "PAUSED"],
    to: ["WITHDRAWN"],
  },
} as const satisfies Record<string, { from: readonly NeedStatus[]; to: readonly NeedStatus[] }>;
export type NeedAct = keyof typeof NEED_ACTS;

export const mayAct = (act: NeedAct, status: NeedStatus) =>
  (NEED_ACTS[act].from as readonly NeedStatus[]).includes(status);

/** Public, and looking for people. */
export const LOOKING: readonly NeedStatus[] = ["OPEN", "PARTIALLY_FILLED"];
export const isLooking = (status: NeedStatus) => LOOKING.includes(status);

/** Freely changed before it is open; once open all but what it is. */
export const DRAFTING: readonly NeedStatus[] = ["DRAFT", "RETURNED"];
export const REVISABLE: readonly NeedStatus[] = ["OPEN", "PARTIALLY_FILLED", "PAUSED"];
export const isEditable = (status: NeedStatus) => DRAFTING.includes(status) || REVISABLE.includes(status);
export const LOCKED_ONCE_OPEN = ["type", "direction", "title"] as const;

/** The state of a need with so many of its places filled. */
export const stateByFilled = (filled: number, headcount: number): NeedStatus =>
  filled <= 0 ? "OPEN" : filled >= headcount ? "FILLED" : "PARTIALLY_FILLED";
