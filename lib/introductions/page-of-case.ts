import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { casesOpenTo, sideOf } from "./policy.ts";

export type CasePage = "tasks" | "terms" | "meetings";

/** The address of a page of a case in the workspace of whoever has just acted there. */
export async function pageOfCase(
  viewer: Viewer,
  introductionId: string,
  page: CasePage,
  done: string,
): Promise<string> {
  const tail = `/${page}?done=${done}`;
  const side = sideOf(viewer);
  if (side === "STAFF") return `/staff/introductions/${introductionId}${tail}`;
  if (side === "TALENT") return `/talent/introductions/${introductionId}${tail}`;
  const found = await db.introduction.findFirst({
    where: { AND: [{ id: introductionId }, casesOpenTo(viewer)] },
    select: { matchId: true },
  });
  return found ? `/enterprise/introductions/${found.matchId}${tail}` : "/enterprise/introductions";
}
