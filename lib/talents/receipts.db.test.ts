import { expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { at } from "#lib/clock.ts";
import { giveToEnterprise } from "#lib/consents/commands.ts";
import { GIVEABLE } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import { makeCase } from "#lib/introductions/test-support.ts";
import { giveMore } from "#lib/matches/giving-commands.ts";
import { makeTalent } from "#lib/matches/test-support.ts";
import { withdrawConsent } from "./consent-commands.ts";
import { eraseTalent } from "./erasure.ts";
import { getOwnConsents } from "./ledger-queries.ts";
import { getReceipts } from "./receipt-query.ts";
import { retainTalents } from "./retention.ts";

useDatabase();

type Receipt = {
  consent_records: {
    record_id: string;
    pii_processing: {
      privacy_notice: { version: string; text: string };
      language: string;
      purposes: { purpose: string; pii_information: { pii_type: string }[]; withdrawal_method: string }[];
    };
    party_identification: { party_role: string; party_name: string }[];
    events: { event_type: string; event_state: string }[];
  }[];
};

it("a receipt states recipient, purpose, category, the text as it was read, when, and how to withdraw; only to its person", async () => {
  const { talent, talentId, enterpriseId, matchId } = await makeCase();
  await transaction(talent, (tx) =>
    giveToEnterprise(tx, talent, { talentId, enterpriseId, matchId }, GIVEABLE),
  );
  const { name } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } });
  const contact = (await getOwnConsents(talent)).find(
    (one) => one.category === "contact" && one.purpose === "INTRODUCTION" && !one.withdrawnAt,
  )!;
  await db.enterprise.update({ where: { id: enterpriseId }, data: { name: "改名后的公司" } });
  await withdrawConsent(talent, contact.id);

  const one = await getReceipts(talent, { consentId: contact.id, format: "json", locale: "en" });
  const [record] = (JSON.parse(one!.body) as Receipt).consent_records;
  expect(record).toMatchObject({
    record_id: contact.id,
    pii_processing: {
      // the person read it in Traditional Chinese, whatever language the receipt is made in
      language: "zh-Hant-HK",
      privacy_notice: { text: expect.stringContaining("電郵") },
      purposes: [
        {
          purpose: "INTRODUCTION",
          pii_information: [{ pii_type: "contact" }],
          withdrawal_method: "http://localhost:3000/en/talent/privacy",
        },
      ],
    },
    events: [{ event_type: "consent_given" }, { event_type: "consent_ended", event_state: "withdrawn" }],
  });
  expect(record!.party_identification.map((party) => party.party_role)).toEqual([
    "pii_controller",
    "recipient_third_party",
  ]);
  // the name that was read, not the one that the enterprise has now
  if (contact.recipient) expect(one!.body).toContain(contact.recipient);
  expect(one!.body).not.toContain("改名后的公司");
  expect(name).not.toBe("改名后的公司");

  const page = await getReceipts(talent, { format: "html", locale: "zh-Hant" });
  expect(page!.body).toContain('lang="zh-Hant-HK"');
  expect(page!.body.match(/<article>/g)!.length).toBe((await getOwnConsents(talent)).length);
  const { viewer: other } = await makeTalent();
  expect(await getReceipts(other, { consentId: contact.id, format: "json", locale: "en" })).toBeNull();
});

it("one consent's receipt holds its transfer too, and the whole text that the form shows, in the page's language", async () => {
  const { talent, matchId } = await makeCase();
  const given = (await getOwnConsents(talent)).filter((one) => !one.withdrawnAt);
  const cv = given.find((one) => one.category === "cv" && one.purpose === "INTRODUCTION")!;
  await withdrawConsent(talent, cv.id);
  await at(new Date(Date.now() + 60_000), () =>
    giveMore(talent, matchId, { give: ["cv"], crossBorderConsent: true }, "en"),
  );
  const again = (await getOwnConsents(talent)).find(
    (one) => one.category === "cv" && one.purpose === "INTRODUCTION" && !one.withdrawnAt,
  )!;

  const recordsOf = async (consentId: string) => {
    const file = await getReceipts(talent, { consentId, format: "json", locale: "zh-Hant" });
    return (JSON.parse(file!.body) as Receipt).consent_records;
  };
  const records = await recordsOf(again.id);
  expect(records.map((one) => one.pii_processing.purposes[0]!.purpose)).toEqual([
    "INTRODUCTION",
    "CROSS_BORDER",
  ]);
  expect(records[0]!.pii_processing).toMatchObject({
    language: "en-HK",
    // what a person without a CV should know stands in the consent itself
    privacy_notice: { text: expect.stringContaining("also those that I upload later") },
  });
  for (const { events } of records) expect(events.map((one) => one.event_type)).toEqual(["consent_given"]);
  // the pair that was withdrawn is a receipt of its own
  for (const { events } of await recordsOf(cv.id)) expect(events).toHaveLength(2);
  const page = await getReceipts(talent, { consentId: again.id, format: "html", locale: "en" });
  expect(page!.body).toContain("<h1>Consent receipt</h1>");
});

it("text that people wrote cannot become markup in a receipt", async () => {
  const { talent, needId } = await makeCase();
  await db.need.update({ where: { id: needId }, data: { title: `<img src=x onerror="alert(1)">` } });
  const page = await getReceipts(talent, { format: "html", locale: "en" });
  expect(page!.body).not.toContain("<img");
});

it("after an erasure the ledger stays as proof that names nobody, and goes after six years", async () => {
  const { talent, talentId } = await makeCase();
  await db.consent.updateMany({ where: { talentId }, data: { note: "陳大文 said yes" } });
  const { code } = await db.talent.findUniqueOrThrow({ where: { id: talentId } });
  await eraseTalent(talent, { confirm: code });
  const rows = await db.consent.findMany({ where: { talentId } });
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(row).toMatchObject({ note: null, withdrawnAt: expect.any(Date) });
  expect(await db.disclosure.count({ where: { talentId } })).toBe(0);
  const years = (count: number) => new Date(Date.now() + count * 365.25 * 86_400_000);
  await at(years(5.9), retainTalents);
  expect(await db.consent.count({ where: { talentId } })).toBe(rows.length);
  await at(years(6.1), retainTalents);
  expect(await db.consent.count({ where: { talentId } })).toBe(0);
});
