import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { needInput } from "#e2e/support/need-examples.ts";
import { importRecords, recordInput } from "#e2e/support/talent-records.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { createAccount } from "#lib/accounts/commands.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { InvalidError, NotFoundError } from "#lib/errors.ts";
import { postNeed } from "#lib/needs/commands.ts";
import { needRecord } from "#lib/needs/import-record.ts";
import { talentRecord } from "#lib/talents/record.ts";
import { type Row, readRows } from "#scripts/records/read.ts";
import { exportFile, openExport, prepareExport } from "./commands.ts";
import type { ExportKind } from "./schema.ts";

useDatabase();

const folder = mkdtempSync(path.join(tmpdir(), "bridge-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CANARIES = {
  nameZh: "黃金絲雀",
  nameEn: "Canary Wong",
  email: "canary@person.example",
  phone: "+852 5550 9911",
  wechat: "canary_wx",
  whatsapp: "+852 5550 9922",
};
const PASSWORD = "a long enough password";
const hongKong = officer("HONG_KONG");
let signedIn: Viewer;

beforeAll(async () => {
  await importRecords(
    [
      recordInput("canary", {
        ...CANARIES,
        headline: '=HYPERLINK("http://evil.example") engineer',
        summary: "I am Canary Wong, write to canary@person.example or call +852 5550 9911.",
        skills: ["+SUM(1)", "@cmd", "plain"],
      } as never),
      recordInput("withdrawn", { headline: "WITHDRAWN PERSON" }),
    ],
    "listed",
  );
  const gone = await db.talent.findUniqueOrThrow({
    where: { externalId: "withdrawn" },
    select: { id: true },
  });
  await db.consent.updateMany({
    where: { talentId: gone.id },
    data: { withdrawnAt: new Date(), endedBy: "WITHDRAWN" },
  });
  const owner = await enterpriseViewer(1);
  await at(new Date("2026-11-23T02:00:00Z"), () => postNeed(owner, needInput({ title: "-2+3 工程师" })));
  const accountId = await transaction(systemViewer("test"), (tx) =>
    createAccount(tx, {
      email: "officer@test.example",
      password: PASSWORD,
      displayName: "Officer",
      role: "OFFICER",
      office: "HONG_KONG",
      locale: "en",
    }),
  );
  signedIn = { ...hongKong, accountId };
});

const request = (kind: ExportKind, format: "csv" | "xlsx" = "csv", query = "") =>
  ({ kind, format, query, locale: "en" }) as const;
const bytesOf = (stream: Readable) => buffer(stream);
const textOf = async (kind: ExportKind, query = "") =>
  (await bytesOf(exportFile(hongKong, request(kind, "csv", query)).stream)).toString("utf8");

async function rowsOf(kind: ExportKind, format: "csv" | "xlsx") {
  const file = path.join(folder, `${kind}.${format}`);
  await writeFile(file, await bytesOf(exportFile(hongKong, request(kind, format)).stream));
  const rows: Row[] = [];
  for await (const row of readRows(file)) rows.push(row);
  return rows;
}

describe("what leaves the house", () => {
  it("never holds name, contact or CV", async () => {
    for (const kind of ["talents", "needs", "matches"] as const) {
      const text = await textOf(kind);
      for (const canary of Object.values(CANARIES)) expect(text, kind).not.toContain(canary);
      expect(text).not.toContain("Example Offshore Limited");
    }
    expect(await textOf("talents")).toContain("plain");
  });

  it("holds no profile without a consent in force", async () => {
    expect(await textOf("talents")).not.toContain("WITHDRAWN PERSON");
  });

  it("holds no cell that a spreadsheet would run", async () => {
    const file = path.join(folder, "cells.xlsx");
    await writeFile(file, await bytesOf(exportFile(hongKong, request("talents", "xlsx")).stream));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    let cells = 0;
    book.worksheets[0]!.eachRow((row) =>
      row.eachCell((cell) => {
        cells += 1;
        expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
        expect(cell.text).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
    expect(cells).toBeGreaterThan(20);
    expect(await textOf("talents")).toContain("'=HYPERLINK");
    expect(await textOf("needs")).toContain("'-2+3");
  });

  it.each(["csv", "xlsx"] as const)("is read again by the import (%s)", async (format) => {
    const talents = await rowsOf("talents", format);
    expect(talents).toHaveLength(1);
    const talent = talentRecord.parse((talents[0] as { record: unknown }).record);
    expect(talent).toMatchObject({
      headline: expect.stringMatching(/^=HYPERLINK/),
      skills: ["+SUM(1)", "@cmd", "plain"],
    });
    const [need] = await rowsOf("needs", format);
    expect(needRecord.parse((need as { record: unknown }).record)).toMatchObject({
      title: "-2+3 工程师",
      pay: { min: 350_000, max: 500_000, currency: "CNY", period: "year" },
    });
  });

  it("follows the list's filters", async () => {
    expect((await textOf("talents", "base=MO")).trim().split("\r\n")).toHaveLength(1);
    expect((await textOf("talents", "base=HK")).trim().split("\r\n")).toHaveLength(2);
  });
});

describe("who may take it", () => {
  it("is staff alone", async () => {
    const talent: Viewer = { ...hongKong, role: "TALENT" };
    const input = { kind: "talents", format: "csv", query: "", password: PASSWORD } as const;
    await expect(prepareExport(talent, input, "en")).rejects.toBeInstanceOf(NotFoundError);
    for (const kind of ["talents", "needs", "matches", "audit"] as const)
      await expect(bytesOf(exportFile(talent, request(kind)).stream)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("gives the password once more, and has two minutes and no other account", async () => {
    const input = { kind: "talents", format: "csv", query: "q=secret&base=HK", password: PASSWORD } as const;
    await expect(prepareExport(signedIn, { ...input, password: "wrong" }, "en")).rejects.toBeInstanceOf(
      InvalidError,
    );
    const href = await prepareExport(signedIn, input, "en");
    const ticket = new URL(href, "http://local").searchParams.get("ticket")!;
    expect(await openExport(hongKong, ticket)).toBeNull();
    expect(await openExport(signedIn, `${ticket}x`)).toBeNull();
    expect(await openExport(signedIn, "")).toBeNull();
    const late = new Date(Date.now() + 3 * 60_000);
    expect(await at(late, () => openExport(signedIn, ticket))).toBeNull();
    expect(await db.auditEvent.count({ where: { action: "export.downloaded" } })).toBe(0);

    const file = await openExport(signedIn, ticket);
    expect(file?.name).toMatch(/^talents-.*\.csv$/);
    await bytesOf(file!.stream);
    const [event] = await db.auditEvent.findMany({ where: { action: "export.downloaded" } });
    expect(event).toMatchObject({
      actorId: signedIn.accountId,
      office: "HONG_KONG",
      detail: { kind: "talents", format: "csv", filters: "base=HK" },
    });
  });
});
