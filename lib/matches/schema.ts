import { z } from "zod";
import { OPTIONAL } from "#lib/consents/schema.ts";
import { checkbox, choices, optional, optionalText, text, whole } from "#lib/forms.ts";
import type { CriterionId, MatchResult } from "#lib/matching/types.ts";
import { criterionIds } from "#lib/matching/weights.ts";
import { CHAINS, OFFICES } from "#lib/terms/terms.ts";
import type { MatchOrigin, MatchStatus } from "#prisma/generated/enums.ts";
import { PERCENT } from "./weight-set.ts";

export const APPROVE_REASONS = ["evidenced", "nearFit", "worthTalking"] as const;
export const REJECT_REASONS = ["mustHaveMissing", "termsApart", "otherField"] as const;
export const DECLINE_REASONS = ["place", "pay", "timing", "otherPlans", "other"] as const;
export const CANDIDATE_DECLINE_REASONS = ["experience", "requirements", "filled", "other"] as const;

const id = () => z.uuid("invalidValue");
const version = () => whole(1, 1_000_000);
const REASON = 1000;

export const decisionInput = z
  .strictObject({
    matchId: id(),
    version: version(),
    decision: z.enum(["approve", "reject"]),
    reasonCode: optional(z.enum([...APPROVE_REASONS, ...REJECT_REASONS])),
    reason: optionalText(REASON),
    /** the queue's filters, to go on where the reviewer was */
    filters: optionalText(500),
  })
  .superRefine((input, context) => {
    const codes: readonly string[] = input.decision === "approve" ? APPROVE_REASONS : REJECT_REASONS;
    if (input.reasonCode && !codes.includes(input.reasonCode))
      context.addIssue({ code: "custom", path: ["reasonCode"], message: "reasonOfOtherDecision" });
    else if (!input.reasonCode && !input.reason)
      context.addIssue({ code: "custom", path: ["reasonCode"], message: "reasonNeeded" });
  });
export const matchInput = z.strictObject({ matchId: id(), filters: optionalText(500) });
export const nominationInput = z.strictObject({ needId: id(), code: text(20), reason: text(REASON) });
export const needInput = z.strictObject({ needId: id() });
export const acceptanceInput = z.strictObject({
  matchId: id(),
  introductionConsent: checkbox(),
  crossBorderConsent: checkbox(),
  give: choices(OPTIONAL),
});
export const givingInput = z.strictObject({
  matchId: id(),
  crossBorderConsent: checkbox(),
  give: choices(OPTIONAL),
});
export const declineInput = z.strictObject({
  matchId: id(),
  reasonCode: z.enum(DECLINE_REASONS, "required"),
  reason: optionalText(REASON),
});
export const candidateInput = z.strictObject({ matchId: id(), reason: text(REASON) });
export const candidateDeclineInput = z.strictObject({
  matchId: id(),
  reasonCode: z.enum(CANDIDATE_DECLINE_REASONS, "required"),
  reason: optionalText(REASON),
});

/** The weights of a need as its form sends them: per cent of the standard, a criterion each. */
export const weightsInput = z
  .strictObject({
    needId: id(),
    revision: whole(0, 1_000_000),
    ...(Object.fromEntries(
      criterionIds.map((criterion) => [criterion, whole(PERCENT.least, PERCENT.most)]),
    ) as Record<CriterionId, ReturnType<typeof whole>>),
    reason: optionalText(REASON),
    intent: z.enum(["save", "preview", "reset"]),
  })
  .superRefine(({ intent, reason }, context) => {
    if (intent !== "preview" && !reason)
      context.addIssue({ code: "custom", path: ["reason"], message: "required" });
  });

export type Decision = { version: number; reasonCode?: string | null; reason?: string | null };

export const BANDS = ["70", "55", "40", "0"] as const;
export const CONFLICT_FILTERS = ["none", "some"] as const;
export const ORIGINS = ["SUGGESTED", "NOMINATED", "INTEREST"] as const satisfies readonly MatchOrigin[];
export const ASSIGNEES = ["mine", "free"] as const;

/** The queue's filters as they stand in the URL; what is not understood is left out. */
export const queueFilters = z.object({
  office: z.enum(OFFICES).optional().catch(undefined),
  chain: z.enum(CHAINS).optional().catch(undefined),
  need: z.uuid().optional().catch(undefined),
  conflicts: z.enum(CONFLICT_FILTERS).optional().catch(undefined),
  band: z.enum(BANDS).optional().catch(undefined),
  origin: z.enum(ORIGINS).optional().catch(undefined),
  assignee: z.enum(ASSIGNEES).optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
});
export type QueueFilters = z.infer<typeof queueFilters>;
export const FILTER_NAMES = ["office", "chain", "need", "conflicts", "band", "origin", "assignee"] as const;

/** The filters as a query string without "?", in one order; "" when none is set. */
export function filtersToQuery(filters: QueueFilters): string {
  const query = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value) query.set(name, value);
  }
  return query.toString();
}
export const filtersFromQuery = (query: string): QueueFilters =>
  queueFilters.parse(Object.fromEntries(new URLSearchParams(query)));

/** Lower and upper end (exclusive) of a band of scores. */
export const bandOf = (band: (typeof BANDS)[number]) => {
  const index = BANDS.indexOf(band);
  return { from: Number(band), below: index === 0 ? 101 : Number(BANDS[index - 1]) };
};

export type QueueRow = {
  id: string;
  status: MatchStatus;
  origin: MatchOrigin;
  score: number;
  conflicts: string[];
  needId: string;
  needCode: string;
  needTitle: string;
  needLang: string;
  enterprise: string;
  district: string;
  chain: string;
  talentCode: string;
  headline: string;
  talentLang: string;
  base: string | null;
  assignee: string | null;
  since: Date;
};
export type Explanation = MatchResult;
export type { MatchOrigin, MatchStatus };
