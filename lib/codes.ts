import { randomInt } from "node:crypto";

// no 0/O, 1/I/L: people read codes aloud
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A short name that people can say, e.g. N-4F9TW, which nothing has yet. It is not a secret and opens nothing. */
export async function newCode(
  prefix: string,
  length: number,
  find: (where: { code: string }) => Promise<unknown>,
): Promise<string> {
  for (;;) {
    const code = `${prefix}-${Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
    if (!(await find({ code }))) return code;
  }
}
