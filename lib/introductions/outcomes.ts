import type { CaseSide, IntroductionStatus } from "#prisma/generated/enums.ts";

/** Ways in which people end a case. */
export const ENDINGS = ["endAsNoFit", "withdraw", "close"] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * The closed list of reasons for an end, by how it ended and who ended it. Labels: `terms.caseOutcomes.<code>`. Codes are kept
 * with the case and counted in figures: add, never rename.
 */
export const OUTCOMES = {
  endAsNoFit: {
    STAFF: ["skills", "experience", "requirement", "terms", "language", "other_chosen", "no_permit", "other"],
    ENTERPRISE: [
      "skills",
      "experience",
      "requirement",
      "terms",
      "language",
      "other_chosen",
      "place_taken",
      "other",
    ],
    TALENT: [],
  },
  withdraw: {
    STAFF: ["talent_unreachable", "enterprise_unreachable", "need_gone", "by_mistake", "other"],
    ENTERPRISE: ["need_gone", "budget", "timing", "talent_unreachable", "other"],
    TALENT: [
      "other_work",
      "terms",
      "role_differs",
      "relocation",
      "timing",
      "family",
      "enterprise_unreachable",
      "not_said",
    ],
  },
  close: {
    STAFF: ["staying", "work_done", "left_early", "moved_on_nearby", "lost_contact"],
    ENTERPRISE: [],
    TALENT: [],
  },
} as const satisfies Record<Ending, Record<CaseSide, readonly string[]>>;

/** Ends that the portal itself records. */
export const OWN_OUTCOMES = ["consent_withdrawn", "profile_gone"] as const;

export const CASE_OUTCOMES = [
  ...new Set([
    ...Object.values(OUTCOMES).flatMap((by) => Object.values(by).flat() as string[]),
    ...OWN_OUTCOMES,
  ]),
];

export const outcomesFor = (ending: Ending, side: CaseSide): readonly string[] => OUTCOMES[ending][side];

export const ENDED: readonly IntroductionStatus[] = ["CLOSED", "NO_FIT", "WITHDRAWN"];
