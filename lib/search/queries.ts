import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { inBothScripts } from "#lib/taxonomy/scripts.ts";
import { textCondition } from "#lib/taxonomy/search-text.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Found } from "./schema.ts";

const EACH = 5;

/** Records that staff can go to by a code or by words: talents by code and headline, needs by code and title, cases by code, enterprises by name. */
export async function findRecords(viewer: Viewer, q: string): Promise<Found[]> {
  if (!isStaff(viewer)) return [];
  const code = /^[TNC]-?[0-9A-Z]{2,8}$/i.test(q) ? q.toUpperCase().replace(/^([TNC])-?/, "$1-") : null;
  if (code) {
    const byCode = await findByCode(code);
    if (byCode.length > 0) return byCode;
  }
  const [talents, needs, enterprises] = await Promise.all([findTalents(q), findNeeds(q), findEnterprises(q)]);
  return [...needs, ...talents, ...enterprises];
}

async function findByCode(code: string): Promise<Found[]> {
  if (code.startsWith("C"))
    return (
      await db.introduction.findMany({
        where: { code: { startsWith: code } },
        orderBy: { code: "asc" },
        take: EACH,
        select: { id: true, code: true, need: { select: { title: true } } },
      })
    ).map(({ id, code: note, need }) => ({ href: `/staff/introductions/${id}`, label: need.title, note }));
  if (code.startsWith("T"))
    return (
      await db.talent.findMany({
        where: { code: { startsWith: code }, status: { notIn: ["ERASED", "DRAFT"] } },
        orderBy: { code: "asc" },
        take: EACH,
        select: { id: true, code: true, headline: true },
      })
    ).map(toTalent);
  return (
    await db.need.findMany({
      where: { code: { startsWith: code }, status: { not: "DRAFT" } },
      orderBy: { code: "asc" },
      take: EACH,
      select: { id: true, code: true, title: true },
    })
  ).map(toNeed);
}

const toTalent = (row: { id: string; code: string; headline: string }): Found => ({
  href: `/staff/talents/${row.id}`,
  label: row.headline || row.code,
  note: row.code,
});
const toNeed = (row: { id: string; code: string; title: string }): Found => ({
  href: `/staff/needs/${row.id}`,
  label: row.title || row.code,
  note: row.code,
});

const findTalents = async (q: string) =>
  (
    await db.$queryRaw<{ id: string; code: string; headline: string }[]>`
      SELECT id, code, headline FROM "Talent" WHERE status NOT IN ('ERASED', 'DRAFT') AND ${textCondition(q)}
      ORDER BY "updatedAt" DESC, id DESC LIMIT ${EACH}`
  ).map(toTalent);

const findNeeds = async (q: string) =>
  (
    await db.$queryRaw<{ id: string; code: string; title: string }[]>`
      SELECT id, code, title FROM "Need" WHERE status <> 'DRAFT' AND ${textCondition(q)}
      ORDER BY "updatedAt" DESC, id DESC LIMIT ${EACH}`
  ).map(toNeed);

async function findEnterprises(q: string): Promise<Found[]> {
  const ways = inBothScripts(q).flatMap((form): Prisma.EnterpriseWhereInput[] => [
    { name: { contains: form, mode: "insensitive" } },
    { nameEn: { contains: form, mode: "insensitive" } },
  ]);
  const rows = await db.enterprise.findMany({
    where: { holding: false, OR: ways },
    orderBy: { updatedAt: "desc" },
    take: EACH,
    select: { id: true, name: true, nameEn: true },
  });
  return rows.map(({ id, name, nameEn }) => ({
    href: `/staff/enterprises/${id}`,
    label: name,
    note: nameEn ?? "",
  }));
}
