/**
 * Why a file was refused. Each code has a message at `files.errors.<code>` that says what happened, what is kept
 * and what to do; `params` are its ICU placeholders.
 */
export const fileErrorCodes = [
  "empty",
  "tooLarge",
  "notAllowed",
  "renamed",
  "corrupt",
  "encrypted",
  "scannedOnly",
  "zipBomb",
  "tooManyPages",
  "timedOut",
  "storageFull",
  "storageFailed",
] as const;
export type FileErrorCode = (typeof fileErrorCodes)[number];

export type FileError = { ok: false; code: FileErrorCode; params: Record<string, string | number> };

export const limits = {
  bytes: 10 * 1024 * 1024,
  pages: 100,
  /** of extracted text; about a hundred dense pages */
  characters: 400_000,
  /** fewer than this on all pages together means that the pages are pictures */
  minCharacters: 40,
  zipEntries: 2_000,
  unpackedBytes: 60 * 1024 * 1024,
  /** unpacked : packed, for entries above `ratioFreeBytes` */
  ratio: 120,
  ratioFreeBytes: 1024 * 1024,
  seconds: 20,
  memoryMb: 256,
} as const;

const paramsOf: Partial<Record<FileErrorCode, Record<string, string | number>>> = {
  tooLarge: { megabytes: limits.bytes / 1024 / 1024 },
  tooManyPages: { pages: limits.pages },
  timedOut: { seconds: limits.seconds },
};

export function fileError(code: FileErrorCode, params: Record<string, string | number> = {}): FileError {
  return { ok: false, code, params: { ...paramsOf[code], ...params } };
}

export function isFileErrorCode(value: unknown): value is FileErrorCode {
  return fileErrorCodes.includes(value as FileErrorCode);
}
