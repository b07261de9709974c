import { beforeAll, expect, it } from "vitest";
import { enterpriseViewer, officer } from "#e2e/support/enterprise-examples.ts";
import { importRecords, recordInput } from "#e2e/support/talent-records.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { duplicatesForStaff, openTalentForStaff } from "./staff-queries.ts";

useDatabase();

const hongKong = officer("HONG_KONG");
let ids: string[];

beforeAll(async () => {
  const same = { nameEn: "Probe Person", phone: "+852 5550 0777" };
  ids = await importRecords([recordInput("one", same as never), recordInput("two", same as never)]);
});

const disclosures = (talentId: string) =>
  db.disclosure.findMany({ where: { talentId }, select: { purpose: true, categories: true, office: true } });

it("shows staff name and contact, and leaves a trace that the person can read, once a day", async () => {
  const { talent } = await openTalentForStaff(hongKong, ids[0]!);
  expect(talent.identity).toMatchObject({ nameEn: "Probe Person", phone: "+852 5550 0777" });
  await openTalentForStaff(hongKong, ids[0]!);
  expect(await disclosures(ids[0]!)).toEqual([
    { purpose: "review", categories: ["contact", "identity", "profile"], office: "HONG_KONG" },
  ]);
});

it("lays a duplicate beside it, of which its person reads too", async () => {
  expect(await duplicatesForStaff(hongKong, ids[0]!)).toMatchObject([
    { talentId: ids[1], phone: "+852 5550 0777", because: ["phone", "name"], work: ["2016-01 Engineer"] },
  ]);
  expect(await disclosures(ids[1]!)).toMatchObject([{ purpose: "duplicates" }]);
});

it("shows nobody else anything, and leaves no trace of what was not shown", async () => {
  const member = await enterpriseViewer(1);
  const before = await db.disclosure.count();
  await expect(openTalentForStaff(member, ids[0]!)).rejects.toBeInstanceOf(NotFoundError);
  await expect(duplicatesForStaff(member, ids[0]!)).rejects.toBeInstanceOf(NotFoundError);
  await expect(openTalentForStaff(hongKong, "00000000-0000-4000-8000-000000000000")).rejects.toBeInstanceOf(
    NotFoundError,
  );
  expect(await db.disclosure.count()).toBe(before);
});
