import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { grantConsent, withdrawConsents } from "#lib/consents/commands.ts";
import { db, transaction } from "#lib/db.ts";
import { MatchStatus } from "#prisma/generated/enums.ts";
import { withdrawConsent } from "./commands.ts";
import { openDocument, uploadCv } from "./cv-commands.ts";
import { anonymousCv, anonymousSelect } from "./projection.ts";
import { getDisclosures, getOwnConsents } from "./queries.ts";
import { fill, newTalent } from "./testing.ts";

useDatabase();

const system = systemViewer("test");
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
  return { ...system, role: "ENTERPRISE", enterpriseId: id, accountId: null, name };
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
const grant = (purpose: "INTRODUCTION" | "CROSS_BORDER" | "ANONYMOUS_CV") =>
  transaction(talent, (tx) =>
    grantConsent(tx, talent, {
      talentId: talent.talentId!,
      purpose,
      matchId,
      enterpriseId: enterprise.enterpriseId!,
      locale: "zh_Hant",
    }),
  );
const withdrawAll = () => transaction(talent, (tx) => withdrawConsents(tx, talent, { matchId }));
const opens = async (viewer: Viewer) => {
  const file = await openDocument(viewer, documentId);
  file?.stream.destroy();
  return file !== null;
};
const readsName = (viewer: Viewer) =>
  transaction(
    viewer,
    async (tx) => (await tx.talentIdentity.count({ where: { talentId: talent.talentId! } })) === 1,
  );

describe("what an enterprise reaches of a person", () => {
  it("is name and original CV only after both accepted and with both consents, whatever the state", async () => {
    for (const status of Object.values(MatchStatus))
      for (const purposes of [
        [],
        ["INTRODUCTION"],
        ["CROSS_BORDER"],
        ["INTRODUCTION", "CROSS_BORDER"],
      ] as const) {
        await setStatus(status);
        await withdrawAll();
        for (const purpose of purposes) await grant(purpose);
        const due = status === "INTRODUCED" && purposes.length === 2;
        expect([await opens(enterprise), await readsName(enterprise)], `${status} ${purposes}`).toEqual([
          due,
          due,
        ]);
        expect([await opens(stranger), await readsName(stranger)]).toEqual([false, false]);
      }
  });

  it("ends at once when the person takes a consent back", async () => {
    await setStatus("INTRODUCED");
    await grant("INTRODUCTION");
    await grant("CROSS_BORDER");
    expect(await opens(enterprise)).toBe(true);
    const consent = (await getOwnConsents(talent)).find(
      ({ purpose, withdrawnAt }) => purpose === "CROSS_BORDER" && !withdrawnAt,
    );
    await withdrawConsent(talent, consent!.id);
    expect([await opens(enterprise), await readsName(enterprise)]).toEqual([false, false]);
    const [latest] = await getDisclosures(talent);
    expect(latest).toMatchObject({ enterprise: "E1", categories: ["cv"] });
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
