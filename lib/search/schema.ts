import { z } from "zod";
import { text } from "#lib/forms.ts";

export const paletteInput = z.strictObject({ q: text(80) });
export type Found = { href: string; label: string; note: string };
