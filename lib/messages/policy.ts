import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const NONE = { id: { in: [] as string[] } };

/** Both offices read all messages, so that a hand-over hides nothing; nobody else reads any. */
export const readableBy = (viewer: Viewer): Prisma.ContactMessageWhereInput => (isStaff(viewer) ? {} : NONE);

/** The office that has it acts on it; an administrator may for either. */
export const actedOnBy = (viewer: Viewer): Prisma.ContactMessageWhereInput =>
  viewer.role === "ADMIN" || viewer.role === "SYSTEM"
    ? {}
    : viewer.role === "OFFICER" && viewer.office
      ? { office: viewer.office }
      : NONE;

export const canAct = (viewer: Viewer, message: { office: string }) =>
  viewer.role === "ADMIN" ||
  viewer.role === "SYSTEM" ||
  (viewer.role === "OFFICER" && viewer.office === message.office);
