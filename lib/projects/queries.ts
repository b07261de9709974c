import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { inThreeLanguages, type ProjectForStaff, type ProjectSummary } from "./schema.ts";

const day = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null;

const shown = {
  id: true,
  ordinal: true,
  name: true,
  summary: true,
  basis: true,
  status: true,
  source: true,
  startsOn: true,
  endsOn: true,
} as const;

/** The cooperation projects in their order, in the reader's language. Public. */
export async function listProjects(locale: AppLocale): Promise<ProjectSummary[]> {
  const rows = await db.cooperationProject.findMany({ orderBy: { ordinal: "asc" }, take: 50, select: shown });
  return rows.map(({ basis, name, summary, startsOn, endsOn, ...row }) => ({
    ...row,
    name: inThreeLanguages.parse(name)[locale],
    summary: inThreeLanguages.parse(summary)[locale],
    stated: basis === "STATED",
    startsOn: day(startsOn),
    endsOn: day(endsOn),
  }));
}

/** One project in all three languages, for staff; null for others. */
export async function getProjectForStaff(viewer: Viewer, id: string): Promise<ProjectForStaff | null> {
  if (!isStaff(viewer)) return null;
  const row = await db.cooperationProject.findUnique({
    where: { id },
    select: { ...shown, leadOffice: true, version: true, updatedAt: true },
  });
  return (
    row && {
      ...row,
      name: inThreeLanguages.parse(row.name),
      summary: inThreeLanguages.parse(row.summary),
      startsOn: day(row.startsOn),
      endsOn: day(row.endsOn),
    }
  );
}
