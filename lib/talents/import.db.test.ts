import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { viewerOf } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { findDuplicates as findIn, mergeTalents } from "./duplicate-commands.ts";
import { claimProfile, enterWalkIn } from "./entry-commands.ts";
import { eraseTalent } from "./erasure.ts";
import { importTalent } from "./import.ts";
import { readClaim } from "./link-queries.ts";
import { talentInputSelect, toTalentInput } from "./projection.ts";
import { getOwnProfile } from "./queries.ts";
import { talentRecord } from "./record.ts";
import { walkInInput } from "./schema.ts";
import { FILLED, fill, newTalent, save } from "./testing.ts";

useDatabase();

const findDuplicates = (viewer: Viewer, talentId: string) =>
  transaction(viewer, (tx) => findIn(tx, viewer, talentId));

const system = systemViewer("import");
const records = readFileSync("lib/matching/fixtures/match-dev/talents.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const record = (index: number, change: object = {}) => talentRecord.parse({ ...records[index], ...change });
const rowOf = (externalId: string) => db.talent.findUniqueOrThrow({ where: { externalId } });
const tokenFor = async (recipient: string) =>
  /token=([\w-]+)/.exec(
    (
      await db.mailMessage.findFirstOrThrow({
        where: { recipient, template: "talents.claim" },
        orderBy: { createdAt: "desc" },
      })
    ).text,
  )![1]!;

describe("an import", () => {
  it("creates, then changes nothing, then updates what changed", async () => {
    expect(await importTalent(system, record(0), { state: "listed" })).toBe("created");
    expect(await importTalent(system, record(0), { state: "listed" })).toBe("unchanged");
    expect(await importTalent(system, record(0, { headline: "Another line" }), { state: "listed" })).toBe(
      "updated",
    );
    expect(await rowOf("T001")).toMatchObject({ headline: "Another line", status: "LISTED", version: 2 });
    expect(await db.talent.count({ where: { externalId: "T001" } })).toBe(1);
  });

  it("gives the engine what the file said", async () => {
    await importTalent(system, record(1), { state: "submitted" });
    const row = await db.talent.findUniqueOrThrow({
      where: { externalId: "T002" },
      select: talentInputSelect,
    });
    const { id, industries, members, ...input } = toTalentInput(row);
    const { id: _, ...given } = records[1];
    expect(input).toEqual(given);
  });

  it("of the same file twice at once makes one of each", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => importTalent(system, record(2), { state: "submitted" })),
    );
    expect(answers.sort()).toEqual(["created", "unchanged", "unchanged"]);
  });

  it("is for staff", async () => {
    const talent = await newTalent("nosy@talents.example");
    await expect(importTalent(talent, record(3), { state: "listed" })).rejects.toThrow(NotFoundError);
  });

  it("does not write over what its person claimed, nor bring back what they erased", async () => {
    await importTalent(system, record(4, { email: "claim@talents.example", nameZh: "何小姐" }), {
      state: "listed",
    });
    const token = await tokenFor("claim@talents.example");
    expect(await readClaim(token)).toEqual({ email: "claim@talents.example", name: "何小姐" });
    await claimProfile({
      token,
      displayName: "何小姐",
      password: "a long phrase",
      consent: true,
      locale: "zh-Hant",
    });
    await expect(
      claimProfile({ token, displayName: "X", password: "a long phrase", consent: true, locale: "en" }),
    ).rejects.toThrow(DomainError);
    expect(await importTalent(system, record(4, { headline: "Other" }), { state: "listed" })).toBe(
      "unchanged",
    );
    const owner = await viewerOf("claim@talents.example");
    await eraseTalent(owner, { confirm: (await getOwnProfile(owner)).code });
    expect(await importTalent(system, record(4), { state: "listed" })).toBe("unchanged");
    expect(await db.talent.count({ where: { externalId: "T005" } })).toBe(0);
  });
});

const walkIn = (change: object = {}) =>
  walkInInput.parse({
    kind: "individual",
    locale: "zh-Hant",
    ...FILLED.about,
    ...FILLED.work,
    ...FILLED.education,
    ...FILLED.skills,
    ...FILLED.terms,
    email: "walk@talents.example",
    phone: "+852 9123 4567",
    consentChannel: "IN_PERSON",
    consentNote: "signed form at the fair",
    ...change,
  });

describe("a walk-in", () => {
  it("waits in the queue with the record of how consent was given, once for one key", async () => {
    const first = await enterWalkIn(system, walkIn(), "k");
    expect(await enterWalkIn(system, walkIn(), "k")).toEqual(first);
    expect(await db.talent.findUniqueOrThrow({ where: { id: first.talentId } })).toMatchObject({
      status: "SUBMITTED",
      accountId: null,
    });
    expect(await db.consent.findFirstOrThrow({ where: { talentId: first.talentId } })).toMatchObject({
      channel: "IN_PERSON",
      note: "signed form at the fair",
    });
    await expect(enterWalkIn(system, walkIn({ skills: [] }))).rejects.toThrow(InvalidError);
  });
});

describe("duplicates", () => {
  it("are found by address, telephone and name, and merged into one that keeps the account", async () => {
    const entered = await enterWalkIn(
      system,
      walkIn({ email: "twice@talents.example", phone: "9876 5432", nameZh: "周大福", nameEn: "" }),
    );
    const person = await newTalent("twice@talents.example");
    await fill(person);
    await save(person, "about", { ...FILLED.about, nameZh: "周大福", nameEn: undefined, headline: "" });
    await save(person, "contact", {
      email: "twice@talents.example",
      phone: "+852 98765432",
      matchable: "on",
    });
    // a draft is nobody's business but its owner's
    expect(await findDuplicates(system, entered.talentId)).toEqual([]);
    await db.talent.update({ where: { id: person.talentId! }, data: { submittedAt: new Date() } });
    const [found] = await findDuplicates(system, entered.talentId);
    expect(found).toMatchObject({
      talentId: person.talentId,
      because: ["email", "phone", "name"],
      hasAccount: true,
    });
    await expect(findDuplicates(person, entered.talentId)).rejects.toThrow(NotFoundError);

    await mergeTalents(system, entered.talentId, person.talentId!, "the same person");
    const kept = await viewerOf("twice@talents.example");
    expect(kept.talentId).toBe(entered.talentId);
    expect((await getOwnProfile(kept)).profile.headline).toBe("離岸風電結構工程師");
    expect(await findDuplicates(system, entered.talentId)).toEqual([]);
    await expect(mergeTalents(system, entered.talentId, person.talentId!, "again")).rejects.toThrow(
      NotFoundError,
    );
  });

  it("with two accounts are left to the person", async () => {
    const [one, two] = [await newTalent("one@talents.example"), await newTalent("two@talents.example")];
    for (const person of [one, two])
      await db.talent.update({ where: { id: person.talentId! }, data: { submittedAt: new Date() } });
    await expect(mergeTalents(system, one.talentId!, two.talentId!, "same?")).rejects.toThrow(DomainError);
  });

  it("of two merges at once in opposite directions one wins", async () => {
    const [a, b] = [
      await enterWalkIn(system, walkIn({ email: "a@talents.example" })),
      await enterWalkIn(system, walkIn({ email: "b@talents.example" })),
    ];
    const results = await Promise.allSettled([
      mergeTalents(system, a.talentId, b.talentId, "x"),
      mergeTalents(system, b.talentId, a.talentId, "y"),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const merged = await transaction(system, (tx) =>
      tx.talent.count({ where: { id: { in: [a.talentId, b.talentId] }, mergedIntoId: { not: null } } }),
    );
    expect(merged).toBe(1);
  });
});
