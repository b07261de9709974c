import type { Locale, Office, Role } from "#prisma/generated/enums.ts";

/** Who acts. Re-read from the database for every request; made only in lib/auth. */
export type Viewer = {
  readonly accountId: string | null;
  readonly role: Role | "SYSTEM";
  readonly office: Office | null;
  readonly enterpriseId: string | null;
  readonly talentId: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
};

/** For jobs, imports and the seed: acts for the workstation itself and says so in the audit trail. */
export const systemViewer = (name: string): Viewer => ({
  accountId: null,
  role: "SYSTEM",
  office: null,
  enterpriseId: null,
  talentId: null,
  name,
  email: "",
  locale: "en",
});

export const isStaff = (viewer: Viewer) =>
  viewer.role === "OFFICER" || viewer.role === "ADMIN" || viewer.role === "SYSTEM";
