import { z } from "zod";
import { day, optional, optionalText, text, whole } from "#lib/forms.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { CaseSide, IntroductionStatus, Office } from "#prisma/generated/enums.ts";
import { REASONED } from "./case-reasoned.ts";
import type { LandingTurn } from "./landing-turn.ts";
import { CASE_OUTCOMES, ENDINGS } from "./outcomes.ts";

export const CASE_TABS = ["overview", "conversation", "meetings", "tasks", "terms"] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** What stands above every page of a case: the same for all three sides, but for what only staff may read. */
export type CaseFrame = {
  id: string;
  code: string;
  matchId: string;
  status: IntroductionStatus;
  statusSince: Date;
  version: number;
  /** of all that its pages show: another one says that something has changed */
  stamp: string;
  running: boolean;
  /** the side that the viewer acts for */
  side: CaseSide;
  need: { id: string; code: string; title: string; lang: AppLocale };
  /** all its places are taken, and not by this case */
  needFilled: boolean;
  enterprise: { id: string; name: string };
  /** `name` only for staff, the person, and an enterprise while its consents are in force */
  talent: { id: string; code: string; name: string | null };
  office: Office;
  ownerId: string | null;
  /** the officer's name: who helps */
  owner: string | null;
  /** in the owner's words, read by all sides; "" until the owner wrote one */
  nextStep: string;
  /** nobody while the portal waits for the day of its next question */
  ball: CaseSide | null;
  /** staff only: the office that the landing waits for, which goes before the ball */
  turn: LandingTurn | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  /** days past `dueOn`; 0 while it is in time */
  overdueDays: number;
  /** staff only: the office that a handover waits for */
  handOverTo: Office | null;
};

export const SIDES = ["STAFF", "ENTERPRISE", "TALENT"] as const satisfies CaseSide[];

/** A case as the page showed it: of two who act at once, the second is told. */
const seen = { introductionId: z.uuid("notFound"), version: whole(1, 1_000_000) };

/** Moves that an officer makes by hand; terms and landing are recorded on their own page and move the case themselves. */
export const HAND_MOVES = ["acknowledge", "arrangeMeeting", "reopenTalks", "takeBack"] as const;
export type HandMove = (typeof HAND_MOVES)[number];

export const caseRef = z.strictObject(seen);
export const moveInput = z
  .strictObject({ ...seen, move: z.enum(HAND_MOVES), reason: optionalText(1000) })
  .refine(({ move, reason }) => reason !== "" || !REASONED.includes(move), {
    path: ["reason"],
    error: "required",
  });
export const stepInput = z.strictObject({
  ...seen,
  nextStep: text(300),
  ball: z.enum(SIDES),
  dueOn: day(),
  /** asked for where the day is later than the one that stood */
  reason: optionalText(1000),
});
export const endInput = z
  .strictObject({
    ...seen,
    ending: z.enum(ENDINGS, "required"),
    outcome: z.enum(CASE_OUTCOMES as [string, ...string[]], "required"),
    words: optionalText(1000),
  })
  // "another reason" says nothing by itself
  .refine(({ outcome, words }) => outcome !== "other" || words !== "", {
    path: ["words"],
    error: "required",
  });
export const assignInput = z.strictObject({ ...seen, ownerId: z.uuid("required") });
export const handOverCaseInput = z.strictObject({ ...seen, note: text(1000) });
export const acceptHandOverInput = z.strictObject({ ...seen, ownerId: optional(z.uuid("required")) });
export const returnHandOverInput = z.strictObject({ ...seen, reason: text(1000) });

export type MoveInput = z.output<typeof moveInput>;
export type StepInput = z.output<typeof stepInput>;
export type EndInput = z.output<typeof endInput>;
export type Seen = z.output<typeof caseRef>;
