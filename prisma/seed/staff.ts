import { createAccount } from "#lib/accounts/commands.ts";
import { DEMO_PASSWORD } from "#lib/accounts/demo.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { transaction } from "#lib/db.ts";

const STAFF = [
  {
    email: "admin@demo.example",
    displayName: "示範管理員",
    role: "ADMIN",
    office: "HONG_KONG",
    locale: "zh-Hant",
  },
  {
    email: "staff.hk@demo.example",
    displayName: "何穎欣（示範）",
    role: "OFFICER",
    office: "HONG_KONG",
    locale: "zh-Hant",
  },
  {
    email: "staff.hk2@demo.example",
    displayName: "Marcus Lau (demo)",
    role: "OFFICER",
    office: "HONG_KONG",
    locale: "en",
  },
  {
    email: "staff.yt@demo.example",
    displayName: "姜海宁（演示）",
    role: "OFFICER",
    office: "YANTAI",
    locale: "zh-Hans",
  },
  {
    email: "staff.yt2@demo.example",
    displayName: "于文静（演示）",
    role: "OFFICER",
    office: "YANTAI",
    locale: "zh-Hans",
  },
] as const;

/** The demo's staff of both offices. */
export async function seedStaff() {
  await transaction(systemViewer("demo seed"), async (tx) => {
    for (const person of STAFF)
      await createAccount(tx, { ...person, password: DEMO_PASSWORD, demo: true, verified: true });
  });
}
