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
import {
  archiveProfile,
  grantMatchingConsent,
  pauseProfile,
  registerTalent,
  resumeProfile,
  saveProfileSection,
  setAlerts,
  submitProfile,
  withdrawConsent,
} from "./commands.ts";
import { applyProposal, deleteDocument, uploadCv } from "./cv-commands.ts";
import { claimProfile } from "./entry-commands.ts";
import { eraseTalent } from "./erasure.ts";
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

export const claimProfileAction = publicAction("claimProfileAction", schema.claimInput, async (_viewer, input, { locale }) => {
  const { accountId } = await claimProfile({ ...input, locale });
  await startSession(accountId);
  redirect({ href: "/talent", locale });
});

export const saveProfileSectionAction = action(
  "saveProfileSectionAction",
  schema.sectionInput,
  async (viewer, input, { locale, form }) => {
    await saveProfileSection(viewer, input);
    refresh();
    const next = form.get("_then") === "next" ? schema.STEPS[schema.STEPS.indexOf(input.section) + 1] : input.section;
    redirect({ href: `/talent/profile?step=${next}${next === input.section ? "&saved=1" : ""}`, locale });
  },
);

export const submitProfileAction = action("submitProfileAction", schema.nothing, async (viewer, _input, { locale }) => {
  await submitProfile(viewer);
  refresh();
  redirect({ href: "/talent", locale });
});

const refusal = (locale: AppLocale, { code, params }: FileError) =>
  new InvalidError([
    { path: "file", key: "fileRefused", params: { message: translator(locale, "files")(`errors.${code}`, params) } },
  ]);

export const uploadCvAction = action("uploadCvAction", schema.nothing, async (viewer, _input, { locale, form }) => {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") throw new InvalidError([{ path: "file", key: "chooseFile" }]);
  const upload = await uploadCv(viewer, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  if (!upload.ok) throw refusal(locale, upload.error);
  refresh();
  redirect({ href: `/talent/profile/cv?document=${upload.documentId}`, locale });
});

export const applyProposalAction = action("applyProposalAction", schema.applyProposalInput, async (viewer, input, { locale }) => {
  const { changed } = await applyProposal(viewer, input.documentId, input.accept);
  refresh();
  redirect({ href: `/talent/profile?step=about&applied=${changed.length}`, locale });
});

export const deleteDocumentAction = action("deleteDocumentAction", schema.documentIdInput, async (viewer, input, { locale }) => {
  await deleteDocument(viewer, input.documentId);
  refresh();
  redirect({ href: "/talent/profile/cv", locale });
});

export const inviteMemberAction = action("inviteMemberAction", schema.inviteMemberInput, async (viewer, input, { locale, key }) => {
  await inviteMember(viewer, input, key);
  refresh();
  return { message: translator(locale, "talents")("team.sent", { email: input.email }) };
});

export const removeMemberAction = action("removeMemberAction", schema.memberIdInput, async (viewer, input, { locale }) => {
  await removeMember(viewer, input.memberId);
  refresh();
  redirect({ href: "/talent/team", locale });
});

export const leaveTeamAction = action("leaveTeamAction", schema.memberIdInput, async (viewer, input, { locale }) => {
  await leaveTeam(viewer, input.memberId);
  refresh();
  redirect({ href: "/talent/team", locale });
});

export const answerTeamInvitationAction = publicAction(
  "answerTeamInvitationAction",
  schema.answerTeamInput,
  async (viewer, input, { locale }) => {
    await answerTeamInvitation(viewer, { ...input, locale });
    redirect({ href: `/team-invitation?answered=${input.answer === "accept" ? "accept" : "decline"}`, locale });
  },
);

export const pauseProfileAction = action("pauseProfileAction", schema.nothing, async (viewer, _input, { locale }) => {
  await pauseProfile(viewer);
  refresh();
  redirect({ href: "/talent/privacy", locale });
});

export const resumeProfileAction = action("resumeProfileAction", schema.nothing, async (viewer, _input, { locale }) => {
  await resumeProfile(viewer);
  refresh();
  redirect({ href: "/talent/privacy", locale });
});

export const archiveProfileAction = action("archiveProfileAction", schema.nothing, async (viewer, _input, { locale }) => {
  await archiveProfile(viewer);
  refresh();
  redirect({ href: "/talent/privacy", locale });
});

export const withdrawConsentAction = action("withdrawConsentAction", schema.consentIdInput, async (viewer, input, { locale }) => {
  await withdrawConsent(viewer, input.consentId);
  refresh();
  redirect({ href: "/talent/privacy", locale });
});

export const grantMatchingConsentAction = action(
  "grantMatchingConsentAction",
  schema.grantMatchingInput,
  async (viewer, _input, { locale }) => {
    await grantMatchingConsent(viewer);
    refresh();
    redirect({ href: "/talent/privacy", locale });
  },
);

export const setAlertsAction = action("setAlertsAction", schema.alertsInput, async (viewer, input, { locale }) => {
  await setAlerts(viewer, input.alerts);
  refresh();
  redirect({ href: "/talent/privacy", locale });
});

export const eraseTalentAction = action("eraseTalentAction", schema.eraseInput, async (viewer, input, { locale }) => {
  await eraseTalent(viewer, input);
  redirect({ href: "/erased", locale });
});
