import type { Prisma } from "#prisma/generated/client.ts";
import { conceptRecord, contentOf } from "./concept.ts";
import type { Edit } from "./overlay.ts";

/** Rows of what staff changed, and what they mean. */
export const editSelect = {
  conceptId: true,
  content: true,
  mergedIntoId: true,
  retired: true,
  reviewedHash: true,
} as const satisfies Prisma.TaxonomyEditSelect;

type Row = Omit<Edit, "content"> & { content: Prisma.JsonValue };

export function asEdit(row: Row): Edit {
  const concept = row.content === null ? null : conceptRecord({ id: row.conceptId, ...Object(row.content) });
  return { ...row, content: concept && contentOf(concept) };
}
