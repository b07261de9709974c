"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/action.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { needForm } from "#lib/needs/schema.ts";
import { acceptCandidate, declineCandidate } from "./candidate-commands.ts";
import { approveMatch, rejectMatch, startReview, undoApproval } from "./commands.ts";
import { expressInterest, nominateByCode, saveNeed, unsaveNeed } from "./entry-commands.ts";
import { estimateFitNow } from "./estimate.ts";
import { giveMore } from "./giving-commands.ts";
import { acceptInvitation, declineInvitation } from "./invitation-commands.ts";
import { nextAfter } from "./review-query.ts";
import {
  acceptanceInput,
  candidateDeclineInput,
  candidateInput,
  decisionInput,
  declineInput,
  filtersFromQuery,
  filtersToQuery,
  givingInput,
  matchInput,
  needInput,
  nominationInput,
  weightsInput,
} from "./schema.ts";
import { changeWeights } from "./weight-commands.ts";
import { previewWeights } from "./weight-queries.ts";
import { factorsOf, percentsToText } from "./weight-set.ts";

export const startReviewAction = action("startReviewAction", matchInput, async (viewer, { matchId }) => {
  await startReview(viewer, matchId);
  return {};
});

/** Decides, and goes on to the next in the queue under the same filters. */
export const decideMatchAction = action(
  "decideMatchAction",
  decisionInput,
  async (viewer, input, { locale }) => {
    const { matchId, decision, filters, ...rest } = input;
    if (decision === "approve") await approveMatch(viewer, matchId, rest);
    else await rejectMatch(viewer, matchId, rest);
    const kept = filtersFromQuery(filters);
    const next = await nextAfter(viewer, matchId, kept);
    const query = new URLSearchParams(filtersToQuery(kept));
    query.set(decision === "approve" ? "approved" : "rejected", matchId);
    redirect({ href: `/staff/matches${next ? `/${next}` : ""}?${query}`, locale });
  },
);

export const undoApprovalAction = action(
  "undoApprovalAction",
  matchInput,
  async (viewer, { matchId, filters }, { locale }) => {
    await undoApproval(viewer, matchId);
    const query = filtersToQuery(filtersFromQuery(filters));
    redirect({ href: `/staff/matches/${matchId}${query && `?${query}`}`, locale });
  },
);

/** Counts who fits a need that is being written. */
export const estimateFitAction = action(
  "estimateFitAction",
  needForm,
  async (viewer, { needId: _need, version: _version, intent: _intent, ...fields }, { locale }) => ({
    data: await estimateFitNow(viewer, { ...fields, locale }),
  }),
);

/** Saves the weights of a need, takes them back to the standard, or shows how the list would move (also without JavaScript). */
export const changeWeightsAction = action(
  "changeWeightsAction",
  weightsInput,
  async (viewer, { needId, revision, reason, intent, ...percents }, { locale }) => {
    const page = `/staff/needs/${needId}/matches`;
    if (intent === "preview")
      redirect({ href: `${page}?weights=${percentsToText(percents) || "open"}#weights`, locale });
    const factors = intent === "reset" ? {} : factorsOf(percents);
    await changeWeights(viewer, needId, { revision, factors, reason });
    revalidatePath("/[locale]/staff", "layout");
    redirect({ href: `${page}?done=${intent === "reset" ? "weightsReset" : "weights"}#weights`, locale });
  },
);

/** How the list would move, for the page that is open. */
export const previewWeightsAction = action(
  "previewWeightsAction",
  weightsInput,
  async (viewer, { needId, revision: _revision, reason: _reason, intent: _intent, ...percents }) => ({
    data: await previewWeights(viewer, needId, factorsOf(percents)),
  }),
);

export const nominateAction = action(
  "nominateAction",
  nominationInput,
  async (viewer, { needId, code, reason }, { locale }) => {
    const { matchId } = await nominateByCode(viewer, needId, code, { reason });
    redirect({ href: `/staff/needs/${needId}/matches?nominated=${matchId}`, locale });
  },
);

export const expressInterestAction = action(
  "expressInterestAction",
  needInput,
  async (viewer, { needId }) => {
    await expressInterest(viewer, needId);
    revalidatePath("/[locale]/talent", "layout");
    revalidatePath("/[locale]/(public)/needs/[needId]", "page");
    return {};
  },
);

export const saveNeedAction = action("saveNeedAction", needInput, async (viewer, { needId }) => {
  await saveNeed(viewer, needId);
  revalidatePath("/[locale]/talent", "layout");
  revalidatePath("/[locale]/(public)/needs/[needId]", "page");
  return {};
});

export const unsaveNeedAction = action("unsaveNeedAction", needInput, async (viewer, { needId }) => {
  await unsaveNeed(viewer, needId);
  revalidatePath("/[locale]/talent", "layout");
  revalidatePath("/[locale]/(public)/needs/[needId]", "page");
  return {};
});

export const acceptInvitationToNeedAction = action(
  "acceptInvitationToNeedAction",
  acceptanceInput,
  async (viewer, { matchId, ...consents }, { locale }) => {
    await acceptInvitation(viewer, matchId, consents, locale);
    redirect({ href: `/talent/invitations/${matchId}?done=accepted`, locale });
  },
);

export const giveMoreAction = action(
  "giveMoreAction",
  givingInput,
  async (viewer, { matchId, ...given }, { locale }) => {
    await giveMore(viewer, matchId, given, locale);
    redirect({ href: `/talent/invitations/${matchId}?done=given`, locale });
  },
);

export const declineInvitationAction = action(
  "declineInvitationAction",
  declineInput,
  async (viewer, { matchId, ...why }, { locale }) => {
    await declineInvitation(viewer, matchId, why);
    redirect({ href: `/talent/invitations/${matchId}?done=declined`, locale });
  },
);

export const acceptCandidateAction = action(
  "acceptCandidateAction",
  candidateInput,
  async (viewer, { matchId, reason }, { locale }) => {
    await acceptCandidate(viewer, matchId, { reason });
    redirect({ href: `/enterprise/introductions/${matchId}?done=accepted`, locale });
  },
);

export const declineCandidateAction = action(
  "declineCandidateAction",
  candidateDeclineInput,
  async (viewer, { matchId, ...why }, { locale }) => {
    await declineCandidate(viewer, matchId, why);
    redirect({ href: `/enterprise/introductions/${matchId}?done=declined`, locale });
  },
);
