import { db } from "#lib/db.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { inThreeLanguages, type ProjectSummary } from "./schema.ts";

const day = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null;

/** The cooperation projects in their order, in the reader's language. Public. */
export async function listProjects(locale: AppLocale): Promise<ProjectSummary[]> {
  const rows = await db.cooperationProject.findMany({
    orderBy: { ordinal: "asc" },
    take: 50,
    select: {
      id: true,
      ordinal: true,
      name: true,
      summary: true,
      basis: true,
      status: true,
      source: true,
      startsOn: true,
      endsOn: true,
    },
  });
  return rows.map(({ basis, name, summary, startsOn, endsOn, ...row }) => ({
    ...row,
    name: inThreeLanguages.parse(name)[locale],
    summary: inThreeLanguages.parse(summary)[locale],
    stated: basis === "STATED",
    startsOn: day(startsOn),
    endsOn: day(endsOn),
  }));
}
