import { issueToken, redeemToken } from "#lib/accounts/tokens.ts";
import { audit } from "#lib/audit/record.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { endConsents, grantOnly } from "#lib/consents/commands.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import { linkedMember } from "./link-queries.ts";
import { isEditable, ownTalent } from "./policy.ts";
import { displayNameOf } from "./profile.ts";
import type { InviteMemberInput } from "./schema.ts";
import { readSubject, rewriteDerived, type Subject } from "./store.ts";

const INVITATION_HOURS = 14 * 24;
// a member can leave by the link in their mail for as long as they are named
const LEAVE_HOURS = 5 * 365 * 24;
const MOST_MEMBERS = 20;

/** The viewer's own profile, if it is a team that may be changed. */
async function ownTeam(tx: Tx, viewer: Viewer): Promise<Subject> {
  const team = await readSubject(tx, { AND: [ownTalent(viewer), { kind: "TEAM" }] });
  if (!isEditable(team.status)) throw new DomainError("profileNotEditable");
  return team;
}

/** What the keys of all mails to one member begin with. */
export const teamMailKey = (memberId: string) => `team:${memberId}:`;

type Link = { memberId: string; email: string; hours: number; locale: AppLocale };

async function mailLink(
  tx: Tx,
  template: `talents.${string}`,
  { memberId, email, hours, locale }: Link,
  params: Record<string, string>,
) {
  const token = await issueToken(tx, { purpose: "TEAM_INVITATION", email, grant: { memberId }, hours });
  await sendMail(tx, {
    to: email,
    locale,
    template,
    params,
    path: `/team-invitation?token=${token}`,
    key: `${teamMailKey(memberId)}${token.slice(0, 12)}`,
  });
}

/** Mails somebody a link by which they decide for themselves whether to be named in the team. */
export async function inviteMember(
  viewer: Viewer,
  input: InviteMemberInput,
  key?: string,
): Promise<{ memberId: string }> {
  await throttle({ ...LIMITS.mailedLink, points: 30 }, `team:${viewer.accountId}`);
  return transaction(viewer, (tx) =>
    once(tx, `inviteMember:${viewer.accountId}`, key, async () => {
      const team = await ownTeam(tx, viewer);
      await checkRoom(tx, team.id, input.email);
      const { id: memberId } = await tx.teamMember.create({
        data: { teamId: team.id, role: input.role, skills: input.skills, invitedAt: now() },
        select: { id: true },
      });
      await tx.teamMemberIdentity.createMany({ data: [{ memberId, name: input.name, email: input.email }] });
      const link = {
        memberId,
        email: input.email,
        hours: INVITATION_HOURS,
        locale: fromDbLocale(viewer.locale),
      };
      await mailLink(tx, "talents.teamInvitation", link, {
        inviter: viewer.name,
        team: displayNameOf(team.identity),
        role: input.role,
      });
      await audit(tx, viewer, {
        action: "team.memberInvited",
        record: ["team", team.id],
        detail: { memberId },
      });
      return { memberId };
    }),
  );
}

async function checkRoom(tx: Tx, teamId: string, email: string) {
  const members = await tx.teamMember.findMany({
    where: { teamId, status: { in: ["INVITED", "CONSENTED"] } },
    select: { identity: { select: { email: true } } },
    take: MOST_MEMBERS,
  });
  if (members.length >= MOST_MEMBERS) throw new DomainError("teamFull", { maximum: MOST_MEMBERS });
  if (members.some(({ identity }) => identity?.email === email))
    throw new InvalidError([{ path: "email", key: "memberInvited" }]);
}

/** The lead takes somebody out of the team, or an invitation back. */
export async function removeMember(viewer: Viewer, memberId: string): Promise<void> {
  await transaction(viewer, async (tx) => {
    const team = await ownTeam(tx, viewer);
    await leave(tx, viewer, { id: memberId, teamId: team.id });
  });
}

/** A person with an account leaves every team of somebody else: its consents are theirs to take back. `tx` is the workstation's own. */
export async function leaveTeams(tx: Tx, viewer: Viewer): Promise<void> {
  if (!viewer.accountId) return;
  const members = await tx.teamMember.findMany({
    where: { accountId: viewer.accountId, status: { in: ["INVITED", "CONSENTED"] } },
    select: { id: true, teamId: true },
  });
  for (const member of members) await leave(tx, viewer, member);
}

/** A member with an account leaves a team of somebody else. */
export async function leaveTeam(viewer: Viewer, memberId: string): Promise<void> {
  if (!viewer.accountId) throw new NotFoundError();
  const { accountId } = viewer;
  await transaction(systemViewer(viewer.name), async (tx) => {
    const member = await tx.teamMember.findFirst({
      where: { id: memberId, accountId },
      select: { id: true, teamId: true },
    });
    if (!member) throw new NotFoundError();
    await leave(tx, viewer, member);
  });
}

/** Ends a membership: identity and consent go with it, and the team's profile is derived without them. */
async function leave(tx: Tx, viewer: Viewer, { id, teamId }: { id: string; teamId: string }) {
  const { count } = await tx.teamMember.updateMany({
    where: { id, teamId, status: { in: ["INVITED", "CONSENTED"] } },
    data: { status: "LEFT", respondedAt: now(), accountId: null },
  });
  if (count !== 1) throw new NotFoundError();
  await tx.teamMemberIdentity.deleteMany({ where: { memberId: id } });
  await endConsents(tx, viewer, { memberId: id }, "WITHDRAWN");
  await audit(tx, viewer, { action: "team.memberLeft", record: ["team", teamId], detail: { memberId: id } });
  await rewriteDerived(tx, teamId);
}

type Answer = { token: string; answer: "accept" | "decline" | "leave"; skills: string[]; consent: boolean };

/**
 * A member answers for themselves by their link: joins with an explicit consent, declines, or leaves later.
 * @param viewer who is signed in, if anyone: a talent's account is tied to the membership
 */
export async function answerTeamInvitation(
  viewer: Viewer | null,
  input: Answer & { locale: AppLocale },
): Promise<void> {
  if (input.answer === "accept" && !input.consent)
    throw new InvalidError([{ path: "consent", key: "consentNeeded" }]);
  await transaction(systemViewer("team link"), async (tx) => {
    const link = await redeemToken(tx, input.token, "TEAM_INVITATION");
    const member = await linkedMember(tx, link.grant.memberId);
    if (!member) throw new DomainError("linkExpired");
    const person = viewer?.role === "TALENT" ? viewer : systemViewer("team link");
    if (input.answer === "accept") return join(tx, person, member, input);
    if (input.answer === "leave" || member.status === "CONSENTED") return leave(tx, person, member);
    await decline(tx, person, member);
  });
}

type LinkedMember = NonNullable<Awaited<ReturnType<typeof linkedMember>>>;

async function join(
  tx: Tx,
  person: Viewer,
  member: LinkedMember,
  { skills, locale }: { skills: string[]; locale: AppLocale },
) {
  const { count } = await tx.teamMember.updateMany({
    where: { id: member.id, status: "INVITED" },
    data: { status: "CONSENTED", respondedAt: now(), skills, accountId: person.accountId },
  });
  if (count !== 1) throw new ConflictError();
  const dbLocale = toDbLocale(locale);
  await grantOnly(tx, person, {
    talentId: member.teamId,
    memberId: member.id,
    purpose: "TEAM",
    locale: dbLocale,
  });
  await audit(tx, person, {
    action: "team.memberJoined",
    record: ["team", member.teamId],
    detail: { memberId: member.id },
  });
  await rewriteDerived(tx, member.teamId);
  const email = member.identity!.email;
  const team = member.team.identity ? displayNameOf(member.team.identity) : "";
  await mailLink(
    tx,
    "talents.teamJoined",
    { memberId: member.id, email, hours: LEAVE_HOURS, locale },
    { team },
  );
}

async function decline(tx: Tx, person: Viewer, member: LinkedMember) {
  const { count } = await tx.teamMember.updateMany({
    where: { id: member.id, status: "INVITED" },
    data: { status: "DECLINED", respondedAt: now() },
  });
  if (count !== 1) throw new ConflictError();
  await tx.teamMemberIdentity.deleteMany({ where: { memberId: member.id } });
  await audit(tx, person, {
    action: "team.memberDeclined",
    record: ["team", member.teamId],
    detail: { memberId: member.id },
  });
}
