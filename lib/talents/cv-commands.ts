import { createHash } from "node:crypto";
import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { recordDisclosure } from "#lib/consents/disclosures.ts";
import { readCv } from "#lib/cv/read-cv.ts";
import type { CvProposal, ExperienceProposal, TextProposal } from "#lib/cv/types.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { DomainError, NotFoundError } from "#lib/errors.ts";
import { fileStorage } from "#lib/files/current.ts";
import { type FileError, fileError } from "#lib/files/errors.ts";
import { extractText, type TextKind } from "#lib/files/extract.ts";
import { sniff } from "#lib/files/sniff.ts";
import { StorageError } from "#lib/files/storage.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { readDocumentFile } from "./document-query.ts";
import { editProfile } from "./edit.ts";
import { isEditable, ownTalent } from "./policy.ts";
import type { EducationEntry, ExperienceEntry, Identity, LanguageEntry, Profile } from "./profile.ts";
import { readSubject, type Subject } from "./store.ts";

const MOST_DOCUMENTS = 10;

export type Upload =
  /** `problem` says why no fields could be proposed; the file itself is kept as the CV */
  { ok: true; documentId: string; problem: FileError | null } | { ok: false; error: FileError };

type Reading = { text: string; proposal: CvProposal | null; problem: FileError | null };

/** Text and proposed fields. A picture of a CV is still a CV: it is kept, and the person is told that it could not be read. */
async function readDocument(bytes: Uint8Array, kind: TextKind): Promise<Reading | FileError> {
  const read = await extractText(bytes, kind);
  if (read.ok) {
    const proposal = readCv(read.text, { dictionary: currentDictionary() });
    return { text: read.text, proposal, problem: null };
  }
  return read.code === "scannedOnly" ? { text: "", proposal: null, problem: read } : read;
}

/**
 * Takes a CV (PDF or DOCX), keeps the original, and proposes profile fields with the sentence that each rests on. Nothing enters
 * the profile by itself. The same file again is the same document.
 */
export async function uploadCv(viewer: Viewer, file: { name: string; bytes: Uint8Array }): Promise<Upload> {
  const { id: talentId } = await ownToUpload(viewer);
  const kind = sniff(file.bytes, file.name);
  if (!kind.ok) return { ok: false, error: kind };
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const known = await findSame(viewer, talentId, sha256);
  if (known) return { ok: true, documentId: known, problem: null };
  const reading = await readDocument(file.bytes, kind.kind as TextKind);
  if ("ok" in reading) return { ok: false, error: reading };
  let storageKey: string;
  try {
    storageKey = (await fileStorage().put(file.bytes)).key;
  } catch (error) {
    if (error instanceof StorageError) return { ok: false, error: fileError(error.code) };
    throw error;
  }
  const row = {
    talentId,
    storageKey,
    sha256,
    // the name is only shown and offered at download; it never becomes a path
    filename: file.name.replace(/[^\p{L}\p{N} ._()-]/gu, "_").slice(-120),
    mediaType: kind.mime,
    size: file.bytes.length,
    status: reading.problem ? ("UNREADABLE" as const) : ("READ" as const),
    problem: reading.problem?.code ?? null,
    text: reading.text,
    proposal: (reading.proposal ?? {}) as Prisma.InputJsonObject,
    createdAt: now(),
  };
  return { ok: true, documentId: await keepDocument(viewer, row), problem: reading.problem };
}

async function ownToUpload(viewer: Viewer): Promise<{ id: string }> {
  return transaction(viewer, async (tx) => {
    const { id, status } = await readSubject(tx, ownTalent(viewer));
    if (!isEditable(status)) throw new DomainError("profileNotEditable");
    if ((await tx.document.count({ where: { talentId: id } })) >= MOST_DOCUMENTS)
      throw new DomainError("tooManyDocuments", { maximum: MOST_DOCUMENTS });
    return { id };
  });
}

const findSame = (viewer: Viewer, talentId: string, sha256: string) =>
  transaction(
    viewer,
    async (tx) => (await tx.document.findFirst({ where: { talentId, sha256 }, select: { id: true } }))?.id,
  );

/** The row for a stored file; if it cannot be written the file is not left behind. */
async function keepDocument(viewer: Viewer, row: Prisma.DocumentUncheckedCreateInput): Promise<string> {
  try {
    return await transaction(viewer, async (tx) => {
      const { id } = await tx.document.create({ data: row, select: { id: true } });
      const detail = { document: id, size: row.size, status: row.status };
      await audit(tx, viewer, { action: "talent.cvUploaded", record: ["talent", row.talentId], detail });
      return id;
    });
  } catch (error) {
    await fileStorage().remove(row.storageKey);
    throw error;
  }
}

/** Deletes one of one's own CVs, its text and its file. */
export async function deleteDocument(viewer: Viewer, documentId: string): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { id, storageKey } = await ownDocument(tx, viewer, documentId);
    await tx.document.deleteMany({ where: { id } });
    await enqueue(tx, "files.remove", { storageKey });
    await audit(tx, viewer, { action: "talent.cvDeleted", record: ["document", id] });
  });
}

async function ownDocument(tx: Tx, viewer: Viewer, documentId: string) {
  const row = await tx.document.findFirst({
    where: { id: documentId, talent: ownTalent(viewer) },
    select: { id: true, storageKey: true, proposal: true },
  });
  if (!row) throw new NotFoundError();
  return row;
}

/** Puts the proposed fields that the person ticked into their profile, as their own draft. Returns how many parts changed. */
export async function applyProposal(
  viewer: Viewer,
  documentId: string,
  accepted: readonly string[],
): Promise<{ changed: string[] }> {
  return transaction(viewer, async (tx) => {
    const { proposal } = await ownDocument(tx, viewer, documentId);
    const picked = pick(proposal as unknown as Partial<CvProposal>, new Set(accepted));
    const { changed } = await editProfile(tx, viewer, {
      part: "cv",
      change: (subject) => merge(subject, picked),
    });
    return { changed };
  });
}

const LISTS = ["experience", "education", "qualifications", "languages", "skills"] as const;

/** The accepted part of a proposal. */
function pick(proposal: Partial<CvProposal>, accepted: ReadonlySet<string>): Partial<CvProposal> {
  const kept: Record<string, unknown> = {};
  for (const name of ["headline", "summary", "base"] as const)
    if (accepted.has(name)) kept[name] = proposal[name];
  for (const name of LISTS)
    kept[name] = (proposal[name] ?? []).filter((_, index) => accepted.has(`${name}[${index}]`));
  kept.identity = Object.fromEntries(
    Object.entries(proposal.identity ?? {}).filter(([name]) => accepted.has(`identity.${name}`)),
  );
  return kept as Partial<CvProposal>;
}

const clip = (text: string | undefined, length: number) => (text ?? "").trim().slice(0, length);

/** A year without a month is not made up: the entry then waits for its dates, and the profile says so. */
function toExperience(entry: ExperienceProposal): ExperienceEntry {
  const dated = entry.from !== undefined && entry.to !== undefined;
  return {
    title: clip(entry.title, 120),
    organisation: clip(entry.organisation, 160),
    industry: "",
    from: dated ? entry.from! : null,
    to: dated ? entry.to! : null,
    description: clip(entry.description, 3000),
  };
}

/** Adds what is not there yet; equal means equal in `key`. */
function union<T>(kept: T[], added: T[], key: (one: T) => string, maximum: number): T[] {
  const seen = new Set(kept.map(key));
  const fresh = added.filter((one) => key(one) && !seen.has(key(one)) && seen.add(key(one)));
  return [...kept, ...fresh].slice(0, maximum);
}

/** The proposal's parts joined with what the profile already says. Single fields are replaced: the person ticked them. */
function merge(
  subject: Subject,
  picked: Partial<CvProposal>,
): { profile: Partial<Profile>; identity: Partial<Identity> } {
  const { profile } = subject;
  const lower = (text: string) => text.toLowerCase();
  const experience = (picked.experience ?? [])
    .map(toExperience)
    .filter((entry) => entry.title || entry.organisation);
  const education = (picked.education ?? []).map(
    (entry): EducationEntry => ({
      level: entry.level ?? null,
      discipline: clip(entry.discipline, 120),
      institution: clip(entry.institution, 160),
      year: entry.year ?? null,
    }),
  );
  const languages = (picked.languages ?? []).flatMap(({ code, level }): LanguageEntry[] =>
    level ? [{ code, level }] : [],
  );
  const texts = (list: readonly { value: string }[] | undefined, length: number) =>
    (list ?? []).map(({ value }) => clip(value, length));
  return {
    profile: {
      ...(picked.headline && { headline: clip(picked.headline.value, 120) }),
      ...(picked.summary && { summary: clip(picked.summary.value, 2000) }),
      ...(picked.base && { base: picked.base.value }),
      experience: union(
        profile.experience,
        experience,
        (one) => lower([one.title, one.organisation, one.from].join("|")),
        40,
      ),
      education: union(
        profile.education,
        education,
        (one) => lower([one.level, one.discipline, one.institution].join("|")),
        12,
      ),
      languages: union(profile.languages, languages, (one) => one.code, 12),
      skills: union(profile.skills, texts(picked.skills, 80), lower, 40),
      qualifications: union(profile.qualifications, texts(picked.qualifications, 160), lower, 30),
    },
    identity: Object.fromEntries(
      Object.entries(picked.identity ?? {}).map(([name, proposal]) => [
        name,
        clip((proposal as TextProposal).value, 80),
      ]),
    ),
  };
}

/** Opens a CV for download and notes who did, unless it is the owner. Null when it is not this viewer's to read. */
export async function openDocument(viewer: Viewer, documentId: string) {
  const row = await transaction(viewer, async (tx) => {
    const found = await readDocumentFile(tx, viewer, documentId);
    if (!found || found.talentId === viewer.talentId) return found;
    const { talentId, matchId } = found;
    await recordDisclosure(tx, viewer, { talentId, matchId, categories: ["cv"], purpose: "download" });
    await audit(tx, viewer, { action: "talent.cvOpened", record: ["document", found.id] });
    return found;
  });
  const file = row && (await fileStorage().get(row.storageKey));
  if (!file) return null;
  const { filename, mediaType } = row;
  return { ...file, filename, mediaType, extension: mediaType === "application/pdf" ? "pdf" : "docx" };
}
