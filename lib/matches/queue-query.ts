import { namesOf } from "#lib/accounts/queries.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { countFacets, type QueueFacets } from "./queue-facets.ts";
import { afterCursor, cursorOf, fromQueue, queueWhere } from "./queue-place.ts";
import type { QueueFilters, QueueRow } from "./schema.ts";

const PAGE = 25;

export const rowSelect = {
  id: true,
  status: true,
  origin: true,
  score: true,
  priority: true,
  conflicts: true,
  assigneeId: true,
  createdAt: true,
  need: {
    select: {
      id: true,
      code: true,
      title: true,
      locale: true,
      district: true,
      chain: true,
      enterprise: { select: { name: true } },
    },
  },
  talent: { select: { code: true, headline: true, locale: true, base: true } },
} as const satisfies Prisma.MatchSelect;

type Row = Prisma.MatchGetPayload<{ select: typeof rowSelect }>;

export const toQueueRow = (row: Row, names: ReadonlyMap<string, string>): QueueRow => ({
  id: row.id,
  status: row.status,
  origin: row.origin,
  score: row.score,
  conflicts: row.conflicts,
  needId: row.need.id,
  needCode: row.need.code,
  needTitle: row.need.title,
  needLang: fromDbLocale(row.need.locale),
  enterprise: row.need.enterprise.name,
  district: row.need.district,
  chain: row.need.chain,
  talentCode: row.talent.code,
  headline: row.talent.headline,
  talentLang: fromDbLocale(row.talent.locale),
  base: row.talent.base,
  assignee: row.assigneeId ? (names.get(row.assigneeId) ?? null) : null,
  since: row.createdAt,
});

export type ReviewQueue = { rows: QueueRow[]; next: string | null; facets: QueueFacets };

/** What waits for a decision, best first, one page. */
export async function getReviewQueue(viewer: Viewer, filters: QueueFilters): Promise<ReviewQueue> {
  const [found, facets] = await Promise.all([
    fromQueue({ AND: [queueWhere(viewer, filters), afterCursor(filters.after)] }, rowSelect, PAGE + 1),
    countFacets(viewer, filters),
  ]);
  const shown = found.slice(0, PAGE);
  const names = await namesOf(shown.map((row) => row.assigneeId));
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => toQueueRow(row, names)),
    next: found.length > PAGE && last ? cursorOf(last) : null,
    facets,
  };
}
