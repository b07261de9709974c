import type { ConsentPurpose } from "#prisma/generated/enums.ts";

/** The wording that is shown today: `consents.texts.<version>.<purpose>`. Older wordings stay in the messages, because rows name them. */
export const CONSENT_TEXT_VERSION = "2026-11";

/** What of a person each consent covers; kept on the row, as it was when it was given. */
export const CONSENT_CATEGORIES: Record<ConsentPurpose, string[]> = {
  MATCHING: ["profile", "identity", "contact", "cv"],
  INTRODUCTION: ["identity", "contact", "cv"],
  CROSS_BORDER: ["identity", "contact", "cv"],
  ANONYMOUS_CV: ["anonymous_cv"],
  TEAM: ["team_role"],
};
