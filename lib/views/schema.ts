import { z } from "zod";
import { text } from "#lib/forms.ts";

/** Lists whose filters can be kept under a name. */
export const LISTS = ["talents", "enterprises", "needs", "introductions", "audit"] as const;
export type ListName = (typeof LISTS)[number];

export const LIST_PATHS: Record<ListName, string> = {
  talents: "/staff/talents",
  enterprises: "/staff/enterprises",
  needs: "/staff/needs",
  introductions: "/staff/introductions",
  audit: "/staff/audit",
};

/** A query string without the place in the list. */
const query = () =>
  z
    .string("required")
    .max(1000)
    .transform((value) => {
      const params = new URLSearchParams(value);
      for (const name of ["after", "done"]) params.delete(name);
      return params.toString();
    })
    .pipe(z.string().min(1, "nothingToSave"));

export const saveViewInput = z.strictObject({ list: z.enum(LISTS), name: text(60), query: query() });
export type SaveView = z.output<typeof saveViewInput>;
export const deleteViewInput = z.strictObject({ viewId: z.uuid("notFound") });

export type SavedView = { id: string; name: string; query: string };
