import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import type { ProjectInput } from "./schema.ts";

const date = (day: string | null) => (day ? new Date(`${day}T00:00:00Z`) : null);

/** Corrects what is known of a project; staff of either office. @throws ConflictError when somebody changed it before */
export async function updateProject(viewer: Viewer, { projectId, version, ...project }: ProjectInput) {
  if (!isStaff(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const before = await tx.cooperationProject.findUnique({
      where: { id: projectId },
      select: { status: true, basis: true },
    });
    if (!before) throw new NotFoundError();
    const { count } = await tx.cooperationProject.updateMany({
      where: { id: projectId, version },
      data: {
        ...project,
        startsOn: date(project.startsOn),
        endsOn: date(project.endsOn),
        version: { increment: 1 },
        updatedAt: now(),
      },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, {
      action: "project.updated",
      record: ["project", projectId],
      detail: {
        status: [before.status, project.status],
        basis: [before.basis, project.basis],
        source: project.source,
      },
    });
  });
}
