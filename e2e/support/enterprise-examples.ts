import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer.ts";
import { registerEnterprise, verifyEnterprise } from "#lib/enterprises/commands.ts";
import { creditCodeCheck } from "#lib/enterprises/licence.ts";
import type { RegisterEnterprise } from "#lib/enterprises/schema.ts";

/** A valid unified social credit code of no real enterprise: the administrative area 370699 does not exist. */
export function exampleCreditCode(ordinal: number): string {
  const first = `91370699MA${String(ordinal).padStart(7, "0")}`;
  return first + creditCodeCheck(first);
}

/** A complete registration, for tests. */
export const enterpriseInput = (
  ordinal: number,
  change: Partial<RegisterEnterprise> = {},
): RegisterEnterprise => ({
  name: `示例海工装备有限公司${ordinal}`,
  nameEn: `Example Offshore ${ordinal}`,
  licenceNumber: exampleCreditCode(ordinal),
  chain: "marine-engineering",
  district: "penglai",
  ftz: false,
  website: null,
  about: "",
  contactName: "示例人事",
  contactPhone: "+86 535 5550 000",
  email: `enterprise${ordinal}@test.example`,
  password: "a long enough password",
  displayName: `示例人事${ordinal}`,
  agreed: true,
  locale: "zh-Hans",
  verified: true,
  ...change,
});

/** An officer of no account row: commands keep only the id. */
export const officer = (office: "HONG_KONG" | "YANTAI"): Viewer => ({
  accountId: randomUUID(),
  role: "OFFICER",
  office,
  enterpriseId: null,
  talentId: null,
  name: `officer ${office}`,
  email: "officer@test.example",
  locale: "en",
});

/** Registers an enterprise, verifies it unless told otherwise, and returns its first person. */
export async function enterpriseViewer(ordinal: number, { verify = true } = {}): Promise<Viewer> {
  const input = enterpriseInput(ordinal);
  const { accountId, enterpriseId } = await registerEnterprise(input);
  if (verify) await verifyEnterprise(officer("YANTAI"), enterpriseId);
  return {
    accountId,
    role: "ENTERPRISE",
    office: null,
    enterpriseId,
    talentId: null,
    name: input.displayName,
    email: input.email,
    locale: "zh_Hans",
  };
}
