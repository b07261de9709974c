import type { Viewer } from "#lib/auth/viewer.ts";
import { recordDisclosure, recordDisclosures } from "#lib/consents/disclosures.ts";
import { transaction } from "#lib/db.ts";
import { type Duplicate, findDuplicates } from "./duplicate-commands.ts";
import { visibleToStaff } from "./policy.ts";
import type { ExperienceEntry } from "./profile.ts";
import { readTalentForStaff, type TalentForStaff } from "./queries.ts";

const TEXT_LIMIT = 20_000;

/** What could be read of each CV, cut where it gets very long. */
export type CvText = { documentId: string; text: string };

/**
 * Opens a profile with name, contact and CV for somebody of the workstation, and notes that they saw it: the person can read
 * that. @throws NotFoundError
 */
export async function openTalentForStaff(
  viewer: Viewer,
  talentId: string,
): Promise<{ talent: TalentForStaff; cvTexts: CvText[] }> {
  return transaction(viewer, async (tx) => {
    const talent = await readTalentForStaff(tx, viewer, talentId);
    const rows = await tx.document.findMany({
      where: { talentId, talent: visibleToStaff(viewer), text: { not: "" } },
      orderBy: { createdAt: "desc" },
      take: 5,
      select: { id: true, text: true },
    });
    await recordDisclosure(tx, viewer, {
      talentId,
      categories: ["profile", "identity", "contact", ...(talent.documents.length ? ["cv" as const] : [])],
      purpose: "review",
    });
    return {
      talent,
      cvTexts: rows.map(({ id, text }) => ({ documentId: id, text: text.slice(0, TEXT_LIMIT) })),
    };
  });
}

export type { TalentForStaff };

export type DuplicateForStaff = Duplicate & { email: string | null; phone: string | null; work: string[] };

/** The likely duplicates of a profile with what one compares, contact and the last jobs; each person can read that it was seen. */
export async function duplicatesForStaff(viewer: Viewer, talentId: string): Promise<DuplicateForStaff[]> {
  return transaction(viewer, async (tx) => {
    const found = await findDuplicates(tx, viewer, talentId);
    const rows = await tx.talent.findMany({
      where: { id: { in: found.map((one) => one.talentId) } },
      select: { id: true, experience: true, contact: { select: { email: true, phone: true } } },
    });
    await recordDisclosures(
      tx,
      viewer,
      found.map((one) => ({
        talentId: one.talentId,
        categories: ["profile", "identity", "contact"],
        purpose: "duplicates",
      })),
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    return found.map((one) => {
      const row = known.get(one.talentId);
      const jobs = (row?.experience ?? []) as ExperienceEntry[];
      return {
        ...one,
        email: row?.contact?.email ?? null,
        phone: row?.contact?.phone ?? null,
        work: jobs.slice(0, 3).map((job) => `${job.from ?? ""} ${job.title}`.trim()),
      };
    });
  });
}
