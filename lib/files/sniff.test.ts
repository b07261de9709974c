import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { limits } from "./errors.ts";
import { sniff } from "./sniff.ts";

const fixture = (name: string) => readFileSync(path.join(process.cwd(), "e2e/fixtures/cv", name));
const docx = fixture("en-analyst.docx");
const pdf = fixture("en-analyst.pdf");
const parts = {
  "[Content_Types].xml": Buffer.from("<Types/>"),
  "word/document.xml": Buffer.from("<w:document/>"),
};

describe("what a file is", () => {
  it.each([
    ["a PDF", pdf, "My CV.PDF", "pdf"],
    ["a DOCX", docx, "履歷.docx", "docx"],
  ])("accepts %s", (_, bytes, name, kind) => {
    expect(sniff(bytes, name)).toMatchObject({ ok: true, kind });
  });

  it("accepts pictures only where they are named", () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect(sniff(png, "photo.png", { allow: ["png", "jpeg"] })).toMatchObject({ ok: true, kind: "png" });
    expect(sniff(png, "photo.png")).toMatchObject({ code: "notAllowed", params: { types: "PDF / DOCX" } });
    expect(sniff(png, "photo.jpg", { allow: ["png", "jpeg"] })).toMatchObject({ code: "renamed" });
  });

  it.each([
    ["empty.pdf", "empty"],
    ["program.pdf", "renamed"],
    ["program.docx", "renamed"],
    ["zip-bomb.docx", "zipBomb"],
    ["corrupt.docx", "corrupt"],
  ])("refuses %s as %s", (name, code) => {
    expect(sniff(fixture(`hostile/${name}`), name)).toMatchObject({ ok: false, code });
  });

  it.each([
    ["an extension that is not on the list", pdf, "cv.exe", "notAllowed"],
    ["no extension", pdf, "cv", "notAllowed"],
    ["an inherited property as extension", pdf, "cv.constructor", "notAllowed"],
    ["an old .doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "cv.doc", "notAllowed"],
    [
      "an old .doc named DOCX",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      "cv.docx",
      "renamed",
    ],
    ["a PDF named DOCX", pdf, "cv.docx", "renamed"],
    ["a web page named PDF", Buffer.from("<html>%PDF-1.4"), "cv.pdf", "renamed"],
    [
      "a spreadsheet named DOCX",
      Buffer.from(zipSync({ "xl/workbook.xml": Buffer.from("<x/>") })),
      "cv.docx",
      "renamed",
    ],
    ["unknown bytes", Buffer.alloc(100), "cv.pdf", "corrupt"],
    ["more than 10 MB", Buffer.concat([pdf, Buffer.alloc(limits.bytes)]), "cv.pdf", "tooLarge"],
  ])("refuses %s", (_, bytes, name, code) => {
    expect(sniff(bytes, name)).toMatchObject({ ok: false, code });
  });

  it("knows a Word file with a password", () => {
    const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const bytes = Buffer.concat([magic, Buffer.alloc(100), Buffer.from("EncryptedPackage", "utf16le")]);
    expect(sniff(bytes, "cv.docx")).toMatchObject({ code: "encrypted" });
  });
});

describe("a DOCX before it is unpacked", () => {
  const zip = Buffer.from(zipSync(parts));
  const change = (offset: (end: number, central: number) => number, value: number, bytes: 2 | 4) => {
    const copy = Buffer.from(zip);
    const end = copy.length - 22;
    const at = offset(end, copy.readUInt32LE(end + 16));
    bytes === 4 ? copy.writeUInt32LE(value, at) : copy.writeUInt16LE(value, at);
    return sniff(copy, "cv.docx");
  };

  it("may be unpacked when all is well", () => {
    expect(sniff(zip, "cv.docx")).toMatchObject({ ok: true });
  });

  it.each([
    ["zip64 in the directory", (end: number) => end + 16, 0xffffffff, 4 as const, "zipBomb"],
    ["zip64 in an entry", (_: number, central: number) => central + 24, 0xffffffff, 4 as const, "zipBomb"],
    [
      "a size that the local header does not state",
      (_: number, central: number) => central + 24,
      77,
      4 as const,
      "zipBomb",
    ],
    ["a directory outside the file", (end: number) => end + 16, 0x7fffffff, 4 as const, "corrupt"],
    ["an encrypted entry", (_: number, central: number) => central + 8, 1, 2 as const, "encrypted"],
    ["an unknown method", (_: number, central: number) => central + 10, 99, 2 as const, "corrupt"],
    [
      "an entry outside the file",
      (_: number, central: number) => central + 42,
      0x7ffffff0,
      4 as const,
      "corrupt",
    ],
    ["fewer entries than it says", (end: number) => end + 10, 9, 2 as const, "corrupt"],
  ])("is refused for %s", (_, offset, value, width, code) => {
    expect(change(offset, value, width)).toMatchObject({ ok: false, code });
  });

  it("is refused when entries share their bytes", () => {
    const copy = Buffer.from(zip);
    const central = copy.readUInt32LE(copy.length - 22 + 16);
    const second = copy.indexOf("PK\x01\x02", central + 4, "latin1");
    for (const field of [20, 24, 42]) copy.writeUInt32LE(copy.readUInt32LE(central + field), second + field);
    expect(sniff(copy, "cv.docx")).toMatchObject({ ok: false, code: "zipBomb" });
  });

  it("is refused with too many entries", () => {
    const many = Object.fromEntries(
      Array.from({ length: limits.zipEntries + 1 }, (_, index) => [`a${index}`, new Uint8Array()]),
    );
    expect(sniff(zipSync({ ...parts, ...many }), "cv.docx")).toMatchObject({ code: "zipBomb" });
  });

  it("never throws, whatever the bytes", () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(zip, docx.subarray(0), pdf.subarray(0, 2000)),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 30 }),
        fc.nat(3000),
      )
      .map(([bytes, changes, cut]) => {
        const copy = Buffer.from(bytes.subarray(0, Math.max(1, bytes.length - cut)));
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return copy;
      });
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged),
        fc.constantFrom("a.pdf", "a.docx"),
        (bytes, name) => typeof sniff(bytes, name).ok === "boolean",
      ),
      { numRuns: 400 },
    );
  });
});
