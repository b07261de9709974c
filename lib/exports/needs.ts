import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { contentSelect, toDraft } from "#lib/needs/rows.ts";
import { needConditions, needFilters } from "#lib/needs/search.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { BATCH, FIRST } from "./batches.ts";
import { filtersOf } from "./schema.ts";

export const NEED_COLUMNS = [
  "id",
  "enterprise",
  "type",
  "direction",
  "locale",
  "title",
  "description",
  "duties",
  "mustHave",
  "preferred",
  "educationMin",
  "disciplines",
  "experienceYearsMin",
  "qualificationsRequired",
  "languages",
  "modes",
  "daysPerMonth",
  "chain",
  "district",
  "ftz",
  "pay",
  "headcount",
  "start",
  "deadline",
] as const;

const exportSelect = {
  ...contentSelect,
  id: true,
  code: true,
  externalId: true,
  enterprise: { select: { name: true, holding: true } },
} as const satisfies Prisma.NeedSelect;
type Row = Prisma.NeedGetPayload<{ select: typeof exportSelect }>;

/** A need as `npm run import` reads it again: by the id it was imported under, else its code. Its contact stays here. */
function toRecord(row: Row) {
  const need = toDraft(row);
  const least = need.payMin ?? need.payMax;
  return {
    id: row.externalId ?? row.code,
    enterprise: row.enterprise.holding ? null : row.enterprise.name,
    type: need.type,
    direction: need.direction,
    locale: need.locale,
    title: need.title,
    description: need.description,
    duties: need.duties,
    mustHave: need.mustHave,
    preferred: need.preferred,
    educationMin: need.educationMin,
    disciplines: need.disciplines,
    experienceYearsMin: need.experienceYearsMin,
    qualificationsRequired: need.qualificationsRequired,
    languages: need.languages,
    modes: need.modes,
    daysPerMonth: need.daysPerMonth,
    chain: need.chainText || need.chain,
    district: need.district,
    ftz: need.ftz,
    pay:
      least !== null && need.payCurrency && need.payPeriod
        ? { min: least, max: need.payMax, currency: need.payCurrency, period: need.payPeriod }
        : null,
    headcount: need.headcount,
    start: need.start,
    deadline: need.deadline,
  };
}

/** Needs under the list's filters, in batches. */
export async function* needRecords(viewer: Viewer, query: string) {
  const where = needConditions(viewer, needFilters.parse(filtersOf(query)));
  let after: string = FIRST;
  for (;;) {
    const ids = await db.$queryRaw<{ id: string }[]>`
      SELECT n.id FROM "Need" n WHERE ${where} AND n.id > ${after}::uuid ORDER BY n.id LIMIT ${BATCH}`;
    const last = ids.at(-1);
    if (!last) return;
    const rows = await db.need.findMany({
      where: { id: { in: ids.map(({ id }) => id) } },
      orderBy: { id: "asc" },
      select: exportSelect,
    });
    yield rows.map(toRecord);
    after = last.id;
  }
}
