import type { Viewer } from "#lib/auth/viewer.ts";
import { recordDisclosure } from "#lib/consents/commands.ts";
import { transaction } from "#lib/db.ts";
import { type Duplicate, findDuplicates } from "./duplicate-commands.ts";
import { visibleToStaff } from "./policy.ts";
import type { ExperienceEntry } from "./profile.ts";
import { getTalentForStaff, type TalentForStaff } from "./queries.ts";

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
  const talent = await getTalentForStaff(viewer, talentId);
  const cvTexts = await transaction(viewer, async (tx) => {
    const rows = await tx.document.findMany({
      where: { talentId, talent: visibleToStaff(viewer), text: { not: "" } },
      orderBy: { createdAt: "desc" },
      take: 5,
      select: { id: true, text: true },
    });
    await recordDisclosure(tx, viewer, {
      talentId,
      categories: ["profile", "identity", "contact", ...(talent.documents.length ? ["cv"] : [])],
      purpose: "review",
    });
    return rows;
  });
  return {
    talent,
    cvTexts: cvTexts.map(({ id, text }) => ({ documentId: id, text: text.slice(0, TEXT_LIMIT) })),
  };
}

export type { TalentForStaff };

export type DuplicateForStaff = Duplicate & { email: string | null; phone: string | null; work: string[] };

/** The likely duplicates of a profile with what one compares, contact and the last jobs; each person can read that it was seen. */
export async function duplicatesForStaff(viewer: Viewer, talentId: string): Promise<DuplicateForStaff[]> {
  const found = await findDuplicates(viewer, talentId);
  if (found.length === 0) return [];
  const rows = await transaction(viewer, async (tx) => {
    for (const { talentId: other } of found)
      await recordDisclosure(tx, viewer, {
        talentId: other,
        categories: ["profile", "identity", "contact"],
        purpose: "duplicates",
      });
    return tx.talent.findMany({
      where: { id: { in: found.map((one) => one.talentId) } },
      select: { id: true, experience: true, identity: { select: { email: true, phone: true } } },
    });
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  return found.map((one) => {
    const row = known.get(one.talentId);
    const jobs = (row?.experience ?? []) as ExperienceEntry[];
    return {
      ...one,
      email: row?.identity?.email ?? null,
      phone: row?.identity?.phone ?? null,
      work: jobs.slice(0, 3).map((job) => `${job.from ?? ""} ${job.title}`.trim()),
    };
  });
}
