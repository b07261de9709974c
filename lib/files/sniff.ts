import { type FileError, fileError, limits } from "./errors.ts";
import { checkDocx } from "./zip-directory.ts";

export type FileKind = "pdf" | "docx" | "png" | "jpeg";
export type Sniffed = { ok: true; kind: FileKind; mime: string; extension: string };

export const documentKinds = ["pdf", "docx"] as const satisfies readonly FileKind[];

const mimeOf: Record<FileKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  png: "image/png",
  jpeg: "image/jpeg",
};
const kindOfExtension: Record<string, FileKind> = {
  pdf: "pdf",
  docx: "docx",
  png: "png",
  jpg: "jpeg",
  jpeg: "jpeg",
};
const labelOf: Record<FileKind, string> = { pdf: "PDF", docx: "DOCX", png: "PNG", jpeg: "JPEG" };

/**
 * What a file is, by its content and its name together. Never throws and never unpacks.
 * @param options.allow kinds accepted here; PDF and DOCX when not named
 */
export function sniff(
  bytes: Uint8Array,
  fileName: string,
  options: { allow?: readonly FileKind[]; maxBytes?: number } = {},
): Sniffed | FileError {
  const allow = options.allow ?? documentKinds;
  const maxBytes = options.maxBytes ?? limits.bytes;
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
  const named = Object.hasOwn(kindOfExtension, extension) ? kindOfExtension[extension] : undefined;
  if (bytes.length === 0) return fileError("empty");
  if (bytes.length > maxBytes) return fileError("tooLarge", { megabytes: maxBytes / 1024 / 1024 });
  if (named === undefined || !allow.includes(named)) {
    return fileError("notAllowed", { types: allow.map((kind) => labelOf[kind]).join(" / ") });
  }
  const content = contentOf(bytes);
  if (named === "docx" && content === "ole")
    return fileError(isEncryptedOffice(bytes) ? "encrypted" : "renamed");
  if (named === "docx" && content === "zip") {
    const refusal = checkDocx(bytes);
    if (refusal) return refusal;
  } else if (content !== named) {
    return fileError(content === "unknown" ? "corrupt" : "renamed", { named: extension.toUpperCase() });
  }
  return { ok: true, kind: named, mime: mimeOf[named], extension };
}

type Content = "pdf" | "zip" | "png" | "jpeg" | "ole" | "other" | "unknown";

const magics: readonly [Content, readonly number[]][] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["other", [0x4d, 0x5a]], // Windows program
  ["other", [0x7f, 0x45, 0x4c, 0x46]], // Linux program
  ["other", [0xcf, 0xfa, 0xed, 0xfe]], // macOS program
  ["other", [0xca, 0xfe, 0xba, 0xbe]], // Java class, universal program
  ["other", [0x23, 0x21]], // script
  ["other", [0x50, 0x4b]], // empty or spanned archive
  ["other", [0x1f, 0x8b]], // gzip
  ["other", [0x37, 0x7a, 0xbc, 0xaf]], // 7z
  ["other", [0x52, 0x61, 0x72, 0x21]], // rar
  ["other", [0x47, 0x49, 0x46, 0x38]], // gif
  ["other", [0x52, 0x49, 0x46, 0x46]], // webp, wav
  ["other", [0x7b, 0x5c, 0x72, 0x74, 0x66]], // rtf
];

function contentOf(bytes: Uint8Array): Content {
  for (const [content, magic] of magics) {
    if (magic.every((byte, index) => bytes[index] === byte)) return content;
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString("latin1");
  // readers accept leading white space, so a real CV may have it; anything else in front is another format
  if (/^(\xef\xbb\xbf)?\s*%PDF-\d/.test(head)) return "pdf";
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(head) ? "unknown" : "other";
}

/** A Word file with a password is an OLE container with this stream; a plain OLE container is an old .doc. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name);
}
