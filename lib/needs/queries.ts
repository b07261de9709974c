import { cache } from "react";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { sharedBriefly } from "#lib/facets.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { after, facetsOf, textWhere } from "./open-search.ts";
import { isPublic, type OpenRow, openSelect, toOpenNeed, toSummary } from "./open-view.ts";
import { decidableBy, ownedBy } from "./policy.ts";
import { NO_PROGRESS, progressOf } from "./progress.ts";
import { contentSelect, dayOf, toDraft } from "./rows.ts";
import { NEED_STATUSES, type NeedStatus, type NeedType } from "./schema.ts";
import { isEditable, LOOKING, mayAct } from "./states.ts";
import type {
  CurrentNeeds,
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

type SummaryRow = Prisma.NeedGetPayload<{ select: typeof summarySelect }>;

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
  const needs = await summaries(rows);
  const total = status ? (counts[status] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    needs,
    total,
    counts,
    pages: Math.max(1, Math.ceil(total / PAGE)),
  };
}

async function summaries(rows: SummaryRow[]): Promise<NeedSummary[]> {
  const progress = await progressOf(rows.map((row) => row.id));
  return rows.map((row) => ({
    ...row,
    type: row.type as NeedType,
    locale: fromDbLocale(row.locale),
    deadline: dayOf(row.deadline),
    progress: progress.get(row.id) ?? NO_PROGRESS,
  }));
}

/** For the enterprise's first page: what is in hand, the last changed of each kind. */
export async function listCurrentNeeds(viewer: Viewer): Promise<CurrentNeeds> {
  const rows = await db.need.findMany({
    where: { ...ownedBy(viewer), status: { in: ["DRAFT", "RETURNED", "SUBMITTED", ...LOOKING] } },
    select: summarySelect,
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 100,
  });
  const all = await summaries(rows);
  const of = (...statuses: NeedStatus[]) => all.filter((need) => statuses.includes(need.status)).slice(0, 10);
  return {
    drafts: of("DRAFT"),
    returned: of("RETURNED"),
    submitted: of("SUBMITTED"),
    open: of(...LOOKING),
  };
}

/** How many candidates have accepted and wait for the enterprise's answer. */
export const countYourTurn = (viewer: Viewer): Promise<number> =>
  viewer.enterpriseId
    ? db.match.count({ where: { status: "TALENT_ACCEPTED", need: { enterpriseId: viewer.enterpriseId } } })
    : Promise.resolve(0);

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
  const need = await findNeedForOwner(viewer, id);
  if (!need) throw new NotFoundError();
  return need;
}

const isId = (id: string) => /^[0-9a-f-]{36}$/i.test(id);

/** The same for a page; null when there is none, or it is another enterprise's. Read once a request. */
export const findNeedForOwner = cache(readNeedForOwner);

async function readNeedForOwner(viewer: Viewer, id: string): Promise<NeedForOwner | null> {
  if (!isId(id)) return null;
  const row = await db.need.findFirst({
    where: { AND: [{ id }, ownedBy(viewer)] },
    select: { ...detailSelect, enterprise: { select: { status: true } } },
  });
  if (!row) return null;
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
  const row =
    isStaff(viewer) && isId(id)
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
  if (!isId(id)) return null;
  const row = await db.need.findFirst({
    where: { id, ...isPublic },
    select: { ...contentSelect, ...openSelect, filledCount: true },
  });
  return row && toOpenNeed(row);
}

/** Filters, free text in any script, counts for every filter, and a page of needs, newest first. */
export async function listOpenNeeds(filters: OpenNeedFilters = {}): Promise<OpenNeedPage> {
  const limit = Math.min(Math.max(1, filters.limit ?? 20), 100);
  const { after: _after, limit: _limit, ...question } = filters;
  const [page, counted] = await Promise.all([
    pageOf(filters, limit),
    sharedBriefly(JSON.stringify(["open needs", question]), () => facetsOf(filters)),
  ]);
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
