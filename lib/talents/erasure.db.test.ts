import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { recordDisclosure } from "#lib/consents/disclosures.ts";
import { db, transaction } from "#lib/db.ts";
import { InvalidError, NotFoundError } from "#lib/errors.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import { jobsOf } from "#lib/matches/test-support.ts";
import { getOwnCopy } from "./copy-query.ts";
import { uploadCv } from "./cv-commands.ts";
import { mergeTalents } from "./duplicate-commands.ts";
import { mailClaimLink } from "./entry-commands.ts";
import { erase, eraseRestored, eraseTalent } from "./erasure.ts";
import { getOwnProfile } from "./queries.ts";
import { inviteMember } from "./team-commands.ts";
import { fill, newTalent } from "./testing.ts";

useDatabase();

/** Every cell of every table of the application, as text. */
async function everything(): Promise<string> {
  const tables = await db.$queryRaw<{ table_name: string }[]>`
    SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_%'`;
  return transaction(systemViewer("test"), async (tx) => {
    let all = "";
    for (const { table_name } of tables)
      all += JSON.stringify(await tx.$queryRawUnsafe(`SELECT t::text AS row FROM "${table_name}" t`));
    return all + JSON.stringify(await tx.$queryRawUnsafe("SELECT data::text FROM pgboss.job"));
  });
}

describe("an erasure", () => {
  it("leaves nothing of the person but ids, and the account is closed", async () => {
    const talent = await newTalent("erase@talents.example");
    await fill(talent);
    const bytes = await readFile("e2e/fixtures/cv/hant-engineer.docx");
    await uploadCv(talent, { name: "我的履歷.docx", bytes });
    await transaction(systemViewer("test"), (tx) =>
      recordDisclosure(tx, systemViewer("test"), {
        talentId: talent.talentId!,
        categories: ["profile"],
        purpose: "review",
      }),
    );
    const { code } = await getOwnProfile(talent);
    expect(await everything()).toContain("離岸風電結構工程師");

    await expect(eraseTalent(talent, { confirm: "T-WRONG" })).rejects.toThrow(InvalidError);
    await eraseTalent(talent, { confirm: code.toLowerCase() });

    const left = await everything();
    for (const trace of [
      "離岸風電",
      "erase@talents",
      "chan@talents",
      "9123 4567",
      "我的履歷",
      "陳嘉朗",
      "海岸工程",
      "陳大文",
    ])
      expect(left, trace).not.toContain(trace);
    expect(await db.erasedTalent.count({ where: { talentId: talent.talentId! } })).toBe(1);
    expect(await db.session.count({ where: { accountId: talent.accountId! } })).toBe(0);
    const jobs = await db.$queryRaw<
      { name: string }[]
    >`SELECT name FROM pgboss.job WHERE name IN ('files.remove', 'matches.endForTalent')`;
    expect(jobs.map(({ name }) => name).sort()).toEqual(["files.remove", "matches.endForTalent"]);
    await expect(getOwnProfile(talent)).rejects.toThrow(NotFoundError);
    await expect(eraseTalent(talent, { confirm: code })).rejects.toThrow(NotFoundError);
  });

  it("leaves no address and no link of a profile that nobody has claimed, and what others have at its address", async () => {
    const system = systemViewer("test");
    const [address, older] = ["walkin@person.example", "older@person.example"];
    const made = await db.talent.create({
      data: { code: "T-WALKIN", locale: "en", officeSince: now(), createdAt: now(), updatedAt: now() },
    });
    const team = await newTalent("lead@talents.example", "team");
    await inviteMember(team, { name: "M", email: address, role: "Design", skills: [] });
    await transaction(system, async (tx) => {
      await tx.talentContact.create({ data: { talentId: made.id, email: address } });
      for (const email of [address, older]) await mailClaimLink(tx, made.id, email, "en");
      // of an account that signs in with it
      const mail = { to: address, locale: "en", path: "/" } as const;
      await sendMail(tx, { ...mail, template: "accounts.verify", key: "verify" });
      await sendMail(tx, { ...mail, template: "talents.verified", accountId: team.accountId!, key: "own" });
      await erase(tx, { id: made.id, code: made.code, version: made.version, accountId: null });
    });
    const mails = await db.mailMessage.findMany({ where: { recipient: { in: [address, older] } } });
    expect(mails.map(({ template }) => template).sort()).toEqual([
      "accounts.verify",
      "talents.teamInvitation",
      "talents.verified",
    ]);
    const tokens = () => db.accountToken.findMany({ where: { email: { in: [address, older] } } });
    expect((await tokens()).map(({ purpose }) => purpose)).toEqual(["TEAM_INVITATION"]);
    // a team's invitations name who sent them
    await eraseTalent(team, { confirm: (await getOwnProfile(team)).code });
    expect(await tokens()).toEqual([]);
    expect(await db.mailMessage.count({ where: { template: "talents.teamInvitation" } })).toBe(0);
  });

  it("touches nobody else", async () => {
    const [gone, stays] = [await newTalent("gone@talents.example"), await newTalent("stays@talents.example")];
    await fill(stays);
    await eraseTalent(gone, { confirm: (await getOwnProfile(gone)).code });
    expect((await getOwnCopy(stays)).contact?.email).toBe("chan@talents.example");
  });

  it("is carried out again on what a restored backup brought back", async () => {
    const talent = await newTalent("restored@talents.example");
    await db.erasedTalent.create({ data: { talentId: talent.talentId!, erasedAt: new Date() } });
    expect(await eraseRestored(systemViewer("restore"))).toBe(1);
    expect(await eraseRestored(systemViewer("restore"))).toBe(0);
    await expect(getOwnProfile(talent)).rejects.toThrow(NotFoundError);
  });

  it("takes what was merged into the profile along", async () => {
    const system = systemViewer("test");
    const talent = await newTalent("merged@talents.example");
    await fill(talent);
    const twin = await newTalent("twin@talents.example");
    await fill(twin);
    const ids = [talent.talentId!, twin.talentId!];
    await db.talent.updateMany({ where: { id: { in: ids } }, data: { status: "VERIFIED" } });
    await db.talent.update({ where: { id: twin.talentId! }, data: { accountId: null } });
    await mergeTalents(system, talent.talentId!, twin.talentId!, "the same person");
    const emptied = await db.talent.findUniqueOrThrow({ where: { id: twin.talentId! } });
    expect([emptied.status, emptied.headline, emptied.searchTokens]).toEqual(["ARCHIVED", "", []]);
    const { code } = await getOwnProfile(talent);
    await eraseTalent(talent, { confirm: code });
    for (const id of ids) {
      expect((await db.talent.findUniqueOrThrow({ where: { id } })).status).toBe("ERASED");
      expect(await jobsOf("tasks.forget", id)).toHaveLength(1);
    }
  });
});
