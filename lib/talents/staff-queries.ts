import type { Viewer } from "#lib/auth/viewer.ts";
import { recordDisclosure } from "#lib/consents/commands.ts";
import { transaction } from "#lib/db.ts";
import { visibleToStaff } from "./policy.ts";
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
  return { talent, cvTexts: cvTexts.map(({ id, text }) => ({ documentId: id, text: text.slice(0, TEXT_LIMIT) })) };
}

export type { TalentForStaff };
