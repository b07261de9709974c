import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { Office } from "#prisma/generated/enums.ts";
import { EXPORTED, type Exported } from "./schema.ts";

export type PastExport = {
  id: string;
  at: Date;
  by: string;
  office: Office | null;
  kind: Exported;
  format: string;
};

/** The last exports, of everybody: each officer sees what leaves the house. */
export async function listExports(viewer: Viewer): Promise<PastExport[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const rows = await db.auditEvent.findMany({
    where: { recordType: "export" },
    orderBy: { id: "desc" },
    take: 10,
    select: { id: true, at: true, actorName: true, office: true, detail: true },
  });
  return rows.flatMap(({ id, actorName, detail, ...row }) => {
    const { kind, format } = detail as { kind?: string; format?: string };
    const known = EXPORTED.find((one) => one === kind);
    return known ? [{ ...row, id: String(id), by: actorName, kind: known, format: format ?? "" }] : [];
  });
}
