import type { ThreadParty } from "#prisma/generated/enums.ts";

// apart from the schemas, so that the browser gets them without zod
/** Threads of a case, in the order of their tabs. */
export const PARTIES = ["ALL", "TALENT", "ENTERPRISE"] as const satisfies ThreadParty[];
export const MOST_FILES = 5;
export const LONGEST = 5000;
/** messages at a time */
export const PAGE_SIZE = 40;
