import { z } from "zod";

export const EXPORT_KINDS = ["talents", "needs", "matches", "audit"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
/** Kinds of files that leave the house; figures are taken from their own page. */
export const EXPORTED = [...EXPORT_KINDS, "figures"] as const;
export type Exported = (typeof EXPORTED)[number];
export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const prepareExportInput = z.strictObject({
  kind: z.enum(EXPORT_KINDS),
  format: z.enum(EXPORT_FORMATS),
  /** the list's filters, as they stand in its address */
  query: z.preprocess((value) => value ?? "", z.string().max(1000)),
  // as typed
  password: z.string("required").min(1, "required").max(1000, "invalidValue"),
});
export type PrepareExport = z.output<typeof prepareExportInput>;

/** Names of filters as an object, as the list's own schema reads them. */
export const filtersOf = (query: string) => Object.fromEntries(new URLSearchParams(query));
