import { db } from "#lib/db.ts";
import { isPublic } from "./open-view.ts";

// three languages of each stay below the 50,000 addresses of one sitemap
const MOST = 15_000;

/** The open needs for search engines, newest first. */
export const indexOpenNeeds = (): Promise<{ id: string; updatedAt: Date }[]> =>
  db.need.findMany({
    where: isPublic,
    orderBy: { openedAt: "desc" },
    take: MOST,
    select: { id: true, updatedAt: true },
  });
