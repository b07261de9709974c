import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { createAccount } from "#lib/accounts/commands.ts";
import { viewerOf } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { applyProposal, deleteDocument, openDocument, uploadCv } from "./cv-commands.ts";
import { getDisclosures } from "./ledger-queries.ts";
import { proposalGroups } from "./proposal-rows.ts";
import { getOwnProfile, getOwnProposal } from "./queries.ts";
import { newTalent } from "./testing.ts";

useDatabase();

const upload = async (viewer: Viewer, file: string) =>
  uploadCv(viewer, { name: file.split("/").at(-1)!, bytes: await readFile(`e2e/fixtures/cv/${file}`) });
let serial = 0;
const someone = () => newTalent(`cv${++serial}@talents.example`);
const documentsOf = async (viewer: Viewer) => (await getOwnProfile(viewer)).documents;

describe("a CV", () => {
  it("is kept, read, and proposed, and nothing enters the profile by itself", async () => {
    const talent = await someone();
    const before = (await getOwnProfile(talent)).profile;
    const result = await upload(talent, "hant-engineer.docx");
    if (!result.ok) throw new Error(result.error.code);
    expect((await getOwnProfile(talent)).profile).toEqual(before);
    const { proposal } = await getOwnProposal(talent, result.documentId);
    expect(proposal.experience?.length).toBeGreaterThan(0);
    const groups = proposalGroups(proposal, { ...(await getOwnProfile(talent)), present: "now" });
    for (const row of groups.flatMap(({ rows }) => rows)) expect(row.source, row.path).not.toBe("");
  });

  it("brings only what was ticked, twice is once", async () => {
    const talent = await someone();
    const result = await upload(talent, "hant-engineer.docx");
    const documentId = result.ok ? result.documentId : "";
    const accept = [
      "headline",
      "experience[0]",
      "skills[0]",
      "skills[1]",
      "languages[0]",
      "identity.phone",
      "nonsense[9]",
    ];
    await applyProposal(talent, documentId, accept);
    const own = await getOwnProfile(talent);
    expect(own.profile.experience).toHaveLength(1);
    expect(own.profile.skills).toHaveLength(2);
    expect(own.profile.summary).toBe("");
    expect(own.identity.phone).toContain("5555");
    expect(own.status).toBe("DRAFT");
    expect((await applyProposal(talent, documentId, accept)).changed).toEqual([]);
  });

  it("uploaded again is the same document", async () => {
    const talent = await someone();
    const [one, two] = [await upload(talent, "en-analyst.pdf"), await upload(talent, "en-analyst.pdf")];
    expect(one.ok && two.ok && one.documentId === two.documentId).toBe(true);
    expect(await documentsOf(talent)).toHaveLength(1);
  });

  it.each([
    ["hostile/encrypted.pdf", "encrypted"],
    ["hostile/zip-bomb.docx", "zipBomb"],
    ["hostile/program.pdf", "renamed"],
    ["hostile/program.docx", "renamed"],
    ["hostile/empty.pdf", "empty"],
    ["hostile/200-pages.pdf", "tooManyPages"],
    ["hostile/corrupt.pdf", "corrupt"],
  ])("that is %s is refused with its own reason, and nothing is stored", async (file, code) => {
    const talent = await someone();
    const result = await upload(talent, file);
    expect(result.ok ? "taken" : result.error.code).toBe(code);
    expect(await documentsOf(talent)).toEqual([]);
  });

  it("that is only pictures is kept, and says that it could not be read", async () => {
    const talent = await someone();
    const result = await upload(talent, "hostile/scanned.pdf");
    expect(result).toMatchObject({ ok: true, problem: { code: "scannedOnly" } });
    expect(await documentsOf(talent)).toMatchObject([{ status: "UNREADABLE", problem: "scannedOnly" }]);
  });
});

describe("whose CV it is", () => {
  it("nobody else reads, applies or deletes it; an officer does and is noted", async () => {
    const [owner, other] = [await someone(), await someone()];
    const result = await upload(owner, "en-analyst.docx");
    const documentId = result.ok ? result.documentId : "";
    await db.talent.update({
      where: { id: owner.talentId! },
      data: { status: "SUBMITTED", submittedAt: new Date() },
    });
    const enterprise: Viewer = {
      ...other,
      role: "ENTERPRISE",
      talentId: null,
      enterpriseId: crypto.randomUUID(),
    };
    for (const viewer of [other, enterprise]) expect(await openDocument(viewer, documentId)).toBeNull();
    await expect(getOwnProposal(other, documentId)).rejects.toThrow(NotFoundError);
    await expect(applyProposal(other, documentId, ["headline"])).rejects.toThrow(NotFoundError);
    await expect(deleteDocument(other, documentId)).rejects.toThrow(NotFoundError);

    await transaction(systemViewer("test"), (tx) =>
      createAccount(tx, {
        email: "hk@staff.example",
        password: "a long phrase for staff",
        displayName: "Officer",
        role: "OFFICER",
        office: "HONG_KONG",
        locale: "en",
      }),
    );
    const officer = await viewerOf("hk@staff.example");
    const file = await openDocument(officer, documentId);
    expect((await text(file!.stream)).slice(0, 2)).toBe("PK");
    expect((await getDisclosures(owner)).disclosures).toMatchObject([
      { office: "HONG_KONG", categories: ["cv"], purpose: "download" },
    ]);
  });

  it("its owner deletes it, and the file follows", async () => {
    const talent = await someone();
    const result = await upload(talent, "en-analyst.pdf");
    await deleteDocument(talent, result.ok ? result.documentId : "");
    expect(await documentsOf(talent)).toEqual([]);
    const jobs = await db.$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE name = 'files.remove'`;
    expect(jobs).toHaveLength(1);
  });
});
