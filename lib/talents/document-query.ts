import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { inForce } from "#lib/consents/policy.ts";
import { transaction } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { ownTalent, visibleToStaff } from "./policy.ts";

/** Which CVs a viewer may download: their own, as staff all, as an enterprise those of people introduced to it. */
function readableDocuments(viewer: Viewer): Prisma.DocumentWhereInput {
  if (isStaff(viewer)) return { talent: visibleToStaff(viewer) };
  if (viewer.role === "TALENT") return { talent: ownTalent(viewer) };
  return viewer.role === "ENTERPRISE" && viewer.enterpriseId
    ? {
        talent: {
          matches: { some: { status: "INTRODUCED", need: { enterpriseId: viewer.enterpriseId } } },
          consents: { some: { enterpriseId: viewer.enterpriseId, purpose: "INTRODUCTION", ...inForce } },
        },
      }
    : { id: { in: [] } };
}

/** The file behind a document, if the viewer may read it; row-level security asks for both consents of an introduction again. */
export async function getDocumentFile(viewer: Viewer, documentId: string) {
  return transaction(viewer, (tx) =>
    tx.document.findFirst({
      where: { AND: [{ id: documentId }, readableDocuments(viewer)] },
      select: { id: true, talentId: true, filename: true, mediaType: true, size: true, storageKey: true },
    }),
  );
}
