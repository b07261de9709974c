import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { disclosedTo } from "#lib/consents/policy.ts";
import type { Tx } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { ownTalent, visibleToStaff } from "./policy.ts";

/** Which CVs a viewer may download: their own, as staff all, as an enterprise those that were given to it and that an introduction opened. */
function readableDocuments(viewer: Viewer): Prisma.DocumentWhereInput {
  if (isStaff(viewer)) return { talent: visibleToStaff(viewer) };
  if (viewer.role === "TALENT") return { talent: ownTalent(viewer) };
  return viewer.role === "ENTERPRISE" && viewer.enterpriseId
    ? {
        talent: { matches: { some: disclosedTo(viewer.enterpriseId, "cv") } },
      }
    : { id: { in: [] } };
}

/**
 * The file behind a document, if the viewer may read it, and the match by which an enterprise does; row-level security asks the
 * ledger again.
 */
export async function readDocumentFile(tx: Tx, viewer: Viewer, documentId: string) {
  const row = await tx.document.findFirst({
    where: { AND: [{ id: documentId }, readableDocuments(viewer)] },
    select: { id: true, talentId: true, filename: true, mediaType: true, size: true, storageKey: true },
  });
  if (!row) return null;
  const match = viewer.enterpriseId
    ? await tx.match.findFirst({
        where: { talentId: row.talentId, ...disclosedTo(viewer.enterpriseId, "cv") },
        orderBy: { updatedAt: "desc" },
        select: { id: true },
      })
    : null;
  return { ...row, matchId: match?.id };
}
