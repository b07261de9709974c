import { normaliseText } from "#lib/matching/text.ts";
import type { Identity } from "./profile.ts";

/** The digits of a phone number without the codes of Hong Kong, Macao and the mainland; null when there are too few. */
export function phoneKey(phone: string | null): string | null {
  const digits = (phone ?? "").replace(/\D/g, "").replace(/^00/, "");
  const national = /^(852\d{8}|853\d{8}|86\d{11})$/.test(digits)
    ? digits.replace(/^(85[23]|86)/, "")
    : digits;
  return national.length >= 6 ? national : null;
}

/** Names as they are compared: one script, no spaces, and words of a Latin name in one order. */
export function nameKeys({ nameZh, nameEn }: Pick<Identity, "nameZh" | "nameEn">): string[] {
  const zh = normaliseText(nameZh ?? "").replace(/[^\p{L}\p{N}]/gu, "");
  const en = normaliseText(nameEn ?? "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(" ");
  return [...new Set([zh, en].filter((key) => key.length > 1))];
}

/** The columns of TalentIdentity and of TalentContact. */
export function identityColumns(identity: Identity) {
  const { nameZh, nameEn, ...contact } = identity;
  return {
    names: { nameZh, nameEn, nameKeys: nameKeys(identity) },
    contact: { ...contact, phoneKey: phoneKey(identity.phone) },
  };
}
