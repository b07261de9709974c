import { db } from "#lib/db.ts";
import type { MatchStatus } from "#prisma/generated/enums.ts";
import type { Progress } from "./views.ts";

const STAGE: Partial<Record<MatchStatus, keyof Progress>> = {
  SUGGESTED: "reviewing",
  IN_REVIEW: "reviewing",
  // approved, but the reviewer can still take it back
  APPROVED: "reviewing",
  INVITED: "invited",
  TALENT_ACCEPTED: "yourTurn",
  INTRODUCED: "introduced",
  TALENT_DECLINED: "declined",
  ENTERPRISE_DECLINED: "declined",
  INVITATION_EXPIRED: "declined",
};

export const NO_PROGRESS: Progress = { reviewing: 0, invited: 0, yourTurn: 0, introduced: 0, declined: 0 };

/** Counts for several needs in one query; nothing of any person. The caller has checked that the needs are the viewer's to see. */
export async function progressOf(needIds: string[]): Promise<Map<string, Progress>> {
  const groups = await db.match.groupBy({
    by: ["needId", "status"],
    where: { needId: { in: needIds } },
    _count: { _all: true },
  });
  const result = new Map(needIds.map((id) => [id, { ...NO_PROGRESS }]));
  for (const { needId, status, _count } of groups) {
    const stage = STAGE[status];
    const progress = result.get(needId);
    if (stage && progress) progress[stage] += _count._all;
  }
  return result;
}
