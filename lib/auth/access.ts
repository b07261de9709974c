import type { Viewer } from "./viewer.ts";

/**
 * Who may open which page and call which action: the one table that pages, actions and the access test read.
 * PUBLIC: everybody, signed in or not. A list: these roles. Rows are narrowed further inside each query.
 */
export type Access = "PUBLIC" | readonly Viewer["role"][];

const TALENT = ["TALENT"] as const;
const ENTERPRISE = ["ENTERPRISE"] as const;
const STAFF = ["OFFICER", "ADMIN"] as const;
const ADMIN = ["ADMIN"] as const;
const SIGNED_IN = ["TALENT", "ENTERPRISE", "OFFICER", "ADMIN"] as const;

/** Route patterns as in app/[locale], without the language and without route groups. */
export const PAGE_ACCESS = {
  "/": "PUBLIC",
  "/needs": "PUBLIC",
  "/needs/[needId]": "PUBLIC",
  "/projects": "PUBLIC",
  "/about": "PUBLIC",
  "/matching": "PUBLIC",
  "/privacy": "PUBLIC",
  "/accessibility": "PUBLIC",
  "/contact": "PUBLIC",
  "/register": "PUBLIC",
  // accounts
  "/sign-in": "PUBLIC",
  "/forgot": "PUBLIC",
  "/reset": "PUBLIC",
  "/verify": "PUBLIC",
  "/invitation": "PUBLIC",
  "/settings": SIGNED_IN,
  "/enterprise/colleagues": ENTERPRISE,
  "/staff/accounts": ADMIN,
  "/staff/outbox": STAFF,
  // the workstation's workspace
  "/staff": STAFF,
  "/staff/talents": STAFF,
  "/staff/talents/new": STAFF,
  "/staff/talents/[talentId]": STAFF,
  "/staff/enterprises": STAFF,
  "/staff/enterprises/[enterpriseId]": STAFF,
  "/staff/needs": STAFF,
  "/staff/needs/[needId]": STAFF,
  "/staff/messages": STAFF,
  "/staff/messages/[messageId]": STAFF,
  "/staff/audit": STAFF,
  "/staff/projects": STAFF,
  "/staff/projects/[projectId]": STAFF,
  "/staff/exports": STAFF,
  // talents
  "/register/talent": "PUBLIC",
  "/claim": "PUBLIC",
  "/team-invitation": "PUBLIC",
  "/erased": "PUBLIC",
  "/talent": TALENT,
  "/talent/profile": TALENT,
  "/talent/profile/cv": TALENT,
  "/talent/profile/preview": TALENT,
  "/talent/team": TALENT,
  "/talent/privacy": TALENT,
  // matches and introductions
  "/staff/matches": STAFF,
  "/staff/matches/[matchId]": STAFF,
  "/staff/needs/[needId]/matches": STAFF,
  "/talent/invitations": TALENT,
  "/talent/invitations/[matchId]": TALENT,
  "/talent/needs": TALENT,
  // enterprises and needs
  "/register/enterprise": "PUBLIC",
  "/enterprise": ENTERPRISE,
  "/enterprise/profile": ENTERPRISE,
  "/enterprise/needs": ENTERPRISE,
  "/enterprise/needs/new": ENTERPRISE,
  "/enterprise/needs/[needId]": ENTERPRISE,
  "/enterprise/needs/[needId]/edit": ENTERPRISE,
  "/enterprise/introductions": ENTERPRISE,
  "/enterprise/introductions/[matchId]": ENTERPRISE,
} as const satisfies Record<string, Access>;

/** Exported server actions by name. */
export const ACTION_ACCESS = {
  // messages to the workstation
  sendContactMessageAction: "PUBLIC",
  answerContactMessageAction: STAFF,
  handOverContactMessageAction: STAFF,
  closeContactMessageAction: STAFF,
  // accounts
  signInAction: "PUBLIC",
  signOutAction: "PUBLIC",
  forgotPasswordAction: "PUBLIC",
  resetPasswordAction: "PUBLIC",
  verifyEmailAction: "PUBLIC",
  acceptInvitationAction: "PUBLIC",
  resendVerificationAction: SIGNED_IN,
  changePasswordAction: SIGNED_IN,
  changeEmailAction: SIGNED_IN,
  changeLocaleAction: SIGNED_IN,
  revokeOwnSessionsAction: SIGNED_IN,
  inviteStaffAction: STAFF,
  inviteColleagueAction: ENTERPRISE,
  removeColleagueAction: ENTERPRISE,
  disableAccountAction: ADMIN,
  enableAccountAction: ADMIN,
  revokeSessionsAction: ADMIN,
  // talents
  registerTalentAction: "PUBLIC",
  claimProfileAction: "PUBLIC",
  answerTeamInvitationAction: "PUBLIC",
  saveProfileSectionAction: TALENT,
  submitProfileAction: TALENT,
  uploadCvAction: TALENT,
  applyProposalAction: TALENT,
  deleteDocumentAction: TALENT,
  inviteMemberAction: TALENT,
  removeMemberAction: TALENT,
  leaveTeamAction: TALENT,
  pauseProfileAction: TALENT,
  resumeProfileAction: TALENT,
  archiveProfileAction: TALENT,
  withdrawConsentAction: TALENT,
  grantMatchingConsentAction: TALENT,
  setAlertsAction: TALENT,
  eraseTalentAction: TALENT,
  // the workstation's workspace
  startTalentReviewAction: STAFF,
  verifyTalentAction: STAFF,
  confirmTalentEditsAction: STAFF,
  requestTalentChangesAction: STAFF,
  rejectTalentAction: STAFF,
  handOverTalentAction: STAFF,
  takeTalentAction: STAFF,
  sendClaimLinkAction: STAFF,
  enterWalkInAction: STAFF,
  mergeTalentsAction: STAFF,
  bulkTalentsAction: STAFF,
  openNeedAction: STAFF,
  returnNeedAction: STAFF,
  handOverNeedAction: STAFF,
  takeNeedAction: STAFF,
  pauseNeedForOwnerAction: STAFF,
  resumeNeedForOwnerAction: STAFF,
  closeNeedForOwnerAction: STAFF,
  verifyEnterpriseAction: STAFF,
  requestEnterpriseChangesAction: STAFF,
  rejectEnterpriseAction: STAFF,
  suspendEnterpriseAction: STAFF,
  handOverEnterpriseAction: STAFF,
  takeEnterpriseAction: STAFF,
  saveViewAction: STAFF,
  deleteViewAction: STAFF,
  prepareExportAction: STAFF,
  searchRecordsAction: STAFF,
  updateProjectAction: STAFF,
  // matches and introductions
  startReviewAction: STAFF,
  decideMatchAction: STAFF,
  undoApprovalAction: STAFF,
  nominateAction: STAFF,
  expressInterestAction: TALENT,
  saveNeedAction: TALENT,
  unsaveNeedAction: TALENT,
  acceptInvitationToNeedAction: TALENT,
  declineInvitationAction: TALENT,
  // enterprises and needs
  registerEnterpriseAction: "PUBLIC",
  updateEnterpriseAction: ENTERPRISE,
  postNeedAction: ENTERPRISE,
  pauseNeedAction: ENTERPRISE,
  resumeNeedAction: ENTERPRISE,
  recordFilledAction: ENTERPRISE,
  closeNeedAction: ENTERPRISE,
  withdrawNeedAction: ENTERPRISE,
  cloneNeedAction: ENTERPRISE,
  estimateFitAction: ENTERPRISE,
  suggestConceptsAction: ENTERPRISE,
  acceptCandidateAction: ENTERPRISE,
  declineCandidateAction: ENTERPRISE,
} as const satisfies Record<string, Access>;

export type PagePath = keyof typeof PAGE_ACCESS;
export type ActionName = keyof typeof ACTION_ACCESS;

export const allows = (access: Access, viewer: Viewer | null): boolean =>
  access === "PUBLIC" || (viewer !== null && access.includes(viewer.role));
