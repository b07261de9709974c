"use server";

import { refresh } from "next/cache";
import { action } from "#lib/action.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { translator } from "#lib/i18n/translate.ts";
import { bulkTalents } from "./bulk-commands.ts";
import { mergeTalents } from "./duplicate-commands.ts";
import { enterWalkIn, sendClaimLink } from "./entry-commands.ts";
import {
  confirmTalentEdits,
  handOverTalent,
  rejectTalent,
  requestTalentChanges,
  startTalentReview,
  takeTalent,
  verifyTalent,
} from "./review-commands.ts";
import {
  bulkTalentsInput,
  handOverTalentInput,
  mergeTalentsInput,
  talentIdInput,
  talentReasonInput,
  verifyTalentInput,
  walkInInput,
} from "./schema.ts";

// the workstation's side
const opened = (talentId: string, done: string) => `/staff/talents/${talentId}?done=${done}`;

export const startTalentReviewAction = action(
  "startTalentReviewAction",
  talentIdInput,
  async (viewer, { talentId }, { locale }) => {
    await startTalentReview(viewer, talentId);
    redirect({ href: opened(talentId, "started"), locale });
  },
);

export const verifyTalentAction = action(
  "verifyTalentAction",
  verifyTalentInput,
  async (viewer, { talentId, version, note }, { locale }) => {
    await verifyTalent(viewer, talentId, { version, note });
    redirect({ href: opened(talentId, "verified"), locale });
  },
);

export const confirmTalentEditsAction = action(
  "confirmTalentEditsAction",
  verifyTalentInput,
  async (viewer, { talentId, version }, { locale }) => {
    await confirmTalentEdits(viewer, talentId, version);
    redirect({ href: opened(talentId, "confirmed"), locale });
  },
);

export const requestTalentChangesAction = action(
  "requestTalentChangesAction",
  talentReasonInput,
  async (viewer, { talentId, reason }, { locale }) => {
    await requestTalentChanges(viewer, talentId, { reason });
    redirect({ href: opened(talentId, "changesRequested"), locale });
  },
);

export const rejectTalentAction = action(
  "rejectTalentAction",
  talentReasonInput,
  async (viewer, { talentId, reason }, { locale }) => {
    await rejectTalent(viewer, talentId, { reason });
    redirect({ href: opened(talentId, "rejected"), locale });
  },
);

export const handOverTalentAction = action(
  "handOverTalentAction",
  handOverTalentInput,
  async (viewer, { talentId, office, note }, { locale }) => {
    await handOverTalent(viewer, talentId, { office, note });
    redirect({ href: opened(talentId, "handedOver"), locale });
  },
);

export const takeTalentAction = action(
  "takeTalentAction",
  talentIdInput,
  async (viewer, { talentId }, { locale }) => {
    await takeTalent(viewer, talentId);
    redirect({ href: opened(talentId, "taken"), locale });
  },
);

export const sendClaimLinkAction = action(
  "sendClaimLinkAction",
  talentIdInput,
  async (viewer, { talentId }, { locale }) => {
    await sendClaimLink(viewer, talentId);
    redirect({ href: opened(talentId, "claimSent"), locale });
  },
);

export const enterWalkInAction = action(
  "enterWalkInAction",
  walkInInput,
  async (viewer, input, { locale, key }) => {
    const { talentId } = await enterWalkIn(viewer, input, key);
    redirect({ href: opened(talentId, "entered"), locale });
  },
);

export const mergeTalentsAction = action(
  "mergeTalentsAction",
  mergeTalentsInput,
  async (viewer, { keepId, dropId, reason }, { locale }) => {
    await mergeTalents(viewer, keepId, dropId, reason);
    redirect({ href: opened(keepId, "merged"), locale });
  },
);

/** What became of each of several profiles; the list shows it and is read anew. */
export const bulkTalentsAction = action(
  "bulkTalentsAction",
  bulkTalentsInput,
  async (viewer, input, { locale }) => {
    const { done, refused } = await bulkTalents(viewer, input);
    const t = translator(locale, "errors");
    refresh();
    return { data: { done, refused: refused.map(({ code, key }) => ({ code, reason: t(key) })) } };
  },
);
