import { z } from "zod";
import { checkbox } from "#lib/forms.ts";
import { KINDS, type Kind } from "./kinds.ts";

export const PACES = ["AT_ONCE", "DAILY", "NEVER"] as const;

const choice = z.strictObject({ inApp: checkbox(), mail: z.enum(PACES) });
const kinds = Object.keys(KINDS) as [Kind, ...Kind[]];

/** `choices.<kind>.inApp` and `.mail` of the settings' form. */
export const preferencesInput = z.strictObject({ choices: z.partialRecord(z.enum(kinds), choice) });
export const readInput = z.strictObject({ id: z.uuid().optional() });
export const unsubscribeInput = z.strictObject({ token: z.string().max(200) });
