import { inflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import { type FileError, fileError } from "./errors.ts";
import { readZipDirectory } from "./zip-directory.ts";

/** Parts that hold text. Pictures, embedded files and macros are never unpacked. */
const textPart =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/([a-z]+\d*\.xml|_rels\/[a-z]+\d*\.xml\.rels))$/i;

/**
 * A DOCX repacked with nothing but its text parts, none larger than the directory said. A part that grows beyond
 * its stated size is stopped while it is being unpacked.
 */
export function repackText(bytes: Uint8Array): Uint8Array | FileError {
  const entries = readZipDirectory(bytes);
  if (!Array.isArray(entries)) return entries;
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    if (!textPart.test(entry.name)) continue;
    if (Object.hasOwn(parts, entry.name)) return fileError("corrupt");
    const packed = bytes.subarray(entry.start, entry.start + entry.packed);
    try {
      parts[entry.name] =
        entry.method === 0
          ? packed
          : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      return fileError(code === "ERR_BUFFER_TOO_LARGE" ? "zipBomb" : "corrupt");
    }
  }
  return zipSync(parts, { level: 0 });
}
