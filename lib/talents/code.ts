import { randomInt } from "node:crypto";
import type { Tx } from "#lib/db.ts";

// without the letters and digits that are mistaken for each other
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A code that no profile has, shown in place of a name: T-7QK3MX. */
export async function newTalentCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = `T-${Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")}`;
    if (!(await tx.talent.findUnique({ where: { code }, select: { id: true } }))) return code;
  }
}
