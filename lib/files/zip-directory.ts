import { type FileError, fileError, limits } from "./errors.ts";

export type ZipEntry = {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  /** where the packed bytes begin */
  start: number;
};

const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSignature = 0x06054b50;
const endLength = 22;

/** Reads the directory of a DOCX without unpacking anything; null when it may be unpacked. */
export function checkDocx(bytes: Uint8Array): FileError | null {
  const entries = readZipDirectory(bytes);
  if (!Array.isArray(entries)) return entries;
  if (entries.some((entry) => entry.name === "EncryptedPackage")) return fileError("encrypted");
  const names = new Set(entries.map((entry) => entry.name));
  // another Office file or a plain archive under a Word name
  if (!names.has("word/document.xml") || !names.has("[Content_Types].xml"))
    return fileError("renamed", { named: "DOCX" });
  return null;
}

/**
 * The entries as the central directory and the local headers both state them. A directory that overlaps, lies about
 * its offsets, is too large, or needs zip64 (no file of 10 MB does) is refused.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | FileError {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return fileError("corrupt");
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) return fileError("zipBomb");
  if (count > limits.zipEntries) return fileError("zipBomb");
  if (view.getUint16(end + 4, true) !== 0 || offset + size > end) return fileError("corrupt");
  const entries: ZipEntry[] = [];
  let position = offset;
  let unpackedTotal = 0;
  while (position + 46 <= offset + size) {
    if (view.getUint32(position, true) !== centralSignature) return fileError("corrupt");
    const entry = readEntry(view, bytes, position);
    if ("code" in entry) return entry;
    unpackedTotal += entry.unpacked;
    if (unpackedTotal > limits.unpackedBytes || isInflated(entry)) return fileError("zipBomb");
    entries.push(entry);
    if (entries.length > limits.zipEntries) return fileError("zipBomb");
    position +=
      46 +
      view.getUint16(position + 28, true) +
      view.getUint16(position + 30, true) +
      view.getUint16(position + 32, true);
  }
  if (entries.length !== count) return fileError("corrupt");
  return overlaps(entries, offset) ? fileError("zipBomb") : entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let position = view.byteLength - endLength; position >= lowest; position--) {
    if (view.getUint32(position, true) !== endSignature) continue;
    if (position + endLength + view.getUint16(position + 20, true) === view.byteLength) return position;
  }
  return -1;
}

function readEntry(view: DataView, bytes: Uint8Array, position: number): ZipEntry | FileError {
  const flags = view.getUint16(position + 8, true);
  const method = view.getUint16(position + 10, true);
  const packed = view.getUint32(position + 20, true);
  const unpacked = view.getUint32(position + 24, true);
  const nameLength = view.getUint16(position + 28, true);
  const local = view.getUint32(position + 42, true);
  if (packed === 0xffffffff || unpacked === 0xffffffff || local === 0xffffffff) return fileError("zipBomb");
  if (flags & 1) return fileError("encrypted");
  if (method !== 0 && method !== 8) return fileError("corrupt");
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature)
    return fileError("corrupt");
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) return fileError("corrupt");
  // with bit 3 the sizes follow the data and the local header may hold zeros
  const localUnpacked = view.getUint32(local + 22, true);
  if (!(flags & 8) && localUnpacked !== unpacked) return fileError("zipBomb");
  if (method === 0 && packed !== unpacked) return fileError("zipBomb");
  const nameBytes = bytes.subarray(position + 46, position + 46 + nameLength);
  return { name: new TextDecoder().decode(nameBytes), method, packed, unpacked, start };
}

function isInflated(entry: ZipEntry): boolean {
  return entry.unpacked > limits.ratioFreeBytes && entry.unpacked > entry.packed * limits.ratio;
}

function overlaps(entries: readonly ZipEntry[], directory: number): boolean {
  const ordered = entries.toSorted((a, b) => a.start - b.start);
  return ordered.some((entry, index) => {
    const next = ordered[index + 1];
    return entry.start + entry.packed > (next ? next.start - 30 : directory);
  });
}
