import type { Viewer } from "#lib/auth/viewer.ts";
import { recordDisclosures } from "#lib/consents/disclosures.ts";
import { db, transaction } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { anonymousCv, anonymousSelect } from "#lib/talents/projection.ts";
import { talentConditions, talentFilters } from "#lib/talents/search.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { DataCategory } from "#prisma/generated/enums.ts";
import { BATCH, FIRST } from "./batches.ts";
import { filtersOf } from "./schema.ts";

export const TALENT_COLUMNS = [
  "id",
  "kind",
  "locale",
  "headline",
  "summary",
  "skills",
  "experience",
  "education",
  "qualifications",
  "languages",
  "base",
  "intentions",
  "direction",
  "industries",
  "outputs",
  "availableFrom",
  "daysPerMonth",
  "expectedPay",
  "updatedAt",
] as const;

const exportSelect = {
  ...anonymousSelect,
  id: true,
  base: true,
  updatedAt: true,
} as const satisfies Prisma.TalentSelect;
type Row = Prisma.TalentGetPayload<{ select: typeof exportSelect }>;

const cut = (text: string, length: number) => text.slice(0, length);

/**
 * A profile as `npm run import` reads it again, under its code. Only the anonymous texts: no name, contact, employer,
 * institution or pathway.
 */
function toRecord(row: Row) {
  const locale = fromDbLocale(row.locale);
  const cv = anonymousCv(row, locale);
  return {
    id: cv.code,
    kind: cv.kind,
    locale,
    headline: cut(cv.headline, 120),
    summary: cut(cv.summary, 2000),
    skills: cv.skills.map((skill) => cut(skill, 80)),
    experience: cv.experience
      .filter((job) => job.title)
      .map(({ title, organisation, description, ...job }) => ({
        ...job,
        title: cut(title, 120),
        organisation: organisation ?? "",
        description: cut(description, 3000),
      })),
    education: cv.education.filter((one) => one.level),
    qualifications: cv.qualifications.map((one) => cut(one, 160)),
    languages: cv.languages,
    base: row.base,
    intentions: cv.intentions,
    direction: cv.direction,
    industries: cv.industries,
    outputs: cv.outputs.map((output) => cut(output, 300)),
    availableFrom: cv.availableFrom,
    daysPerMonth: cv.daysPerMonth,
    expectedPay: cv.pay,
    updatedAt: row.updatedAt.toISOString().slice(0, 10),
  };
}

/** One batch, noted for each person in the transaction that reads it. */
const batch = (viewer: Viewer, ids: string[]) =>
  transaction(viewer, async (tx) => {
    const rows = await tx.talent.findMany({
      where: { id: { in: ids } },
      orderBy: { id: "asc" },
      select: exportSelect,
    });
    const categories: DataCategory[] = ["anonymous", "anonymous_cv"];
    const shown = rows.map((row) => ({ talentId: row.id, categories, purpose: "export" }));
    await recordDisclosures(tx, viewer, shown);
    return rows.map(toRecord);
  });

/** Profiles under the list's filters whose consent to be kept and matched is in force, in batches. */
export async function* talentRecords(viewer: Viewer, query: string) {
  const where = talentConditions(viewer, talentFilters.parse(filtersOf(query)));
  let after: string = FIRST;
  for (;;) {
    const ids = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Talent" WHERE ${where} AND status <> 'DRAFT' AND id > ${after}::uuid
        AND EXISTS (SELECT 1 FROM "Consent" c WHERE c."talentId" = "Talent".id AND c.purpose = 'MATCHING' AND c."withdrawnAt" IS NULL)
      ORDER BY id LIMIT ${BATCH}`;
    const last = ids.at(-1);
    if (!last) return;
    yield await batch(
      viewer,
      ids.map(({ id }) => id),
    );
    after = last.id;
  }
}
