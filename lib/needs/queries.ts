import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { after, facetsOf, textWhere } from "./open-search.ts";
import { isPublic, type OpenRow, openSelect, toOpenNeed, toSummary } from "./open-view.ts";
import { decidableBy, ownedBy } from "./policy.ts";
import { NO_PROGRESS, progressOf } from "./progress.ts";
import { contentSelect, dayOf, toDraft } from "./rows.ts";
import { NEED_STATUSES, type NeedStatus, type NeedType } from "./schema.ts";
import { isEditable, mayAct } from "./states.ts";
import type {
  NeedForOwner,
  NeedForStaff,
  NeedSummary,
  OpenNeed,
  OpenNeedFilters,
  OpenNeedPage,
} from "./views.ts";

const summarySelect = {
  id: true,
  code: true,
  title: true,
  type: true,
  status: true,
  locale: true,
  headcount: true,
  filledCount: true,
  deadline: true,
  updatedAt: true,
  openedAt: true,
  submittedAt: true,
} as const satisfies Prisma.NeedSelect;

const PAGE = 50;

/** The enterprise's own needs, last changed first, with a count for each state. `page` counts from 1. */
export async function listNeedsOf(
  viewer: Viewer,
  filters: { status?: NeedStatus; page?: number } = {},
): Promise<{
  needs: NeedSummary[];
  total: number;
  counts: Partial<Record<NeedStatus, number>>;
  pages: number;
}> {
  const status = filters.status && NEED_STATUSES.includes(filters.status) ? filters.status : undefined;
  const page = Math.min(Math.max(1, filters.page ?? 1), 200);
  const [rows, groups] = await Promise.all([
    db.need.findMany({
      where: { ...ownedBy(viewer), ...(status ? { status } : {}) },
      select: summarySelect,
      orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * PAGE,
      take: PAGE,
    }),
    db.need.groupBy({ by: ["status"], where: ownedBy(viewer), _count: { _all: true } }),
  ]);
  const counts = Object.fromEntries(groups.map((group) => [group.status, group._count._all])) as Partial<
    Record<NeedStatus, number>
  >;
  const progress = await progressOf(rows.map((row) => row.id));
  const total = status ? (counts[status] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    needs: rows.map((row) => ({
      ...row,
      type: row.type as NeedType,
      locale: fromDbLocale(row.locale),
      deadline: dayOf(row.deadline),
      progress: progress.get(row.id) ?? NO_PROGRESS,
    })),
    total,
    counts,
    pages: Math.max(1, Math.ceil(total / PAGE)),
  };
}

const detailSelect = {
  ...contentSelect,
  id: true,
  code: true,
  status: true,
  version: true,
  filledCount: true,
  reviewNote: true,
  closeReason: true,
  office: true,
  officeSince: true,
  submittedAt: true,
  openedAt: true,
  closedAt: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.NeedSelect;

/** @throws NotFoundError when it is not the viewer's */
export async function getNeedForOwner(viewer: Viewer, id: string): Promise<NeedForOwner> {
  const row = await db.need.findFirst({
    where: { AND: [{ id }, ownedBy(viewer)] },
    select: { ...detailSelect, enterprise: { select: { status: true } } },
  });
  if (!row) throw new NotFoundError();
  const { enterprise, ...rest } = row;
  const progress = await progressOf([id]);
  return {
    ...rest,
    ...toDraft(row),
    enterpriseStatus: enterprise.status,
    progress: progress.get(id) ?? NO_PROGRESS,
    can: {
      edit: isEditable(row.status),
      submit: mayAct("submit", row.status),
      pause: mayAct("pause", row.status),
      resume: mayAct("resume", row.status),
      fill: mayAct("fill", row.status),
      close: mayAct("close", row.status),
      withdraw: mayAct("withdraw", row.status),
      clone: true,
    },
  };
}

/** For the workstation's people: content, contact and who has it. @throws NotFoundError for everybody else */
export async function getNeedForStaff(viewer: Viewer, id: string): Promise<NeedForStaff> {
  const row = isStaff(viewer)
    ? await db.need.findUnique({
        where: { id },
        select: {
          ...detailSelect,
          externalId: true,
          demo: true,
          assigneeId: true,
          matchedAt: true,
          enterprise: { select: { id: true, name: true, nameEn: true, status: true, holding: true } },
        },
      })
    : null;
  if (!row) throw new NotFoundError();
  const [progress, assignee, mine] = await Promise.all([
    progressOf([id]),
    row.assigneeId
      ? db.account.findUnique({ where: { id: row.assigneeId }, select: { displayName: true } })
      : null,
    db.need.count({ where: { AND: [{ id }, decidableBy(viewer)] } }),
  ]);
  const may = (act: Parameters<typeof mayAct>[0]) => mine === 1 && mayAct(act, row.status);
  return {
    ...row,
    ...toDraft(row),
    enterpriseStatus: row.enterprise.status,
    assigneeName: assignee?.displayName ?? null,
    progress: progress.get(id) ?? NO_PROGRESS,
    can: {
      open: may("open") && row.enterprise.status === "VERIFIED",
      return: may("return"),
      pause: may("pause"),
      resume: may("resume"),
      close: may("close"),
      handOver: mine === 1,
      take: mine === 1 && row.assigneeId !== viewer.accountId,
    },
  };
}

export const countOpenNeeds = () => db.need.count({ where: isPublic });

/** An open need as everybody may read it; null when there is none. */
export async function getOpenNeed(id: string): Promise<OpenNeed | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const row = await db.need.findFirst({
    where: { id, ...isPublic },
    select: { ...contentSelect, ...openSelect, filledCount: true },
  });
  return row && toOpenNeed(row);
}

/** Filters, free text in any script, counts for every filter, and a page of needs, newest first. */
export async function listOpenNeeds(filters: OpenNeedFilters = {}): Promise<OpenNeedPage> {
  const limit = Math.min(Math.max(1, filters.limit ?? 20), 100);
  const [page, counted] = await Promise.all([pageOf(filters, limit), facetsOf(filters)]);
  const more = page.length > limit;
  const needs = page.slice(0, limit).map(toSummary);
  const last = needs.at(-1);
  return { needs, ...counted, next: more && last ? `${last.openedAt.getTime()}.${last.id}` : null };
}

async function pageOf(filters: OpenNeedFilters, limit: number): Promise<OpenRow[]> {
  const where: Prisma.NeedWhereInput[] = [isPublic, textWhere(filters.q), after(filters.after)];
  for (const name of ["chain", "type", "district", "direction"] as const)
    if (filters[name]) where.push({ [name]: filters[name] });
  if (filters.mode) where.push({ modes: { has: filters.mode } });
  return db.need.findMany({
    where: { AND: where },
    select: openSelect,
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    take: limit + 1,
  });
}
