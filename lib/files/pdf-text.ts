import { getDocumentProxy } from "unpdf";
import { cleanText, countVisible } from "./clean-text.ts";
import { type FileError, fileError, limits } from "./errors.ts";
import type { Extracted } from "./extract.ts";
import { type Item, readingOrder } from "./reading-order.ts";

/** Shapes of `getTextContent` that are used here; marked-content items have no `str`. */
type PdfItem = { str?: string; transform: number[]; width: number };

export async function readPdf(bytes: Uint8Array): Promise<Extracted | FileError> {
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes));
  } catch (error) {
    return fileError((error as Error)?.name === "PasswordException" ? "encrypted" : "corrupt");
  }
  if (document.numPages > limits.pages) return fileError("tooManyPages");
  const pages: Item[][] = [];
  let characters = 0;
  let unreadable = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const items = await readPage(document, number);
    if (items === null) unreadable++;
    characters += (items ?? []).reduce((sum, item) => sum + item.text.length, 0);
    if (characters > limits.characters) return fileError("tooManyPages");
    pages.push(items ?? []);
  }
  if (unreadable === document.numPages) return fileError("corrupt");
  const text = closeUpDates(cleanText(readingOrder(pages)));
  if (countVisible(text) < limits.minCharacters) return fileError("scannedOnly");
  return { ok: true, text, pages: document.numPages };
}

/** Word processors set digits a little apart from Chinese, which looks like a space. */
function closeUpDates(text: string): string {
  return text.replace(/(?<=\d) (?=[年月日分歲岁])|(?<=[年月]) (?=\d)/g, "");
}

/** null when this page is damaged; the others may still be read. */
async function readPage(
  document: Awaited<ReturnType<typeof getDocumentProxy>>,
  number: number,
): Promise<Item[] | null> {
  try {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    const items = (content.items as PdfItem[]).flatMap(toItem);
    page.cleanup();
    return items;
  } catch {
    return null;
  }
}

function toItem(item: PdfItem): Item[] {
  if (item.str === undefined || item.str.trim() === "") return [];
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
  // text that stands on its side is a margin decoration or a watermark
  if (Math.abs(b) > Math.abs(a)) return [];
  const size = Math.hypot(c, d);
  return size > 0 ? [{ text: item.str, x, y, width: item.width, size }] : [];
}
