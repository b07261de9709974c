import { createAccount } from "#lib/accounts/commands.ts";
import { audit } from "#lib/audit/record.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { toDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { readLicence } from "./licence.ts";
import { mailMembers } from "./members.ts";
import {
  canHandleEnterprises,
  canVerifyEnterprises,
  EDITABLE,
  ENTERPRISE_TRANSITIONS,
  locksIdentity,
  ownEnterprise,
} from "./policy.ts";
import type { Office, RegisterEnterprise, UpdateEnterprise } from "./schema.ts";

function licenceOf(typed: string, district: string): string {
  const licence = readLicence(typed, district);
  if ("problem" in licence) throw new InvalidError([{ path: "licenceNumber", key: licence.problem }]);
  return licence.number;
}

/** Two registrations of one licence wait for each other, so that the second gets the message and not a database error. */
async function claimLicence(tx: Tx, licenceNumber: string, except?: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`licence:${licenceNumber}`}, 0))`;
  const other = await tx.enterprise.findUnique({ where: { licenceNumber }, select: { id: true } });
  if (other && other.id !== except) throw new InvalidError([{ path: "licenceNumber", key: "licenceTaken" }]);
}

/**
 * Registers an enterprise with the account of its first person; waits for the Yantai office.
 * @throws InvalidError licenceNumber (wrong, taken), email (taken), password
 */
export async function registerEnterprise(
  input: RegisterEnterprise,
  key?: string,
): Promise<{ accountId: string; enterpriseId: string }> {
  const licenceNumber = licenceOf(input.licenceNumber, input.district);
  const registrar = systemViewer("registration");
  return transaction(registrar, (tx) =>
    once(tx, `enterprises.register:${input.email}`, key, async () => {
      await claimLicence(tx, licenceNumber);
      const { id } = await tx.enterprise.create({
        data: {
          status: "SUBMITTED",
          name: input.name,
          nameEn: input.nameEn,
          licenceNumber,
          chain: input.chain,
          district: input.district,
          ftz: input.ftz,
          website: input.website,
          about: input.about,
          locale: toDbLocale(input.locale),
          contactName: input.contactName,
          contactPhone: input.contactPhone,
          demo: input.demo ?? false,
          officeSince: now(),
          submittedAt: now(),
          createdAt: now(),
          updatedAt: now(),
        },
        select: { id: true },
      });
      const accountId = await createAccount(tx, {
        email: input.email,
        password: input.password,
        displayName: input.displayName,
        role: "ENTERPRISE",
        locale: input.locale,
        enterpriseId: id,
        demo: input.demo,
        verified: input.verified,
      });
      const actor: Viewer = {
        ...registrar,
        accountId,
        role: "ENTERPRISE",
        enterpriseId: id,
        name: input.displayName,
      };
      await audit(tx, actor, { action: "enterprise.registered", record: ["enterprise", id] });
      return { accountId, enterpriseId: id };
    }),
  );
}

/** Its own people change it. After "changes requested" this also hands it back for verification. */
export async function updateEnterprise(
  viewer: Viewer,
  input: UpdateEnterprise,
  version: number,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const scope = ownEnterprise(viewer);
    const before = await tx.enterprise.findFirst({ where: scope });
    if (!before) throw new NotFoundError();
    if (!EDITABLE.includes(before.status)) throw new DomainError("enterpriseLocked");
    const locked = locksIdentity(before.status);
    const district = locked ? before.district : (input.district ?? before.district);
    const licenceNumber = locked
      ? before.licenceNumber
      : licenceOf(input.licenceNumber ?? before.licenceNumber, district);
    if (licenceNumber !== before.licenceNumber) await claimLicence(tx, licenceNumber, before.id);
    const resubmits = before.status === "CHANGES_REQUESTED";
    const { count } = await tx.enterprise.updateMany({
      where: { ...scope, version, status: before.status },
      data: {
        name: locked ? before.name : (input.name ?? before.name),
        nameEn: input.nameEn,
        licenceNumber,
        district,
        chain: input.chain,
        ftz: input.ftz,
        website: input.website,
        about: input.about,
        contactName: input.contactName,
        contactPhone: input.contactPhone,
        updatedAt: now(),
        version: { increment: 1 },
        ...(resubmits ? { status: "SUBMITTED", submittedAt: now(), officeSince: now() } : {}),
      },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, {
      action: resubmits ? "enterprise.resubmitted" : "enterprise.updated",
      record: ["enterprise", before.id],
    });
  });
}

type Decision = keyof typeof ENTERPRISE_TRANSITIONS;
const WORDS = {
  verify: { action: "enterprise.verified", mail: "enterprises.verified" },
  requestChanges: { action: "enterprise.changesRequested", mail: "enterprises.changesRequested" },
  reject: { action: "enterprise.rejected", mail: "enterprises.rejected" },
  suspend: { action: "enterprise.suspended", mail: "enterprises.suspended" },
} as const satisfies Record<Decision, unknown>;

async function decide(viewer: Viewer, id: string, decision: Decision, note: string | undefined) {
  if (!canVerifyEnterprises(viewer)) throw new NotFoundError();
  const { from, to } = ENTERPRISE_TRANSITIONS[decision];
  await transaction(viewer, async (tx) => {
    const before = await tx.enterprise.findUnique({
      where: { id },
      select: { name: true, version: true, holding: true },
    });
    if (!before || before.holding) throw new NotFoundError();
    const { count } = await tx.enterprise.updateMany({
      where: { id, version: before.version, status: { in: [...from] } },
      data: {
        status: to,
        reviewNote: note ?? null,
        assigneeId: viewer.accountId,
        ...(decision === "verify" ? { verifiedAt: now() } : {}),
        updatedAt: now(),
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw new ConflictError("alreadyDecided");
    const { action, mail } = WORDS[decision];
    await audit(tx, viewer, { action, record: ["enterprise", id], reason: note });
    if (decision === "suspend") await enqueue(tx, "needs.pauseForEnterprise", { enterpriseId: id });
    await mailMembers(tx, id, {
      template: mail,
      params: { enterprise: before.name, reason: note ?? "" },
      path: decision === "verify" ? "/enterprise" : "/enterprise/profile",
      key: `${mail}:${id}:${before.version}`,
    });
  });
}

/** By the Yantai office or an administrator; also lifts a suspension. */
export const verifyEnterprise = (viewer: Viewer, id: string, { note }: { note?: string } = {}) =>
  decide(viewer, id, "verify", note);
export const requestEnterpriseChanges = (viewer: Viewer, id: string, { reason }: { reason: string }) =>
  decide(viewer, id, "requestChanges", reason);
export const rejectEnterprise = (viewer: Viewer, id: string, { reason }: { reason: string }) =>
  decide(viewer, id, "reject", reason);
/** Its open needs are paused by a job; public pages stop showing them at once. */
export const suspendEnterprise = (viewer: Viewer, id: string, { reason }: { reason: string }) =>
  decide(viewer, id, "suspend", reason);

/** Gives it to the other office with a note; nobody there has it yet. */
export async function handOverEnterprise(
  viewer: Viewer,
  id: string,
  { office, note }: { office: Office; note: string },
) {
  if (!canHandleEnterprises(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const { count } = await tx.enterprise.updateMany({
      where: { id, office: { not: office }, holding: false },
      data: {
        office,
        assigneeId: null,
        officeSince: now(),
        reviewNote: note,
        updatedAt: now(),
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, {
      action: "enterprise.handedOver",
      record: ["enterprise", id],
      reason: note,
      detail: { office },
    });
  });
}

/** The officer takes it on; it must lie with their office (an administrator's word counts for either). */
export async function takeEnterprise(viewer: Viewer, id: string) {
  if (!canHandleEnterprises(viewer) || !viewer.accountId) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const { count } = await tx.enterprise.updateMany({
      where: {
        id,
        holding: false,
        ...(viewer.office ? { office: viewer.office } : {}),
        // a plain `not` would leave out rows that nobody has
        OR: [{ assigneeId: null }, { assigneeId: { not: viewer.accountId } }],
      },
      data: { assigneeId: viewer.accountId, updatedAt: now(), version: { increment: 1 } },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, { action: "enterprise.taken", record: ["enterprise", id] });
  });
}

/** The workstation's own enterprise, which owns imported needs that name no other. Made once, verified from the start. */
export async function holdingEnterprise(tx: Tx): Promise<string> {
  const licenceNumber = "WORKSTATION";
  const found = await tx.enterprise.findUnique({ where: { licenceNumber }, select: { id: true } });
  if (found) return found.id;
  await tx.enterprise.createMany({
    data: [
      {
        status: "VERIFIED",
        name: "中国烟台·香港国际引才工作站",
        nameEn: "China Yantai · Hong Kong International Talent Recruitment Workstation",
        licenceNumber,
        chain: "modern-services",
        district: "laishan",
        locale: "zh_Hans",
        contactName: "烟台人才服务中心",
        contactPhone: "",
        holding: true,
        officeSince: now(),
        submittedAt: now(),
        verifiedAt: now(),
        createdAt: now(),
        updatedAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  return (await tx.enterprise.findUniqueOrThrow({ where: { licenceNumber }, select: { id: true } })).id;
}
