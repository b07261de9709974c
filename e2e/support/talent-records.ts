import { systemViewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { importTalent } from "#lib/talents/import.ts";
import { type TalentRecord, talentRecord } from "#lib/talents/record.ts";

/** A complete record of the exchange format, for tests: change what the test is about. */
export const recordInput = (id: string, change: Partial<TalentRecord> = {}): TalentRecord =>
  talentRecord.parse({
    id,
    locale: "en",
    headline: "Structural engineer for offshore foundations",
    summary: "Ten years of jackets and monopiles.",
    skills: ["fatigue analysis", "SACS"],
    experience: [
      {
        title: "Engineer",
        organisation: "Example Offshore Limited",
        from: "2016-01",
        description: "Foundations",
      },
    ],
    education: [
      { level: "master", discipline: "Civil engineering", institution: "Example University", year: 2015 },
    ],
    qualifications: ["MHKIE"],
    languages: [{ code: "en", level: "C1" }],
    base: "HK",
    pathway: "hkmo_chinese_resident",
    intentions: ["full_time"],
    direction: "hk_to_yantai",
    industries: ["clean-energy"],
    availableFrom: "2027-01-01",
    ...change,
  });

/** Brings records in and returns the ids of the profiles, in their order. */
export async function importRecords(
  records: TalentRecord[],
  state: "submitted" | "listed" = "submitted",
): Promise<string[]> {
  for (const record of records) await importTalent(systemViewer("test import"), record, { state });
  const rows = await db.talent.findMany({
    where: { externalId: { in: records.map(({ id }) => id) } },
    select: { id: true, externalId: true },
  });
  const ids = new Map(rows.map((row) => [row.externalId, row.id]));
  return records.map(({ id }) => ids.get(id)!);
}
