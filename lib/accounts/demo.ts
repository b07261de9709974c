import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";

export const DEMO_PASSWORD = "bridge-demo-2025";
export const DEMO_ACCOUNTS = [
  { key: "talent", email: "talent@demo.example" },
  { key: "student", email: "student@demo.example" },
  { key: "team", email: "team@demo.example" },
  { key: "enterprise", email: "enterprise@demo.example" },
  { key: "staff_hk", email: "staff.hk@demo.example" },
  { key: "staff_yt", email: "staff.yt@demo.example" },
  { key: "admin", email: "admin@demo.example" },
] as const;

/** The demo's accounts where the demo was seeded into the embedded database; null everywhere else. */
export async function demoAccounts() {
  if (!env().BRIDGE_EMBEDDED) return null;
  const seeded = await db.marker.findUnique({ where: { name: "demo" } });
  return seeded ? { password: DEMO_PASSWORD, accounts: DEMO_ACCOUNTS } : null;
}
