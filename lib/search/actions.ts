"use server";

import { action } from "#lib/action.ts";
import { findRecords } from "./queries.ts";
import { paletteInput } from "./schema.ts";

export const searchRecordsAction = action("searchRecordsAction", paletteInput, async (viewer, { q }) => ({
  data: await findRecords(viewer, q),
}));
