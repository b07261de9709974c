/** Licence numbers: the unified social credit code of a mainland enterprise, the business registration number of a Hong Kong one. */
const SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The 18th symbol of a unified social credit code (GB 32100-2015): weights are powers of 3 modulo 31. */
export function creditCodeCheck(first17: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const symbol of first17) {
    const value = SYMBOLS.indexOf(symbol);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return SYMBOLS.charAt((31 - (sum % 31)) % 31);
}

/** Full-width letters and digits, spaces and hyphens as people paste them. */
const compact = (typed: string) =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, "");

function readCreditCode(code: string): string | null {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(code)) return null;
  return creditCodeCheck(code.slice(0, 17)) === code.charAt(17) ? code : null;
}

/** Eight digits; a certificate writes branch, month, year and check after them: 12345678-000-05-25-9. */
const readBusinessRegistration = (code: string) =>
  /^(\d{8})(?:\d{3}\d{2}\d{2}[0-9A-Z])?$/.exec(code)?.[1] ?? null;

/** The number as it is stored, or the key of what is wrong with it. Where the enterprise stands decides which number it has. */
export function readLicence(typed: string, district: string): { number: string } | { problem: string } {
  const code = compact(typed);
  if (district === "hongkong") {
    const number = readBusinessRegistration(code);
    return number ? { number } : { problem: "invalidBusinessRegistration" };
  }
  const number = readCreditCode(code);
  return number ? { number } : { problem: "invalidCreditCode" };
}
