import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { waiting } from "./policy.ts";
import { bandOf, type QueueFilters } from "./schema.ts";

/** A place in the queue's order, as it stands in a URL. */
export const cursorOf = (row: { priority: number; id: string }) => `${row.priority}_${row.id}`;
export function afterCursor(cursor: string | undefined): Prisma.MatchWhereInput {
  const [priority, id] = (cursor ?? "").split("_");
  if (!id || !Number.isFinite(Number(priority)) || !/^[0-9a-f-]{36}$/.test(id)) return {};
  return behind({ priority: Number(priority), id });
}
type Place = { priority: number; id: string };
// the plain bound beside the exact one lets the index start at the place
export const behind = ({ priority, id }: Place): Prisma.MatchWhereInput => ({
  priority: { lte: priority },
  OR: [{ priority: { lt: priority } }, { priority, id: { gt: id } }],
});
export const before = ({ priority, id }: Place): Prisma.MatchWhereInput => ({
  priority: { gte: priority },
  OR: [{ priority: { gt: priority } }, { priority, id: { lt: id } }],
});
const QUEUE_ORDER = [
  { priority: "desc" },
  { id: "asc" },
] as const satisfies Prisma.MatchOrderByWithRelationInput[];
const QUEUE_REVERSED = [{ priority: "asc" }, { id: "desc" }] as const;

/**
 * The first rows of the queue under a condition, or the last before a place. Each status is read by itself, because the index
 * is in order within one; together they would be sorted whole.
 */
export async function fromQueue<S extends Prisma.MatchSelect>(
  where: Prisma.MatchWhereInput,
  select: S,
  take: number,
  way: "forward" | "backward" = "forward",
) {
  const orderBy = way === "forward" ? [...QUEUE_ORDER] : [...QUEUE_REVERSED];
  const columns = { ...select, id: true, priority: true } as const;
  const lists = await Promise.all(
    waiting.in.map((status) =>
      db.match.findMany({ where: { AND: [where, { status }] }, orderBy, take, select: columns }),
    ),
  );
  const rows = lists.flat() as unknown as (Prisma.MatchGetPayload<{ select: S }> & Place)[];
  const sign = way === "forward" ? 1 : -1;
  rows.sort((a, b) => sign * (b.priority - a.priority || (a.id < b.id ? -1 : 1)));
  return rows.slice(0, take);
}

/** The filters as a condition. Nobody but staff gets a row. */
export function queueWhere(viewer: Viewer, filters: QueueFilters): Prisma.MatchWhereInput {
  const band = filters.band ? bandOf(filters.band) : null;
  return {
    AND: [
      isStaff(viewer) ? {} : { id: { in: [] } },
      { status: waiting },
      filters.office ? { talent: { office: filters.office } } : {},
      filters.chain ? { need: { chain: filters.chain } } : {},
      filters.need ? { needId: filters.need } : {},
      filters.conflicts ? { conflicts: { isEmpty: filters.conflicts === "none" } } : {},
      band ? { score: { gte: band.from, lt: band.below } } : {},
      filters.origin ? { origin: filters.origin } : {},
      filters.assignee ? { assigneeId: filters.assignee === "mine" ? viewer.accountId : null } : {},
    ],
  };
}
