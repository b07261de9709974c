import type { Prisma } from "#prisma/generated/client.ts";
import type { DataCategory } from "#prisma/generated/enums.ts";
import type { Giveable } from "./schema.ts";

/** Consents that hold now. */
export const inForce = { withdrawnAt: null } satisfies Prisma.ConsentWhereInput;

/** Talents whose profile may be kept and matched: reads that lead to matching go through this. */
export const matchingConsented = {
  consents: { some: { purpose: "MATCHING", ...inForce } },
} satisfies Prisma.TalentWhereInput;

/** Matches for which a category was given to the enterprise, and its transfer across the border too. As bridge_consented in SQL. */
export const consentedTo = (category: DataCategory) =>
  ({
    AND: [
      { consents: { some: { purpose: "INTRODUCTION", category, ...inForce } } },
      { consents: { some: { purpose: "CROSS_BORDER", category, ...inForce } } },
    ],
  }) satisfies Prisma.MatchWhereInput;

/** What is open to an enterprise at all rests on this one: without it nothing else is. */
export const BASE = "anonymous" satisfies Giveable;

/** Matches of which an enterprise may read a category: both accepted, and the ledger says so. As bridge_disclosed in SQL. */
export const disclosedTo = (enterpriseId: string, category: DataCategory) =>
  ({
    status: "INTRODUCED",
    need: { enterpriseId },
    AND: [consentedTo(BASE), consentedTo(category)],
  }) satisfies Prisma.MatchWhereInput;
