import { hash, verify } from "@node-rs/argon2";
import type { Role } from "#prisma/generated/enums.ts";

// OWASP's first recommendation for argon2id
const OPTIONS = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

// the most common passwords of eight characters and more, by their lower-case form
const COMMON = new Set(
  "password password1 password123 passw0rd 12345678 123456789 1234567890 12345678910 87654321 11111111 00000000 88888888 66666666 qwertyui qwerty123 qwertyuiop asdfghjkl 1q2w3e4r 1q2w3e4r5t 1qaz2wsx zaq12wsx iloveyou sunshine princess football baseball superman trustno1 letmein1 welcome1 abc12345 abcd1234 a1234567 aa123456 admin123 administrator woaini1314 5201314520 hongkong yantai123 changeme".split(
    " ",
  ),
);

export const hashPassword = (password: string) => hash(password, OPTIONS);

export const minimumLength = (role: Role) => (role === "OFFICER" || role === "ADMIN" ? 12 : 8);

/** A key below `errors` that says why a password is refused, or null. */
export function passwordProblem(
  password: string,
  role: Role,
): { key: string; params?: Record<string, number> } | null {
  if (password.length < minimumLength(role))
    return { key: "passwordTooShort", params: { minimum: minimumLength(role) } };
  if (password.length > 128) return { key: "tooLong", params: { maximum: 128 } };
  if (COMMON.has(password.toLowerCase()) || /^(.)\1+$/.test(password)) return { key: "passwordCommon" };
  return null;
}

let decoy: Promise<string> | undefined;

/** Takes the same time whether or not there is a hash to compare with. */
export async function passwordMatches(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await decoy), password.slice(0, 128));
  return matches && passwordHash != null;
}
