import { isStaff, type Viewer } from "#lib/auth/viewer.ts";

/** Needs of the viewer's own enterprise; a viewer without one matches nothing. */
export const ownedBy = (viewer: Viewer) =>
  viewer.role === "ENTERPRISE" && viewer.enterpriseId
    ? { enterpriseId: viewer.enterpriseId }
    : { id: { in: [] as string[] } };

/** The office that has it decides it; an administrator may for either. */
export const decidableBy = (viewer: Viewer) =>
  viewer.role === "ADMIN" || viewer.role === "SYSTEM"
    ? {}
    : viewer.role === "OFFICER" && viewer.office
      ? { office: viewer.office }
      : { id: { in: [] as string[] } };

/** Its owner, or the office that has it: the workstation looks after its own needs and helps where it is asked to. */
export const keptBy = (viewer: Viewer) => (isStaff(viewer) ? decidableBy(viewer) : ownedBy(viewer));
