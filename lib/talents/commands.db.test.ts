import { describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { createAccount } from "#lib/accounts/commands.ts";
import { viewerOf } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import type { Office } from "#prisma/generated/enums.ts";
import {
  archiveProfile,
  pauseProfile,
  registerTalent,
  resumeProfile,
  saveProfileSection,
  submitProfile,
} from "./commands.ts";
import { grantMatchingConsent, withdrawConsent } from "./consent-commands.ts";
import { getOwnConsents } from "./ledger-queries.ts";
import { getOwnProfile } from "./queries.ts";
import {
  handOverTalent,
  rejectTalent,
  requestTalentChanges,
  startTalentReview,
  takeTalent,
  verifyTalent,
} from "./review-commands.ts";
import { sectionInput } from "./schema.ts";
import { openTalentForStaff } from "./staff-queries.ts";
import { FILLED, fill, newTalent, save } from "./testing.ts";

useDatabase();

let serial = 0;
const address = () => `t${++serial}@talents.example`;
const officers = new Map<Office, Viewer>();

async function officer(office: Office): Promise<Viewer> {
  const known = officers.get(office);
  if (known) return known;
  const email = `${office.toLowerCase()}@staff.example`;
  await transaction(systemViewer("test"), (tx) =>
    createAccount(tx, {
      email,
      password: "a long phrase for staff",
      displayName: "Officer",
      role: "OFFICER",
      office,
      locale: "en",
      verified: true,
    }),
  );
  const viewer = await viewerOf(email);
  officers.set(office, viewer);
  return viewer;
}

async function submitted(): Promise<Viewer> {
  const talent = await newTalent(address());
  await fill(talent);
  await submitProfile(talent);
  return talent;
}

const jobs = (name: string, talentId: string) =>
  db.$queryRaw<
    { data: { reason?: string } }[]
  >`SELECT data FROM pgboss.job WHERE name = ${name} AND data->>'talentId' = ${talentId}`;
const statusOf = async (viewer: Viewer) => (await getOwnProfile(viewer)).status;

describe("registering", () => {
  it("makes an account, a draft, an identity and the consent that was ticked", async () => {
    const talent = await newTalent(address());
    const own = await getOwnProfile(talent);
    expect(own.status).toBe("DRAFT");
    expect(own.identity).toMatchObject({ nameZh: "陳大文", email: talent.email });
    expect(own.consented).toBe(true);
    expect(await db.mailMessage.count({ where: { recipient: talent.email } })).toBe(1);
  });

  it("happens once for one key, however often it is sent at the same time", async () => {
    const email = address();
    const input = {
      kind: "individual",
      displayName: "A",
      email,
      password: "a long phrase",
      consent: true,
      locale: "en",
    } as const;
    const answers = await Promise.all([1, 2, 3].map(() => registerTalent(input, "same-key")));
    expect(new Set(answers.map((answer) => answer.talentId)).size).toBe(1);
    expect(await db.account.count({ where: { email } })).toBe(1);
    await expect(registerTalent(input)).rejects.toThrow(InvalidError);
  });
});

describe("the steps", () => {
  it("save what was typed, derive what is searched, and mask what is shown", async () => {
    const talent = await newTalent(address());
    await fill(talent);
    const row = await db.talent.findUniqueOrThrow({ where: { id: talent.talentId! } });
    expect(row.educationRank).toBe(3);
    expect(row.experienceMonths).toBeGreaterThan(120);
    expect(row.payFloor).toBe(Math.round(40000 * 0.92 * 12));
    expect(row.languageCodes).toEqual(["yue:C2", "en:C1"]);
    expect(row.conceptIds.length).toBeGreaterThan(0);
    const shown = JSON.stringify(row.anonymous);
    for (const secret of ["陳大文", "Chan", "9123", "海岸工程", "HKUST"]) expect(shown).not.toContain(secret);
    expect(JSON.stringify({ ...row, code: "" })).not.toContain("talents.example");
  });

  it("refuse a stale version and keep the newer words", async () => {
    const talent = await newTalent(address());
    const { version } = await getOwnProfile(talent);
    await save(talent, "about", { headline: "first" });
    const stale = sectionInput.parse({ section: "about", version, headline: "second" });
    await expect(saveProfileSection(talent, stale)).rejects.toThrow(ConflictError);
    expect((await getOwnProfile(talent)).profile.headline).toBe("first");
    // the same words again, as after an answer that was lost, are no conflict
    const again = sectionInput.parse({ section: "about", version, headline: "first" });
    expect((await saveProfileSection(talent, again)).version).toBe(version + 1);
  });

  it("of two at once one is saved and the other told", async () => {
    const talent = await newTalent(address());
    const results = await Promise.allSettled(
      ["a", "b"].map((headline) => save(talent, "about", { headline })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("submitting", () => {
  it("names what is missing", async () => {
    const talent = await newTalent(address());
    const refused = await submitProfile(talent).catch((error: InvalidError) => error);
    expect(refused).toBeInstanceOf(InvalidError);
    expect((refused as InvalidError).issues.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        "missing.headline",
        "missing.skills",
        "missing.intentions",
        "missing.background",
      ]),
    );
    expect(await statusOf(talent)).toBe("DRAFT");
  });

  it("happens once for a double click", async () => {
    const talent = await newTalent(address());
    await fill(talent);
    const results = await Promise.allSettled([submitProfile(talent), submitProfile(talent)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(
      await db.auditEvent.count({ where: { recordId: talent.talentId!, action: "talent.submitted" } }),
    ).toBe(1);
  });
});

describe("the office", () => {
  it("verifies: the profile is listed, matched and its owner told in their language", async () => {
    const talent = await submitted();
    const hk = await officer("HONG_KONG");
    await startTalentReview(hk, talent.talentId!);
    await verifyTalent(hk, talent.talentId!, { note: "seen" });
    expect(await statusOf(talent)).toBe("LISTED");
    expect(await jobs("matches.refreshTalent", talent.talentId!)).toHaveLength(1);
    const mail = await db.mailMessage.findFirst({
      where: { recipient: talent.email, template: "talents.verified" },
    });
    expect(mail?.subject).toBe("你的檔案已核實");
  });

  it("decides once: of two officers one gets a conflict", async () => {
    const talent = await submitted();
    const hk = await officer("HONG_KONG");
    const results = await Promise.allSettled([
      verifyTalent(hk, talent.talentId!),
      rejectTalent(hk, talent.talentId!, { reason: "no" }),
    ]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toBeInstanceOf(ConflictError);
  });

  it("does not verify what was changed since it was looked at", async () => {
    const talent = await submitted();
    const hk = await officer("HONG_KONG");
    const { version } = (await openTalentForStaff(hk, talent.talentId!)).talent;
    await save(talent, "about", { ...FILLED.about, headline: "something else" });
    await expect(verifyTalent(hk, talent.talentId!, { version })).rejects.toThrow(ConflictError);
  });

  it("of the other place cannot decide until it is handed over", async () => {
    const talent = await submitted();
    const [hk, yt] = [await officer("HONG_KONG"), await officer("YANTAI")];
    await expect(verifyTalent(yt, talent.talentId!)).rejects.toThrow(NotFoundError);
    await handOverTalent(hk, talent.talentId!, { office: "YANTAI", note: "lives there" });
    await expect(takeTalent(hk, talent.talentId!)).rejects.toThrow(NotFoundError);
    await takeTalent(yt, talent.talentId!);
    await requestTalentChanges(yt, talent.talentId!, { reason: "which jackets?" });
    expect(await getOwnProfile(talent)).toMatchObject({
      status: "CHANGES_REQUESTED",
      reviewNote: "which jackets?",
    });
    await submitProfile(talent);
    expect(await statusOf(talent)).toBe("SUBMITTED");
  });

  it("is nobody else: a talent and an enterprise find nothing", async () => {
    const talent = await submitted();
    const other = await newTalent(address());
    const stranger: Viewer = {
      ...other,
      role: "ENTERPRISE",
      enterpriseId: crypto.randomUUID(),
      talentId: null,
    };
    for (const viewer of [talent, other, stranger]) {
      await expect(verifyTalent(viewer, talent.talentId!)).rejects.toThrow(NotFoundError);
      await expect(openTalentForStaff(viewer, talent.talentId!)).rejects.toThrow(NotFoundError);
    }
    expect(await statusOf(talent)).toBe("SUBMITTED");
  });
});

describe("after verification", () => {
  const listed = async () => {
    const talent = await submitted();
    await verifyTalent(await officer("HONG_KONG"), talent.talentId!);
    return talent;
  };

  it("terms change freely, facts are marked for the office, and the profile stays listed and complete", async () => {
    const talent = await listed();
    await save(talent, "terms", { ...FILLED.terms, payMin: "45000" });
    expect((await getOwnProfile(talent)).editedSinceVerification).toBe(false);
    await save(talent, "education", {
      education: [{ level: "doctorate", discipline: "Civil engineering", institution: "HKUST" }],
    });
    expect(await getOwnProfile(talent)).toMatchObject({ editedSinceVerification: true, status: "LISTED" });
    await expect(save(talent, "skills", { languages: [{ code: "en", level: "C1" }] })).rejects.toThrow(
      InvalidError,
    );
  });

  it("pausing, resuming and hiding move it out of matching and back", async () => {
    const talent = await listed();
    await pauseProfile(talent);
    expect(await statusOf(talent)).toBe("PAUSED");
    expect(await jobs("matches.endForTalent", talent.talentId!)).toHaveLength(1);
    await resumeProfile(talent);
    expect(await statusOf(talent)).toBe("LISTED");
    await save(talent, "contact", { ...FILLED.contact, matchable: undefined });
    expect(await statusOf(talent)).toBe("VERIFIED");
    await save(talent, "contact", FILLED.contact!);
    expect(await statusOf(talent)).toBe("LISTED");
  });

  it("without consent it is not matched, and cannot come back before consent is given anew", async () => {
    const talent = await listed();
    const [consent] = await getOwnConsents(talent);
    const other = await newTalent(address());
    await expect(withdrawConsent(other, consent!.id)).rejects.toThrow(NotFoundError);
    await withdrawConsent(talent, consent!.id);
    expect(await statusOf(talent)).toBe("PAUSED");
    await expect(resumeProfile(talent)).rejects.toThrow(DomainError);
    await grantMatchingConsent(talent);
    await resumeProfile(talent);
    expect(await statusOf(talent)).toBe("LISTED");
  });

  it("the archive ends everything and can be reopened as a draft", async () => {
    const talent = await listed();
    await archiveProfile(talent);
    await expect(save(talent, "about", { headline: "x" })).rejects.toThrow(DomainError);
    await resumeProfile(talent);
    expect(await statusOf(talent)).toBe("DRAFT");
  });
});
