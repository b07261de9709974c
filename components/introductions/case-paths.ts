import { PAGE_ACCESS } from "#lib/auth/access.ts";
import { CASE_TABS, type CaseFrame, type CaseTab } from "#lib/introductions/case-schema.ts";

const BASES = {
  STAFF: "/staff/introductions/[introductionId]",
  TALENT: "/talent/introductions/[introductionId]",
  ENTERPRISE: "/enterprise/introductions/[matchId]",
} as const;

const patternOf = (side: CaseFrame["side"], tab: CaseTab) =>
  tab === "overview" ? BASES[side] : `${BASES[side]}/${tab}`;

/** The address of a page of a case, in the workspace of the side that asks. */
export const caseHref = (
  { side, id, matchId }: Pick<CaseFrame, "side" | "id" | "matchId">,
  tab: CaseTab = "overview",
) => patternOf(side, tab).replace("[introductionId]", id).replace("[matchId]", matchId);

/** The pages that a side has. */
export const tabsOf = (side: CaseFrame["side"]): CaseTab[] =>
  CASE_TABS.filter((tab) => patternOf(side, tab) in PAGE_ACCESS);
