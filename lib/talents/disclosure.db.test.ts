import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { viewerOf } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { endConsents, giveToEnterprise, grantConsent } from "#lib/consents/commands.ts";
import { GIVEABLE, type Giveable } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import { MatchStatus } from "#prisma/generated/enums.ts";
import { withdrawConsent, withdrawEverything, withdrawFromEnterprise } from "./consent-commands.ts";
import { openDocument, uploadCv } from "./cv-commands.ts";
import { byRecipient, getDisclosures, getOwnConsents } from "./ledger-queries.ts";
import { anonymousCv, anonymousSelect } from "./projection.ts";
import { fill, newTalent } from "./testing.ts";

useDatabase();

const stamps = { createdAt: new Date(), updatedAt: new Date() };
let talent: Viewer;
let enterprise: Viewer;
let stranger: Viewer;
let documentId: string;
let matchId: string;

async function enterpriseViewer(name: string): Promise<Viewer> {
  const { id } = await db.enterprise.create({
    data: {
      ...stamps,
      status: "VERIFIED",
      name,
      licenceNumber: name,
      chain: "clean-energy",
      district: "penglai",
      locale: "zh_Hans",
      contactName: "王",
      contactPhone: "1",
      officeSince: new Date(),
      submittedAt: new Date(),
    },
  });
  const email = `${name.toLowerCase()}@enterprises.example`;
  await db.account.create({
    data: { ...stamps, email, displayName: name, role: "ENTERPRISE", enterpriseId: id, locale: "zh_Hans" },
  });
  return viewerOf(email);
}

beforeAll(async () => {
  talent = await newTalent("seen@talents.example");
  await fill(talent);
  const upload = await uploadCv(talent, {
    name: "cv.docx",
    bytes: await readFile("e2e/fixtures/cv/en-analyst.docx"),
  });
  documentId = upload.ok ? upload.documentId : "";
  [enterprise, stranger] = [await enterpriseViewer("E1"), await enterpriseViewer("E2")];
  const need = await db.need.create({
    data: {
      ...stamps,
      code: "N-1",
      enterpriseId: enterprise.enterpriseId!,
      type: "job",
      locale: "zh_Hans",
      chain: "clean-energy",
      district: "penglai",
      officeSince: new Date(),
    },
  });
  const match = await db.match.create({
    data: {
      ...stamps,
      needId: need.id,
      talentId: talent.talentId!,
      score: 1,
      needToTalent: 1,
      talentToNeed: 1,
      priority: 1,
      explanation: {},
      engineVersion: "",
      dictionaryVersion: "",
      weightsVersion: "",
      computedAt: new Date(),
    },
  });
  matchId = match.id;
});

const setStatus = (status: MatchStatus) => db.match.update({ where: { id: matchId }, data: { status } });
const about = () => ({ talentId: talent.talentId!, matchId, enterpriseId: enterprise.enterpriseId! });
const give = (...categories: Giveable[]) =>
  transaction(talent, (tx) => giveToEnterprise(tx, talent, about(), categories));
const endAll = () => transaction(talent, (tx) => endConsents(tx, talent, { matchId }, "ENDED"));
/** What a viewer really gets: the file, and the rows that row-level security shows. */
async function reads(viewer: Viewer) {
  const file = await openDocument(viewer, documentId);
  file?.stream.destroy();
  const where = { talentId: talent.talentId! };
  return transaction(viewer, async (tx) => ({
    identity: (await tx.talentIdentity.count({ where })) === 1,
    contact: (await tx.talentContact.count({ where })) === 1,
    cv: file !== null && (await tx.document.count({ where })) === 1,
  }));
}
const NOTHING = { identity: false, contact: false, cv: false };

describe("what an enterprise reaches of a person", () => {
  it("is a category only after both accepted and with the very consents to it, whatever the state", async () => {
    for (const status of Object.values(MatchStatus))
      for (const given of [
        [],
        ["identity", "contact", "cv"],
        ["anonymous"],
        ["anonymous", "identity"],
        ["anonymous", "contact"],
        ["anonymous", "cv"],
        [...GIVEABLE],
      ] as Giveable[][]) {
        await setStatus(status);
        await endAll();
        await give(...given);
        const due = (name: Giveable) =>
          status === "INTRODUCED" && given.includes("anonymous") && given.includes(name);
        expect(await reads(enterprise), `${status} ${given}`).toEqual({
          identity: due("identity"),
          contact: due("contact"),
          cv: due("cv"),
        });
        expect(await reads(stranger)).toEqual(NOTHING);
      }
  }, 180_000);

  it("needs the transfer across the border for each category", async () => {
    await setStatus("INTRODUCED");
    await endAll();
    await give("anonymous", "contact");
    await transaction(talent, (tx) =>
      grantConsent(tx, talent, {
        ...about(),
        purpose: "INTRODUCTION",
        category: "identity",
        locale: "zh_Hant",
      }),
    );
    expect(await reads(enterprise)).toEqual({ ...NOTHING, contact: true });
  });

  it("is one consent in force of a kind, however many give it at once", async () => {
    await endAll();
    await Promise.all([give("anonymous", "cv"), give("anonymous", "cv"), give("anonymous", "cv")]);
    expect(await db.consent.count({ where: { matchId, withdrawnAt: null } })).toBe(4);
  });

  it("closes by category at once, and wholly with the consent to be introduced", async () => {
    await setStatus("INTRODUCED");
    await give(...GIVEABLE);
    expect(await reads(enterprise)).toEqual({ identity: true, contact: true, cv: true });
    const held = async (purpose: string, category: Giveable) =>
      (await getOwnConsents(talent)).find(
        (one) => one.purpose === purpose && one.category === category && !one.withdrawnAt,
      )!.id;
    await withdrawConsent(talent, await held("CROSS_BORDER", "cv"));
    expect(await reads(enterprise)).toEqual({ identity: true, contact: true, cv: false });
    await withdrawConsent(talent, await held("INTRODUCTION", "contact"));
    expect(await reads(enterprise)).toEqual({ ...NOTHING, identity: true });
    await withdrawConsent(talent, await held("INTRODUCTION", "anonymous"));
    expect(await reads(enterprise)).toEqual(NOTHING);
    expect(await db.consent.count({ where: { matchId, withdrawnAt: null } })).toBe(0);
    const [latest] = (await getDisclosures(talent)).disclosures;
    expect(latest).toMatchObject({ enterprise: "E1", categories: ["cv"], consentId: expect.any(String) });
    const [recipient] = byRecipient(await getOwnConsents(talent));
    expect(recipient).toMatchObject({ name: "E1", inForce: false });
    expect(recipient!.needs[0]!.categories.map((one) => one.endedBy)).toEqual(
      GIVEABLE.map(() => "WITHDRAWN"),
    );
  });

  it("closes for one enterprise, and for all together with matching", async () => {
    await give(...GIVEABLE);
    await expect(withdrawFromEnterprise(talent, stranger.enterpriseId!)).rejects.toThrow();
    await withdrawFromEnterprise(talent, enterprise.enterpriseId!);
    expect(await reads(enterprise)).toEqual(NOTHING);
    await give(...GIVEABLE);
    await withdrawEverything(talent);
    expect(await reads(enterprise)).toEqual(NOTHING);
    expect((await getOwnConsents(talent)).filter((one) => !one.withdrawnAt)).toEqual([]);
  });

  it("is nothing for a member who has left, even with the session of a moment ago", async () => {
    await setStatus("INTRODUCED");
    await give(...GIVEABLE);
    await db.account.update({ where: { id: enterprise.accountId! }, data: { disabledAt: new Date() } });
    const where = { talentId: talent.talentId! };
    const rows = await transaction(enterprise, async (tx) => [
      await tx.talentIdentity.count({ where }),
      await tx.talentContact.count({ where }),
      await tx.document.count({ where }),
    ]);
    expect(rows).toEqual([0, 0, 0]);
    await db.account.update({ where: { id: enterprise.accountId! }, data: { disabledAt: null } });
  });

  it("is nothing that names them in the anonymous view, in any language", async () => {
    const row = await db.talent.findUniqueOrThrow({
      where: { id: talent.talentId! },
      select: anonymousSelect,
    });
    for (const locale of ["zh-Hans", "zh-Hant", "en"] as const) {
      const shown = JSON.stringify(anonymousCv(row, locale));
      for (const secret of ["陳大文", "陈大文", "Chan", "9123", "chan@", "海岸工程", "HKUST", "⟦"])
        expect(shown, `${locale} ${secret}`).not.toContain(secret);
    }
  });
});
