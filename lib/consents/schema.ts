import type { ConsentPurpose, DataCategory } from "#prisma/generated/enums.ts";

/** What a talent can give to an enterprise, in the order in which it is asked; the first is what accepting means. */
export const GIVEABLE = [
  "anonymous",
  "anonymous_cv",
  "identity",
  "contact",
  "cv",
] as const satisfies DataCategory[];
export type Giveable = (typeof GIVEABLE)[number];
/** Given or not, as the person likes. */
export const OPTIONAL = ["anonymous_cv", "identity", "contact", "cv"] as const satisfies Giveable[];

/** The wording that is shown today. Older wordings stay in the messages, because rows name them. */
export const CONSENT_TEXT_VERSION = "2026-11-24";

/** Purposes that concern one category only. */
export const ONLY_CATEGORY = { MATCHING: "profile", TEAM: "team_role" } as const;

/** The text that a person reads for a consent, below `consents`: its `.title` and `.text` may name the {enterprise}. */
export const textKey = (version: string, purpose: ConsentPurpose, category: DataCategory) =>
  `texts.${version}.${purpose}${purpose === "INTRODUCTION" ? `.${category}` : ""}` as const;
