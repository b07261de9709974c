import { z } from "zod";
import { choices, optional, optionalText, whole } from "#lib/forms.ts";
import type { CaseSide, FollowUpStatus } from "#prisma/generated/enums.ts";

/** Days after landing on which both sides are asked; the case closes with the last. */
export const HALF_YEAR_DAY = 180;
export const FOLLOW_UP_DAYS = [30, 90, HALF_YEAR_DAY] as const;
/** Asked once more after the case is closed, for the figure of a year. */
export const YEAR_DAY = 365;
/** Days a question waits before it counts as missed, and after which it is asked a second time. */
export const MISSED_AFTER = 21;
export const ASK_AGAIN_AFTER = 7;
/** Days before its day from which a question can be answered. */
export const OPEN_BEFORE = 7;

/** What would help, by side. */
export const HELP_TALENT = [
  "housing",
  "permits",
  "family",
  "language",
  "workTasks",
  "pay",
  "contacts",
] as const;
export const HELP_ENTERPRISE = [
  "permits",
  "housing",
  "policies",
  "integration",
  "skills",
  "moreTalents",
] as const;
export const HELP = [...new Set([...HELP_TALENT, ...HELP_ENTERPRISE])] as [string, ...string[]];
export const helpOf = (side: CaseSide): readonly string[] =>
  side === "ENTERPRISE" ? HELP_ENTERPRISE : HELP_TALENT;

const answer = {
  retained: z.enum(["yes", "no"]),
  satisfaction: optional(whole(1, 5)),
  help: choices(HELP),
  words: optionalText(2000),
};

export const followUpInput = z.strictObject({
  introductionId: z.uuid(),
  followUpId: z.uuid(),
  ...answer,
  /** staff say who told them, and how */
  note: optionalText(500),
});
export type FollowUpInput = Omit<z.output<typeof followUpInput>, "introductionId">;

export type FollowUpView = {
  id: string;
  day: number;
  side: CaseSide;
  dueOn: Date;
  status: FollowUpStatus;
  /** answers stay between the side that gave them and the workstation */
  retained: boolean | null;
  satisfaction: number | null;
  help: string[];
  words: string;
  note: string;
  answeredAt: Date | null;
  /** the viewer may answer it now */
  open: boolean;
};
