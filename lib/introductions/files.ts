import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { recordDisclosure } from "#lib/consents/disclosures.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { InvalidError } from "#lib/errors.ts";
import { fileStorage } from "#lib/files/current.ts";
import { type FileError, fileError } from "#lib/files/errors.ts";
import { sniff } from "#lib/files/sniff.ts";
import { StorageError } from "#lib/files/storage.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide } from "#prisma/generated/enums.ts";
import { CASE_FILE_KINDS } from "./file-kinds.ts";
import { casesOpenTo, sideOf } from "./policy.ts";

/** A file whose bytes are on disk and checked, and which no row names yet. */
export type Upload = {
  filename: string;
  mediaType: string;
  size: number;
  sha256: string;
  storageKey: string;
  /** set when a row names it */
  kept: boolean;
};

type Sent = { name: string; bytes: Uint8Array };

async function receive({ name, bytes }: Sent): Promise<Upload | FileError> {
  const kind = sniff(bytes, name, { allow: CASE_FILE_KINDS });
  if (!kind.ok) return kind;
  try {
    const { key, size, sha256 } = await fileStorage().put(bytes);
    // the name is only shown and offered at download; it never becomes a path
    const filename = name.replace(/[^\p{L}\p{N} ._()-]/gu, "_").slice(-120);
    return { filename, mediaType: kind.mime, size, sha256, storageKey: key, kept: false };
  } catch (error) {
    if (error instanceof StorageError) return fileError(error.code);
    throw error;
  }
}

// what an empty file field becomes on its way through a server action
const NO_FILE = new Set(["", "undefined", "blob"]);

/** The files of a form field; an empty field sends one without a name of its own. */
export async function filesOf(form: FormData, name: string): Promise<Sent[]> {
  const files = form
    .getAll(name)
    .filter((one): one is File => one instanceof File && !(one.size === 0 && NO_FILE.has(one.name)));
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/**
 * Checks and stores files, does `work` with them, and leaves none behind that no row names: after a failure, or when a retry
 * found its work already done. Call it around the transaction.
 * @throws InvalidError at `path`, in the language of the page, for a file that is refused
 */
export async function withUploads<T>(
  files: Sent[],
  { path, locale }: { path: string; locale: AppLocale },
  work: (uploads: Upload[]) => Promise<T>,
): Promise<T> {
  const uploads: Upload[] = [];
  let done = false;
  try {
    for (const file of files) {
      const upload = await receive(file);
      if ("code" in upload) throw refusal(upload, path, locale);
      uploads.push(upload);
    }
    const result = await work(uploads);
    done = true;
    return result;
  } finally {
    for (const upload of uploads) if (!done || !upload.kept) await fileStorage().remove(upload.storageKey);
  }
}

const refusal = ({ code, params }: FileError, path: string, locale: AppLocale) =>
  new InvalidError([
    {
      path,
      key: "fileRefused",
      params: { message: translator(locale, "files")(`errors.${code}`, params) },
    },
  ]);

/**
 * The row of a file of a case, in the transaction of the act that it belongs to. The caller has checked that the viewer may act
 * in the case. The sender's own side and staff are always among those who may read it.
 */
export async function storeCaseFile(
  tx: Tx,
  viewer: Viewer,
  { introductionId, audience, upload }: { introductionId: string; audience: CaseSide[]; upload: Upload },
): Promise<string> {
  const side = sideOf(viewer);
  const { filename, mediaType, size, sha256, storageKey } = upload;
  const { id } = await tx.caseFile.create({
    data: {
      introductionId,
      uploadedById: viewer.accountId,
      side,
      audience: [...new Set<CaseSide>([...audience, side, "STAFF"])],
      filename,
      mediaType,
      size,
      sha256,
      storageKey,
      createdAt: now(),
    },
    select: { id: true },
  });
  upload.kept = true;
  await audit(tx, viewer, {
    action: "introduction.fileAdded",
    record: ["introduction", introductionId],
    detail: { file: id, size, mediaType },
  });
  return id;
}

/** The files of cases that a viewer may read; row-level security says the same again. */
export const caseFilesOpenTo = (viewer: Viewer): Prisma.CaseFileWhereInput => ({
  introduction: casesOpenTo(viewer),
  audience: { has: sideOf(viewer) },
});

/** Opens a file of a case for download, and notes for the talent what an enterprise was given. Null when it is not the viewer's to read. */
export async function openCaseFile(viewer: Viewer, fileId: string) {
  const row = await transaction(viewer, async (tx) => {
    const found = await tx.caseFile.findFirst({
      where: { AND: [{ id: fileId }, caseFilesOpenTo(viewer)] },
      select: {
        id: true,
        side: true,
        filename: true,
        mediaType: true,
        storageKey: true,
        introductionId: true,
        introduction: { select: { talentId: true, matchId: true } },
      },
    });
    if (!found) return null;
    const { talentId, matchId } = found.introduction;
    // what staff send an enterprise may be the person's CV too, in a thread that they do not read
    if (viewer.role === "ENTERPRISE" && found.side !== "ENTERPRISE")
      await recordDisclosure(tx, viewer, {
        talentId,
        matchId,
        categories: ["case_file"],
        purpose: "introduction",
      });
    await audit(tx, viewer, {
      action: "introduction.fileOpened",
      record: ["introduction", found.introductionId],
      detail: { file: found.id },
    });
    return found;
  });
  const file = row && (await fileStorage().get(row.storageKey));
  return file ? { ...file, filename: row.filename, mediaType: row.mediaType } : null;
}
