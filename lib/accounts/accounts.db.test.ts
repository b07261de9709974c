import { describe, expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { authenticate } from "#lib/auth/authenticate.ts";
import { openSession, readSession, viewerOf } from "#lib/auth/session.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { makeAccount, makeEnterprise } from "#lib/matches/test-support.ts";
import {
  changePassword,
  createAccount,
  disableAccount,
  type NewAccount,
  requestPasswordReset,
  resetPassword,
  revokeSessions,
  verifyEmail,
} from "./commands.ts";
import { acceptInvitation, inviteStaff, removeColleague } from "./invitation-commands.ts";
import { purgeAccounts } from "./jobs.ts";

useDatabase();
const system = systemViewer("test");
const PASSWORD = "a fine long password";

const register = (email: string, more: Partial<NewAccount> = {}) =>
  transaction(system, (tx) =>
    createAccount(tx, {
      email,
      password: PASSWORD,
      displayName: "Test",
      role: "TALENT",
      locale: "en",
      ...more,
    }),
  );

/** The token of the newest mailed link to an address. */
async function mailedToken(recipient: string): Promise<string> {
  const mail = await db.mailMessage.findFirstOrThrow({
    where: { recipient },
    orderBy: { createdAt: "desc" },
  });
  return /token=([\w-]+)/.exec(mail.text)![1]!;
}

describe("registration", () => {
  test("makes one account for an address, in any case, and mails one link", async () => {
    await register("Ming@Example.com");
    await expect(register("ming@example.com")).rejects.toMatchObject({
      issues: [{ path: "email", key: "emailTaken" }],
    });
    expect(await db.mailMessage.count({ where: { recipient: "ming@example.com" } })).toBe(1);
    await verifyEmail(await mailedToken("ming@example.com"));
    expect(
      (await db.account.findUniqueOrThrow({ where: { email: "ming@example.com" } })).emailVerifiedAt,
    ).not.toBeNull();
  });

  test("of two at once, one account remains", async () => {
    const both = await Promise.allSettled([register("twice@example.com"), register("twice@example.com")]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { issues: [{ key: "emailTaken" }] },
    });
    expect(await db.account.count({ where: { email: "twice@example.com" } })).toBe(1);
  });

  test("refuses short and common passwords; staff need twelve characters", async () => {
    await expect(register("a@example.com", { password: "short" })).rejects.toMatchObject({
      issues: [{ key: "passwordTooShort", params: { minimum: 8 } }],
    });
    await expect(register("b@example.com", { password: "Password123" })).rejects.toMatchObject({
      issues: [{ key: "passwordCommon" }],
    });
    await expect(
      register("c@example.com", { password: "elevenchars", role: "OFFICER", office: "YANTAI" }),
    ).rejects.toMatchObject({ issues: [{ params: { minimum: 12 } }] });
  });
});

describe("links", () => {
  test("work once, also when opened twice at the same moment, and not after their time", async () => {
    await register("reset@example.com");
    await requestPasswordReset("reset@example.com", "test");
    const token = await mailedToken("reset@example.com");
    const both = await Promise.allSettled([
      resetPassword(token, "another password"),
      resetPassword(token, "another password"),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await requestPasswordReset("reset@example.com", "test");
    const late = await mailedToken("reset@example.com");
    await expect(
      at(new Date(Date.now() + 2 * 3_600_000), () => resetPassword(late, "third password")),
    ).rejects.toMatchObject({ key: "linkExpired" });
    await expect(resetPassword("unknown", "third password")).rejects.toMatchObject({ key: "linkExpired" });
  });

  test("a verification link does not reset a password", async () => {
    await register("purpose@example.com");
    await expect(
      resetPassword(await mailedToken("purpose@example.com"), "another password"),
    ).rejects.toMatchObject({ key: "linkExpired" });
  });

  test("nobody learns whether an address has an account", async () => {
    const before = await db.mailMessage.count();
    await expect(requestPasswordReset("nobody@example.com", "test")).resolves.toBeUndefined();
    expect(await db.mailMessage.count()).toBe(before);
  });
});

describe("sessions", () => {
  test("end by sign-out everywhere, password change, reset and disabling", async () => {
    const admin = await register("boss@example.com", {
      role: "ADMIN",
      office: "HONG_KONG",
      password: "a password of the boss",
    });
    const id = await register("sessions@example.com");
    const viewer = await viewerOf("sessions@example.com");
    const [first, second] = [await openSession(id, null), await openSession(id, null)];
    const current = (await readSession(first.token))!.sessionId;
    await changePassword(viewer, { current: PASSWORD, password: "a new fine password" }, current);
    expect(await readSession(first.token)).not.toBeNull();
    expect(await readSession(second.token)).toBeNull();
    await revokeSessions(viewer, id);
    expect(await readSession(first.token)).toBeNull();
    const third = await openSession(id, null);
    await disableAccount(await viewerOf("boss@example.com"), id);
    expect(await readSession(third.token)).toBeNull();
    expect(await authenticate("sessions@example.com", "a new fine password", "test")).toBeNull();
    await expect(revokeSessions(viewer, admin)).rejects.toMatchObject({ key: "notFound" });
  });

  test("of staff end after 30 idle minutes, of talents not", async () => {
    const staff = await openSession(
      await register("idle@example.com", { role: "OFFICER", office: "YANTAI" }),
      null,
    );
    const talent = await openSession(await register("idle2@example.com"), null);
    const later = new Date(Date.now() + 31 * 60_000);
    expect(await at(later, () => readSession(staff.token))).toBeNull();
    expect(await at(later, () => readSession(talent.token))).not.toBeNull();
  });

  test("the database holds no token and no password in the clear", async () => {
    const { token } = await openSession(await register("clear@example.com"), null);
    const everything = JSON.stringify([await db.session.findMany(), await db.credential.findMany()]);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(PASSWORD);
  });
});

describe("invitations", () => {
  test("an officer invites into the own office only, and nobody into administration", async () => {
    await register("officer@example.com", { role: "OFFICER", office: "YANTAI", verified: true });
    const officer = await viewerOf("officer@example.com");
    await expect(
      inviteStaff(officer, { email: "x@example.com", office: "HONG_KONG", role: "OFFICER" }),
    ).rejects.toMatchObject({ key: "notFound" });
    await expect(
      inviteStaff(officer, { email: "x@example.com", office: "YANTAI", role: "ADMIN" }),
    ).rejects.toMatchObject({ key: "notFound" });
    const token = await inviteStaff(officer, { email: "x@example.com", office: "YANTAI", role: "OFFICER" });
    await acceptInvitation({ token, displayName: "New", password: "a password for staff" }, "zh-Hans");
    expect(await viewerOf("x@example.com")).toMatchObject({
      role: "OFFICER",
      office: "YANTAI",
      locale: "zh_Hans",
    });
    await expect(
      acceptInvitation({ token, displayName: "Again", password: "a password for staff" }, "en"),
    ).rejects.toMatchObject({ key: "linkExpired" });
  });
});

test("two members who remove each other at once: one of them stays", async () => {
  for (let round = 0; round < 6; round++) {
    const { enterpriseId, member } = await makeEnterprise();
    const colleague = await makeAccount({ role: "ENTERPRISE", office: null, enterpriseId });
    await Promise.allSettled([
      removeColleague(member, colleague.accountId!),
      removeColleague(colleague, member.accountId!),
    ]);
    expect(await db.account.count({ where: { enterpriseId, disabledAt: null } })).toBe(1);
  }
});

test("sign-in is slowed down, for a known and an unknown address alike", async () => {
  await register("slow@example.com");
  for (const email of ["slow@example.com", "unknown@example.com"]) {
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await authenticate(email, "wrong", email)).toBeNull();
    await expect(authenticate(email, PASSWORD, email)).rejects.toMatchObject({ key: "tooManyAttempts" });
  }
});

test("the purge removes what is over, and nothing that still serves", async () => {
  const id = await register("purge@example.com");
  const { token } = await openSession(id, null);
  await purgeAccounts();
  expect(await readSession(token)).not.toBeNull();
  expect(await db.accountToken.count({ where: { accountId: id } })).toBe(1);
  await at(new Date(Date.now() + 61 * 86_400_000), purgeAccounts);
  expect(await db.session.count({ where: { accountId: id } })).toBe(0);
  expect(await db.accountToken.count({ where: { accountId: id } })).toBe(0);
  expect(await db.account.count({ where: { id } })).toBe(1);
});
