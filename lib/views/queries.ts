import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import type { ListName, SavedView } from "./schema.ts";

/** The viewer's own saved views of a list; nobody reads another's. */
export async function listViews(viewer: Viewer, list: ListName): Promise<SavedView[]> {
  if (!viewer.accountId) return [];
  return db.savedView.findMany({
    where: { accountId: viewer.accountId, list },
    orderBy: { name: "asc" },
    take: 50,
    select: { id: true, name: true, query: true },
  });
}
