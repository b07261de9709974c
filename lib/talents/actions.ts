"use server";

import { revalidatePath } from "next/cache";
import { action, publicAction } from "#lib/action.ts";
import { callerAddress, startSession } from "#lib/auth/current.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
import { InvalidError } from "#lib/errors.ts";
import type { FileError } from "#lib/files/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { translator } from "#lib/i18n/translate.ts";
import { bulkTalents } from "./bulk-commands.ts";
import {
  archiveProfile,
  pauseProfile,
  registerTalent,
  resumeProfile,
  saveProfileSection,
  setAlerts,
  submitProfile,
} from "./commands.ts";
import {
  grantMatchingConsent,
  withdrawConsent,
  withdrawEverything,
  withdrawFromEnterprise,
} from "./consent-commands.ts";
import { applyProposal, deleteDocument, uploadCv } from "./cv-commands.ts";
import { mergeTalents } from "./duplicate-commands.ts";
import { claimProfile, enterWalkIn, sendClaimLink } from "./entry-commands.ts";
import { eraseTalent } from "./erasure.ts";
import {
  confirmTalentEdits,
  handOverTalent,
  rejectTalent,
  requestTalentChanges,
  startTalentReview,
  takeTalent,
  verifyTalent,
} from "./review-commands.ts";
import * as schema from "./schema.ts";
import { answerTeamInvitation, inviteMember, leaveTeam, removeMember } from "./team-commands.ts";

/** Pages of the workspace that were opened before must not come back from the browser's memory with old values. */
const refresh = () => revalidatePath("/[locale]/talent", "layout");

export const registerTalentAction = publicAction(
  "registerTalentAction",
  schema.registerTalentInput,
  async (_viewer, input, { locale, key }) => {
    await throttle(LIMITS.register, await callerAddress());
    const { accountId } = await registerTalent({ ...input, locale }, key);
    await startSession(accountId);
    redirect({ href: "/talent", locale });
  },
);

export const claimProfileAction = publicAction(
  "claimProfileAction",
  schema.claimInput,
  async (_viewer, input, { locale }) => {
    const { accountId } = await claimProfile({ ...input, locale });
    await startSession(accountId);
    redirect({ href: "/talent", locale });
  },
);

export const saveProfileSectionAction = action(
  "saveProfileSectionAction",
  schema.sectionInput,
  async (viewer, input, { locale, form }) => {
    await saveProfileSection(viewer, input);
    refresh();
    const next =
      form.get("_then") === "next" ? schema.STEPS[schema.STEPS.indexOf(input.section) + 1] : input.section;
    redirect({ href: `/talent/profile?step=${next}${next === input.section ? "&saved=1" : ""}`, locale });
  },
);

export const submitProfileAction = action(
  "submitProfileAction",
  schema.nothing,
  async (viewer, _input, { locale }) => {
    await submitProfile(viewer);
    refresh();
    redirect({ href: "/talent", locale });
  },
);

const refusal = (locale: AppLocale, { code, params }: FileError) =>
  new InvalidError([
    {
      path: "file",
      key: "fileRefused",
      params: { message: translator(locale, "files")(`errors.${code}`, params) },
    },
  ]);

export const uploadCvAction = action(
  "uploadCvAction",
  schema.nothing,
  async (viewer, _input, { locale, form }) => {
    const file = form.get("file");
    if (!(file instanceof File) || file.name === "")
      throw new InvalidError([{ path: "file", key: "chooseFile" }]);
    const upload = await uploadCv(viewer, {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
    if (!upload.ok) throw refusal(locale, upload.error);
    refresh();
    redirect({ href: `/talent/profile/cv?document=${upload.documentId}`, locale });
  },
);

export const applyProposalAction = action(
  "applyProposalAction",
  schema.applyProposalInput,
  async (viewer, input, { locale }) => {
    const { changed } = await applyProposal(viewer, input.documentId, input.accept);
    refresh();
    redirect({ href: `/talent/profile?step=about&applied=${changed.length}`, locale });
  },
);

export const deleteDocumentAction = action(
  "deleteDocumentAction",
  schema.documentIdInput,
  async (viewer, input, { locale }) => {
    await deleteDocument(viewer, input.documentId);
    refresh();
    redirect({ href: "/talent/profile/cv", locale });
  },
);

export const inviteMemberAction = action(
  "inviteMemberAction",
  schema.inviteMemberInput,
  async (viewer, input, { locale, key }) => {
    await inviteMember(viewer, input, key);
    refresh();
    return { message: translator(locale, "talents")("team.sent", { email: input.email }) };
  },
);

export const removeMemberAction = action(
  "removeMemberAction",
  schema.memberIdInput,
  async (viewer, input, { locale }) => {
    await removeMember(viewer, input.memberId);
    refresh();
    redirect({ href: "/talent/team", locale });
  },
);

export const leaveTeamAction = action(
  "leaveTeamAction",
  schema.memberIdInput,
  async (viewer, input, { locale }) => {
    await leaveTeam(viewer, input.memberId);
    refresh();
    redirect({ href: "/talent/team", locale });
  },
);

export const answerTeamInvitationAction = publicAction(
  "answerTeamInvitationAction",
  schema.answerTeamInput,
  async (viewer, input, { locale }) => {
    await answerTeamInvitation(viewer, { ...input, locale });
    redirect({
      href: `/team-invitation?answered=${input.answer === "accept" ? "accept" : "decline"}`,
      locale,
    });
  },
);

export const pauseProfileAction = action(
  "pauseProfileAction",
  schema.nothing,
  async (viewer, _input, { locale }) => {
    await pauseProfile(viewer);
    refresh();
    redirect({ href: "/talent/privacy", locale });
  },
);

export const resumeProfileAction = action(
  "resumeProfileAction",
  schema.nothing,
  async (viewer, _input, { locale }) => {
    await resumeProfile(viewer);
    refresh();
    redirect({ href: "/talent/privacy", locale });
  },
);

export const archiveProfileAction = action(
  "archiveProfileAction",
  schema.nothing,
  async (viewer, _input, { locale }) => {
    await archiveProfile(viewer);
    refresh();
    redirect({ href: "/talent/privacy", locale });
  },
);

export const withdrawConsentAction = action(
  "withdrawConsentAction",
  schema.consentIdInput,
  async (viewer, input, { locale }) => {
    await withdrawConsent(viewer, input.consentId);
    refresh();
    redirect({ href: "/talent/privacy?done=withdrawn", locale });
  },
);

export const withdrawFromEnterpriseAction = action(
  "withdrawFromEnterpriseAction",
  schema.enterpriseIdInput,
  async (viewer, input, { locale }) => {
    await withdrawFromEnterprise(viewer, input.enterpriseId);
    refresh();
    redirect({ href: "/talent/privacy?done=withdrawn", locale });
  },
);

export const withdrawEverythingAction = action(
  "withdrawEverythingAction",
  schema.nothing,
  async (viewer, _input, { locale }) => {
    await withdrawEverything(viewer);
    refresh();
    redirect({ href: "/talent/privacy?done=withdrawn", locale });
  },
);

export const grantMatchingConsentAction = action(
  "grantMatchingConsentAction",
  schema.grantMatchingInput,
  async (viewer, _input, { locale }) => {
    await grantMatchingConsent(viewer, locale);
    refresh();
    redirect({ href: "/talent/privacy", locale });
  },
);

export const setAlertsAction = action(
  "setAlertsAction",
  schema.alertsInput,
  async (viewer, input, { locale }) => {
    await setAlerts(viewer, input.alerts);
    refresh();
    redirect({ href: "/talent/privacy", locale });
  },
);

export const eraseTalentAction = action(
  "eraseTalentAction",
  schema.eraseInput,
  async (viewer, input, { locale }) => {
    await eraseTalent(viewer, input);
    redirect({ href: "/erased", locale });
  },
);

// the workstation's side
/** Back to the profile with what was done; the lists and their numbers are read anew. */
function reviewed(talentId: string, done: string, locale: AppLocale) {
  revalidatePath("/[locale]/staff", "layout");
  redirect({ href: `/staff/talents/${talentId}?done=${done}`, locale });
}

export const startTalentReviewAction = action(
  "startTalentReviewAction",
  schema.talentIdInput,
  async (viewer, { talentId }, { locale }) => {
    await startTalentReview(viewer, talentId);
    reviewed(talentId, "started", locale);
  },
);

export const verifyTalentAction = action(
  "verifyTalentAction",
  schema.verifyTalentInput,
  async (viewer, { talentId, version, note }, { locale }) => {
    await verifyTalent(viewer, talentId, { version, note });
    reviewed(talentId, "verified", locale);
  },
);

export const confirmTalentEditsAction = action(
  "confirmTalentEditsAction",
  schema.verifyTalentInput,
  async (viewer, { talentId, version }, { locale }) => {
    await confirmTalentEdits(viewer, talentId, version);
    reviewed(talentId, "confirmed", locale);
  },
);

export const requestTalentChangesAction = action(
  "requestTalentChangesAction",
  schema.talentReasonInput,
  async (viewer, { talentId, reason }, { locale }) => {
    await requestTalentChanges(viewer, talentId, { reason });
    reviewed(talentId, "changesRequested", locale);
  },
);

export const rejectTalentAction = action(
  "rejectTalentAction",
  schema.talentReasonInput,
  async (viewer, { talentId, reason }, { locale }) => {
    await rejectTalent(viewer, talentId, { reason });
    reviewed(talentId, "rejected", locale);
  },
);

export const handOverTalentAction = action(
  "handOverTalentAction",
  schema.handOverTalentInput,
  async (viewer, { talentId, office, note }, { locale }) => {
    await handOverTalent(viewer, talentId, { office, note });
    reviewed(talentId, "handedOver", locale);
  },
);

export const takeTalentAction = action(
  "takeTalentAction",
  schema.talentIdInput,
  async (viewer, { talentId }, { locale }) => {
    await takeTalent(viewer, talentId);
    reviewed(talentId, "taken", locale);
  },
);

export const sendClaimLinkAction = action(
  "sendClaimLinkAction",
  schema.talentIdInput,
  async (viewer, { talentId }, { locale }) => {
    await sendClaimLink(viewer, talentId);
    reviewed(talentId, "claimSent", locale);
  },
);

export const enterWalkInAction = action(
  "enterWalkInAction",
  schema.walkInInput,
  async (viewer, input, { locale, key }) => {
    const { talentId } = await enterWalkIn(viewer, input, key);
    reviewed(talentId, "entered", locale);
  },
);

export const mergeTalentsAction = action(
  "mergeTalentsAction",
  schema.mergeTalentsInput,
  async (viewer, { keepId, dropId, reason }, { locale }) => {
    await mergeTalents(viewer, keepId, dropId, reason);
    reviewed(keepId, "merged", locale);
  },
);

/** What became of each of several profiles; the list shows it and is read anew. */
export const bulkTalentsAction = action(
  "bulkTalentsAction",
  schema.bulkTalentsInput,
  async (viewer, input, { locale }) => {
    const { done, refused } = await bulkTalents(viewer, input);
    const t = translator(locale, "errors");
    revalidatePath("/[locale]/staff", "layout");
    return { data: { done, refused: refused.map(({ code, key }) => ({ code, reason: t(key) })) } };
  },
);
