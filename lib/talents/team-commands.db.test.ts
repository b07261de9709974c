import { describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { submitProfile } from "./commands.ts";
import { readTeamInvitation } from "./link-queries.ts";
import { getMemberships, getOwnProfile } from "./queries.ts";
import { answerTeamInvitation, inviteMember, leaveTeam, removeMember } from "./team-commands.ts";
import { FILLED, newTalent, save } from "./testing.ts";

useDatabase();

let serial = 0;
const address = () => `p${++serial}@teams.example`;

/** The token of the last mail of a template to an address. */
async function linkIn(email: string, template: string): Promise<string> {
  const mail = await db.mailMessage.findFirstOrThrow({
    where: { recipient: email, template },
    orderBy: { createdAt: "desc" },
  });
  return /token=([\w-]+)/.exec(mail.text)![1]!;
}

async function invited() {
  const lead = await newTalent(address(), "team");
  const email = address();
  const { memberId } = await inviteMember(lead, {
    name: "李小明",
    email,
    role: "控制工程師",
    skills: ["PLC"],
  });
  return { lead, email, memberId, token: await linkIn(email, "talents.teamInvitation") };
}
const yes = {
  answer: "accept" as const,
  consent: true,
  skills: ["PLC", "SCADA"],
  locale: "zh-Hant" as const,
};

describe("a team", () => {
  it("counts a member only after their own consent", async () => {
    const { lead, token } = await invited();
    const skillsOf = async () =>
      JSON.stringify((await db.talent.findUniqueOrThrow({ where: { id: lead.talentId! } })).anonymous);
    expect(await skillsOf()).not.toContain("PLC");
    expect((await readTeamInvitation(token))?.role).toBe("控制工程師");
    await expect(answerTeamInvitation(null, { ...yes, token, consent: false })).rejects.toThrow(InvalidError);
    await answerTeamInvitation(null, { ...yes, token });
    expect(await skillsOf()).toContain("SCADA");
    expect(
      await db.consent.count({ where: { talentId: lead.talentId!, purpose: "TEAM", withdrawnAt: null } }),
    ).toBe(1);
  });

  it("can be submitted once one member agreed", async () => {
    const { lead, token } = await invited();
    for (const section of ["about", "skills", "terms", "contact"])
      await save(lead, section, FILLED[section]!);
    const refused = await submitProfile(lead).catch((error: InvalidError) => error.issues);
    expect(refused).toEqual([{ path: "nameZh", key: "missing.members" }]);
    await answerTeamInvitation(null, { ...yes, token });
    await submitProfile(lead);
    expect((await getOwnProfile(lead)).status).toBe("SUBMITTED");
  });

  it("keeps nothing of who declines or leaves, and a link works once", async () => {
    const { lead, memberId, token } = await invited();
    await answerTeamInvitation(null, { ...yes, token, answer: "decline" });
    expect(await db.teamMember.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({
      status: "DECLINED",
    });
    expect((await getOwnProfile(lead)).members[0]?.identity).toBeNull();
    await expect(answerTeamInvitation(null, { ...yes, token })).rejects.toThrow(DomainError);
  });

  it("lets a member leave at any time by the link in their mail", async () => {
    const { lead, email, token } = await invited();
    await answerTeamInvitation(null, { ...yes, token });
    const way = await linkIn(email, "talents.teamJoined");
    expect(await readTeamInvitation(way)).toMatchObject({ joined: true });
    await answerTeamInvitation(null, { ...yes, token: way, answer: "leave" });
    expect((await getOwnProfile(lead)).members).toEqual([]);
    expect(
      await db.consent.count({ where: { talentId: lead.talentId!, purpose: "TEAM", withdrawnAt: null } }),
    ).toBe(0);
  });

  it("ties a membership to the account of whoever is signed in, who can leave from there", async () => {
    const { lead, memberId, token } = await invited();
    const [member, other] = [await newTalent(address()), await newTalent(address())];
    await answerTeamInvitation(member, { ...yes, token });
    expect(await getMemberships(member)).toHaveLength(1);
    await expect(leaveTeam(other, memberId)).rejects.toThrow(NotFoundError);
    await leaveTeam(member, memberId);
    expect(await getMemberships(member)).toEqual([]);
    expect((await getOwnProfile(lead)).members).toEqual([]);
  });

  it("of two answers at the same time counts both members", async () => {
    const lead = await newTalent(address(), "team");
    const people = [address(), address(), address()];
    for (const email of people) await inviteMember(lead, { name: "A", email, role: "Engineer", skills: [] });
    const tokens = await Promise.all(people.map((email) => linkIn(email, "talents.teamInvitation")));
    await Promise.all(
      tokens.map((token, index) => answerTeamInvitation(null, { ...yes, token, skills: [`skill-${index}`] })),
    );
    const { anonymous } = await db.talent.findUniqueOrThrow({ where: { id: lead.talentId! } });
    for (const index of [0, 1, 2]) expect(JSON.stringify(anonymous)).toContain(`skill-${index}`);
  });

  it("is its lead's alone: nobody else removes or invites", async () => {
    const { memberId } = await invited();
    const [otherLead, single] = [await newTalent(address(), "team"), await newTalent(address())];
    await expect(removeMember(otherLead, memberId)).rejects.toThrow(NotFoundError);
    await expect(
      inviteMember(single, { name: "A", email: address(), role: "x", skills: [] }),
    ).rejects.toThrow(NotFoundError);
    expect(await db.teamMember.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({
      status: "INVITED",
    });
  });

  it("does not invite the same address twice", async () => {
    const { lead, email } = await invited();
    await expect(inviteMember(lead, { name: "B", email, role: "x", skills: [] })).rejects.toThrow(
      InvalidError,
    );
  });
});
