import { now } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { matcher } from "./save.ts";
import { rankedWith } from "./versions.ts";

const BATCH = 100;
/** The next batch is named when no more than so many lists wait. */
const WAITING = 20;
const LOOK_AGAIN_MS = 1500;

/** Has every list that was ranked by other versions ranked anew, needs and talents mixed, behind everything that people wait for. */
export async function startRankingAnew(): Promise<void> {
  if (!(await nextOutdated(null, 1)).length) return;
  await transaction(matcher, (tx) => enqueue(tx, "matches.rankAnew", { after: null }, { key: "first" }));
}

/** One batch, and a job for the next. A batch that meets a full queue comes back later. */
export async function rankAnew(after: string | null): Promise<void> {
  const batch = (await listsWaiting()) > WAITING ? null : await nextOutdated(after, BATCH);
  if (batch?.length === 0) return;
  await transaction(matcher, async (tx) => {
    // behind lists that a change has touched
    for (const { id, side } of batch ?? []) {
      const list = side === "NEED" ? { needId: id } : { talentId: id };
      await enqueue(tx, "matches.refill", list, { key: id, priority: -1 });
    }
    const next = batch?.at(-1)?.id ?? after;
    const startAfter = new Date(now().getTime() + LOOK_AGAIN_MS);
    await enqueue(tx, "matches.rankAnew", { after: next }, { key: next ?? "first", startAfter });
  });
}

const nextOutdated = (after: string | null, take: number) =>
  db.poolRecord.findMany({
    where: {
      live: true,
      ...(after ? { id: { gt: after } } : {}),
      OR: [{ rankedWith: null }, { rankedWith: { not: rankedWith() } }],
    },
    orderBy: { id: "asc" },
    take,
    select: { id: true, side: true },
  });

async function listsWaiting(): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM pgboss.job WHERE name = 'matches.refill' AND state IN ('created', 'retry')
      LIMIT ${WAITING + 1}) AS waiting`;
  return row.count;
}
