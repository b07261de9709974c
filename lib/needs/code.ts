import { randomInt } from "node:crypto";
import type { Tx } from "#lib/db.ts";

// no 0/O, 1/I/L: people read codes aloud
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A short name that people can say, e.g. N-4F9TW. It is not a secret and opens nothing. */
export async function newNeedCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = `N-${Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
    if (!(await tx.need.findUnique({ where: { code }, select: { id: true } }))) return code;
  }
}
