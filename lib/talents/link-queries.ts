import { peekToken } from "#lib/accounts/tokens.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { displayNameOf } from "./profile.ts";

/** What a mailed link shows before it is used. Its token is the right to read: these run without a viewer. */
/** Whose profile a claim link opens; null when the link is used up or expired. */
export async function readClaim(token: string): Promise<{ email: string; name: string } | null> {
  return transaction(systemViewer("claim link"), async (tx) => {
    const link = await peekToken(tx, token, ["PROFILE_CLAIM"]);
    if (!link?.grant.talentId) return null;
    const row = await tx.talent.findFirst({
      where: { id: link.grant.talentId, accountId: null, status: { not: "ERASED" } },
      select: { identity: { select: { nameZh: true, nameEn: true } } },
    });
    return row && { email: link.email, name: row.identity?.nameZh ?? row.identity?.nameEn ?? "" };
  });
}

export type TeamInvitation = {
  team: string;
  headline: string;
  name: string;
  role: string;
  skills: string[];
  joined: boolean;
};

/** The member that a team's link names, while they are invited or named. */
export const linkedMember = async (tx: Tx, memberId: string | undefined) => {
  const member = await tx.teamMember.findFirst({
    where: {
      id: memberId ?? "",
      status: { in: ["INVITED", "CONSENTED"] },
      team: { status: { not: "ERASED" } },
    },
    select: {
      id: true,
      teamId: true,
      role: true,
      skills: true,
      status: true,
      identity: { select: { name: true, email: true } },
      team: { select: { headline: true, identity: { select: { nameZh: true, nameEn: true } } } },
    },
  });
  return member;
};

/** What a team's link says of the person who holds it; null when it is used up, expired, or they are no longer named. */
export async function readTeamInvitation(token: string): Promise<TeamInvitation | null> {
  return transaction(systemViewer("team link"), async (tx) => {
    const link = await peekToken(tx, token, ["TEAM_INVITATION"]);
    const member = link && (await linkedMember(tx, link.grant.memberId));
    if (!member) return null;
    return {
      team: member.team.identity ? displayNameOf(member.team.identity) : "",
      headline: member.team.headline,
      name: member.identity?.name ?? "",
      role: member.role,
      skills: member.skills,
      joined: member.status === "CONSENTED",
    };
  });
}
