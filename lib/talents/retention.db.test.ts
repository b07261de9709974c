import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { viewerOf } from "#lib/auth/session.ts";
import { at } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { registerTalent } from "./commands.ts";
import { grantMatchingConsent, withdrawConsent } from "./consent-commands.ts";
import { retainTalents } from "./retention.ts";

useDatabase();
const after = (days: number) => new Date(Date.now() + days * 86_400_000);

const register = (email: string) =>
  registerTalent({
    kind: "individual",
    displayName: "Test",
    email,
    password: "a fine long password",
    consent: true,
    locale: "en",
  });
const statusOf = async (id: string) =>
  (await db.talent.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;

test("a silent profile is asked about once, and erased after two years", async () => {
  const { talentId } = await register("silent@example.com");
  await at(after(600), retainTalents);
  expect(await db.mailMessage.count({ where: { template: "talents.retention" } })).toBe(0);
  for (const day of [680, 681]) await at(after(day), retainTalents);
  expect(await db.mailMessage.count({ where: { template: "talents.retention" } })).toBe(1);
  expect(await statusOf(talentId)).toBe("DRAFT");
  await at(after(732), retainTalents);
  expect(await statusOf(talentId)).toBe("DRAFT");
  await at(after(741), retainTalents);
  expect(await statusOf(talentId)).toBe("ERASED");
  expect(await db.auditEvent.count({ where: { recordId: talentId, action: "talent.retentionEnded" } })).toBe(
    1,
  );
});

test("nobody is erased who was not asked two months before, however late the job comes", async () => {
  const { talentId } = await register("late@example.com");
  await at(after(900), retainTalents);
  expect(await statusOf(talentId)).toBe("DRAFT");
  await at(after(959), retainTalents);
  expect(await statusOf(talentId)).toBe("DRAFT");
  await at(after(961), retainTalents);
  expect(await statusOf(talentId)).toBe("ERASED");
});

test("fresh consent keeps a profile", async () => {
  const { talentId } = await register("fresh@example.com");
  const viewer = await viewerOf("fresh@example.com");
  const consent = await db.consent.findFirstOrThrow({ where: { talentId } });
  await withdrawConsent(viewer, consent.id);
  await at(after(700), () => grantMatchingConsent(viewer));
  await at(after(732), retainTalents);
  expect(await statusOf(talentId)).toBe("DRAFT");
});
