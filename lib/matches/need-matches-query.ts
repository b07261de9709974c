import { namesOf } from "#lib/accounts/queries.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { LOOKING } from "#lib/needs/states.ts";
import { type RankingState, rankingStateOf } from "./engine-standing.ts";
import { type NeedView, needView, needViewSelect } from "./need-view.ts";
import { canReview } from "./policy.ts";
import { rowSelect, toQueueRow } from "./queue-query.ts";
import type { QueueRow } from "./schema.ts";

export type MatchesOfNeed = {
  need: NeedView;
  matchedAt: Date | null;
  ranking: RankingState;
  rows: QueueRow[];
  counts: Record<string, number>;
};

const MOST = 200;

/** A need with the best of its matches in whatever state, and how many there are of each. */
export async function listMatchesOfNeed(viewer: Viewer, needId: string): Promise<MatchesOfNeed | null> {
  if (!canReview(viewer)) return null;
  const need = await db.need.findUnique({
    where: { id: needId },
    select: { ...needViewSelect, matchedAt: true },
  });
  if (!need) return null;
  const takesPart = LOOKING.includes(need.status);
  const [found, groups, ranking] = await Promise.all([
    db.match.findMany({
      where: { needId },
      orderBy: [{ priority: "desc" }, { id: "asc" }],
      take: MOST,
      select: rowSelect,
    }),
    db.match.groupBy({ by: ["status"], where: { needId }, _count: true }),
    rankingStateOf("need", { id: needId, matchedAt: need.matchedAt, takesPart }),
  ]);
  const names = await namesOf(found.map((row) => row.assigneeId));
  return {
    need: needView(need, { named: true }),
    matchedAt: need.matchedAt,
    ranking,
    rows: found.map((row) => toQueueRow(row, names)),
    counts: Object.fromEntries(groups.map((group) => [group.status, group._count])),
  };
}
