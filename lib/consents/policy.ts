import type { Prisma } from "#prisma/generated/client.ts";

/** Consents that hold now. */
export const inForce = { withdrawnAt: null } satisfies Prisma.ConsentWhereInput;

/** Talents whose profile may be kept and matched: reads that lead to matching go through this. */
export const matchingConsented = {
  consents: { some: { purpose: "MATCHING", ...inForce } },
} satisfies Prisma.TalentWhereInput;
