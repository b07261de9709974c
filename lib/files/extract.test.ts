import { readFileSync } from "node:fs";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { limits } from "./errors.ts";
import { extractText } from "./extract.ts";
import { sniff } from "./sniff.ts";

const read = (name: string) => readFileSync(path.join(process.cwd(), "e2e/fixtures/cv", name));
const kindOf = (name: string) => (name.endsWith(".pdf") ? "pdf" : "docx");

describe("hostile files", () => {
  it.each([
    ["200-pages.pdf", "tooManyPages"],
    ["corrupt.pdf", "corrupt"],
    ["encrypted.pdf", "encrypted"],
    ["scanned.pdf", "scannedOnly"],
    ["lying-sizes.docx", "zipBomb"],
  ])("%s passes for a file of its kind and is then refused as %s", async (name, code) => {
    const bytes = read(`hostile/${name}`);
    expect(sniff(bytes, name)).toMatchObject({ ok: true });
    expect(await extractText(bytes, kindOf(name))).toMatchObject({ ok: false, code });
  });

  it.each([
    ["empty.pdf", "empty"],
    ["program.pdf", "corrupt"],
    ["program.docx", "corrupt"],
    ["corrupt.docx", "corrupt"],
    ["zip-bomb.docx", "zipBomb"],
  ])("%s is harmless even when nobody looked at it first", async (name, code) => {
    expect(await extractText(read(`hostile/${name}`), kindOf(name))).toMatchObject({ ok: false, code });
  });

  it("says how many pages are allowed", async () => {
    const refused = await extractText(read("hostile/200-pages.pdf"), "pdf");
    expect(refused).toMatchObject({ params: { pages: limits.pages } });
  });

  it("stops a page that unpacks without end", async () => {
    const result = await extractText(pdfWithStream(Buffer.alloc(600 * 1024 * 1024, 0x20)), "pdf", {
      memoryMb: 128,
    });
    expect(result).toMatchObject({ ok: false, code: "zipBomb" });
  }, 60_000);

  it("stops what takes too long", async () => {
    const result = await extractText(read("en-analyst.pdf"), "pdf", { seconds: 0.005 });
    expect(result).toMatchObject({ ok: false, code: "timedOut" });
  });
});

describe("many at once", () => {
  it("are all read, two at a time", async () => {
    const bytes = read("hans-student.docx");
    const results = await Promise.all(Array.from({ length: 6 }, () => extractText(bytes, "docx")));
    expect(new Set(results.map((result) => result.ok && result.text)).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true, pages: null });
  });

  it("leaves the caller's bytes as they were", async () => {
    const bytes = read("en-analyst.pdf");
    await extractText(bytes, "pdf");
    expect(bytes.equals(read("en-analyst.pdf"))).toBe(true);
  });
});

describe("reading order", () => {
  it("reads the left column to its end before the right one", async () => {
    const result = await extractText(read("en-scientist-two-column.pdf"), "pdf");
    const text = result.ok ? result.text : "";
    const order = ["Dr. Tomás", "CONTACT", "LANGUAGES", "KEY SKILLS", "PROFILE", "EXPERIENCE", "EDUCATION"];
    const positions = order.map((word) => text.indexOf(word));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(positions).not.toContain(-1);
  });

  it("puts a name at the top of the right column before the side bar", async () => {
    const result = await extractText(read("hant-finance-two-column.pdf"), "pdf");
    expect(result.ok && result.text.startsWith("李曉霖\nLEE Hiu Lam, Helen\n項目融資總監\n")).toBe(true);
  });

  it("writes ordinary characters where the printer wrote radicals", async () => {
    const result = await extractText(read("hans-researcher.pdf"), "pdf");
    expect(result.ok && /[\u2e80-\u2fdf]/.test(result.text)).toBe(false);
  });
});

/** One page whose content stream is packed. */
function pdfWithStream(content: Uint8Array): Uint8Array {
  const packed = deflateSync(content, { level: 9 });
  const head = `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from("\nendstream\nendobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF"),
  ]);
}
