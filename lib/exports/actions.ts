"use server";

import { action } from "#lib/action.ts";
import { prepareExport } from "./commands.ts";
import { prepareExportInput } from "./schema.ts";

export const prepareExportAction = action(
  "prepareExportAction",
  prepareExportInput,
  async (viewer, input, { locale }) => ({ data: { href: await prepareExport(viewer, input, locale) } }),
);
