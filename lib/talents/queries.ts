import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { inForce } from "#lib/consents/policy.ts";
import type { CvProposal } from "#lib/cv/types.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { ProfileStatus } from "#prisma/generated/enums.ts";
import { completeness, type Item, percentComplete } from "./completeness.ts";
import { ballWith, canMove, decidableBy, isEditable, ownTalent, visibleToStaff } from "./policy.ts";
import {
  type Identity,
  identityOf,
  identitySelect,
  type Profile,
  profileOf,
  profileSelect,
} from "./profile.ts";
import { type AnonymousCv, anonymousCv, anonymousSelect } from "./projection.ts";
import type { Reach } from "./way.ts";

export const documentSelect = {
  id: true,
  filename: true,
  size: true,
  mediaType: true,
  status: true,
  problem: true,
  createdAt: true,
} as const satisfies Prisma.DocumentSelect;
export type DocumentSummary = Prisma.DocumentGetPayload<{ select: typeof documentSelect }>;

export const memberSelect = {
  id: true,
  role: true,
  skills: true,
  status: true,
  invitedAt: true,
  respondedAt: true,
  identity: { select: { name: true, email: true } },
} as const satisfies Prisma.TeamMemberSelect;
export type MemberSummary = Prisma.TeamMemberGetPayload<{ select: typeof memberSelect }>;

const ownSelect = {
  id: true,
  code: true,
  kind: true,
  status: true,
  version: true,
  locale: true,
  office: true,
  officeSince: true,
  reviewNote: true,
  submittedAt: true,
  verifiedAt: true,
  updatedAt: true,
  editedSinceVerification: true,
  ...profileSelect,
  ...identitySelect,
  documents: { select: documentSelect, orderBy: { createdAt: "desc" } },
  members: { select: memberSelect, where: { status: { not: "LEFT" } }, orderBy: { invitedAt: "asc" } },
  consents: { where: { purpose: "MATCHING", ...inForce }, select: { id: true }, take: 1 },
} as const satisfies Prisma.TalentSelect;

export type OwnProfile = {
  id: string;
  code: string;
  kind: "INDIVIDUAL" | "TEAM";
  status: ProfileStatus;
  version: number;
  locale: AppLocale;
  office: "HONG_KONG" | "YANTAI";
  officeSince: Date;
  reviewNote: string | null;
  submittedAt: Date | null;
  verifiedAt: Date | null;
  /** the last change by its owner: "saved at" */
  savedAt: Date;
  editedSinceVerification: boolean;
  profile: Profile;
  identity: Identity;
  documents: DocumentSummary[];
  members: MemberSummary[];
  items: Item[];
  percent: number;
  /** consent to be kept and matched is in force */
  consented: boolean;
  can: { edit: boolean; submit: boolean; pause: boolean; resume: boolean; reopen: boolean; archive: boolean };
};

/** The viewer's own profile with everything that belongs to it. @throws NotFoundError */
export async function getOwnProfile(viewer: Viewer): Promise<OwnProfile> {
  const row = await transaction(viewer, (tx) =>
    tx.talent.findFirst({ where: ownTalent(viewer), select: ownSelect }),
  );
  if (!row) throw new NotFoundError();
  const profile = profileOf(row);
  const identity = identityOf(row);
  const members = row.members.filter((member) => member.status === "CONSENTED").length;
  const items = completeness({ kind: row.kind, profile, identity, members });
  const { status } = row;
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    status,
    version: row.version,
    locale: fromDbLocale(row.locale),
    office: row.office,
    officeSince: row.officeSince,
    reviewNote: row.reviewNote,
    submittedAt: row.submittedAt,
    verifiedAt: row.verifiedAt,
    savedAt: row.updatedAt,
    editedSinceVerification: row.editedSinceVerification,
    documents: row.documents,
    members: row.members,
    profile,
    identity,
    items,
    percent: percentComplete(items),
    consented: row.consents.length > 0,
    can: {
      edit: isEditable(status),
      submit: canMove("submit", status),
      pause: canMove("pause", status),
      resume: canMove("resume", status),
      reopen: canMove("reopen", status),
      archive: canMove("archive", status),
    },
  };
}

export type OwnPreview = {
  anonymous: AnonymousCv;
  introduced: { identity: Identity; documents: DocumentSummary[] };
};

/** The viewer as an enterprise would see them: anonymous first, and with name and contact after both accepted. */
export async function getOwnPreview(viewer: Viewer, locale: AppLocale): Promise<OwnPreview> {
  const row = await transaction(viewer, (tx) =>
    tx.talent.findFirst({
      where: ownTalent(viewer),
      select: {
        ...anonymousSelect,
        ...identitySelect,
        documents: { select: documentSelect, orderBy: { createdAt: "desc" } },
      },
    }),
  );
  if (!row) throw new NotFoundError();
  const { identity: _, contact: __, documents, ...rest } = row;
  return { anonymous: anonymousCv(rest, locale), introduced: { identity: identityOf(row), documents } };
}

/** Teams of others that name the viewer. */
export async function getMemberships(viewer: Viewer) {
  if (viewer.role !== "TALENT" || !viewer.accountId) return [];
  return db.teamMember.findMany({
    where: { accountId: viewer.accountId, status: "CONSENTED" },
    select: { id: true, role: true, respondedAt: true, team: { select: { code: true, headline: true } } },
    take: 50,
  });
}

export type OwnProposal = { document: DocumentSummary; proposal: Partial<CvProposal> };

/** What was read from one of the viewer's CVs. @throws NotFoundError */
export async function getOwnProposal(viewer: Viewer, documentId: string): Promise<OwnProposal> {
  const row = await transaction(viewer, (tx) =>
    tx.document.findFirst({
      where: { id: documentId, talent: ownTalent(viewer) },
      select: { ...documentSelect, proposal: true },
    }),
  );
  if (!row) throw new NotFoundError();
  const { proposal, ...document } = row;
  return { document, proposal: proposal as Partial<CvProposal> };
}

const staffSelect = {
  ...ownSelect,
  externalId: true,
  accountId: true,
  assigneeId: true,
  createdAt: true,
  matchedAt: true,
  mergedIntoId: true,
  experienceMonths: true,
  consents: {
    where: { purpose: "MATCHING" },
    orderBy: { grantedAt: "desc" },
    select: { channel: true, note: true, grantedAt: true, withdrawnAt: true, textVersion: true },
  },
} as const satisfies Prisma.TalentSelect;

/** A profile as an officer reviews it, name and contact included. The caller records the disclosure in `tx`. @throws NotFoundError */
export async function readTalentForStaff(tx: Tx, viewer: Viewer, talentId: string) {
  if (!isStaff(viewer)) throw new NotFoundError();
  const row = await tx.talent.findFirst({
    where: { AND: [visibleToStaff(viewer), { id: talentId }] },
    select: staffSelect,
  });
  if (!row) throw new NotFoundError();
  const mine = (await tx.talent.count({ where: { AND: [decidableBy(viewer), { id: talentId }] } })) === 1;
  const assignee = row.assigneeId
    ? await tx.account.findUnique({ where: { id: row.assigneeId }, select: { id: true, displayName: true } })
    : null;
  const { identity: _, contact: __, consents, accountId, ...rest } = row;
  const identity = identityOf(row);
  const profile = profileOf(row);
  const members = row.members.filter((member) => member.status === "CONSENTED").length;
  const may = (verb: Parameters<typeof canMove>[0]) => mine && canMove(verb, row.status);
  return {
    ...rest,
    locale: fromDbLocale(row.locale),
    profile,
    identity,
    items: completeness({ kind: row.kind, profile, identity, members }),
    claimed: accountId !== null,
    assignee,
    consents,
    ball: ballWith(row.status),
    can: {
      start: may("startReview"),
      verify: may("verify"),
      requestChanges: may("requestChanges"),
      reject: may("reject"),
      confirmEdits: mine && row.editedSinceVerification,
      handOver: mine,
      take: mine,
      sendClaimLink: accountId === null && Boolean(identity.email),
    },
  };
}
export type TalentForStaff = Awaited<ReturnType<typeof readTalentForStaff>>;

/** How far the running introductions of the viewer have come. */
export async function getReach(viewer: Viewer): Promise<Reach> {
  const rows = await db.introduction.groupBy({
    by: ["status"],
    where: { talent: ownTalent(viewer), status: { notIn: ["CLOSED", "NO_FIT", "WITHDRAWN"] } },
  });
  if (rows.length === 0) return "none";
  return rows.some(({ status }) => status === "LANDED" || status === "FOLLOW_UP") ? "landed" : "introduced";
}
