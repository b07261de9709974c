import mammoth from "mammoth";
import { cleanText, countVisible } from "./clean-text.ts";
import { type FileError, fileError, limits } from "./errors.ts";
import type { Extracted } from "./extract.ts";
import { htmlToText } from "./html-text.ts";
import { repackText } from "./unpack.ts";

export async function readDocx(bytes: Uint8Array): Promise<Extracted | FileError> {
  const packed = repackText(bytes);
  if (!(packed instanceof Uint8Array)) return packed;
  let html: string;
  try {
    const options = { externalFileAccess: false, ignoreEmptyParagraphs: false };
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(packed) }, options)).value;
  } catch {
    return fileError("corrupt");
  }
  const text = cleanText(htmlToText(html));
  if (text.length > limits.characters) return fileError("tooManyPages");
  const visible = countVisible(text);
  if (visible === 0) return fileError("scannedOnly");
  return visible < limits.minCharacters ? fileError("scannedOnly") : { ok: true, text, pages: null };
}
