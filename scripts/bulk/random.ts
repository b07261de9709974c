import { createHash } from "node:crypto";

/** A seeded source of choices. The same seed and name give the same row, whoever makes it and in which order. */
export type Random = ReturnType<typeof randomOf>;

export function randomOf(seed: number, ...name: (string | number)[]) {
  const digest = createHash("sha256")
    .update([seed, ...name].join("/"))
    .digest();
  let state = digest.readUInt32LE(0) || 1;
  /** mulberry32 */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  return {
    next,
    /** both ends included */
    whole,
    pick,
    chance: (share: number) => next() < share,
    /** one of the values, in the given shares */
    weighted<T extends string>(shares: Record<T, number>): T {
      const entries = Object.entries(shares) as [T, number][];
      let left = next() * entries.reduce((sum, [, share]) => sum + share, 0);
      for (const [value, share] of entries) {
        left -= share;
        if (left <= 0) return value;
      }
      return entries.at(-1)![0];
    },
    /** up to `count` different ones */
    some<T>(list: readonly T[], count: number): T[] {
      const chosen = new Set<T>();
      for (let tries = 0; chosen.size < count && tries < count * 4; tries++) chosen.add(pick(list));
      return [...chosen];
    },
    /** an index below `length`, Zipf with exponent 1: the second half as often as the first … */
    zipf: (length: number) => Math.min(length - 1, Math.floor(Math.exp(next() * Math.log(length + 1))) - 1),
  };
}

/** The id of a row: a version 4 UUID made from its name. */
export function idOf(seed: number, ...name: (string | number)[]): string {
  const digest = createHash("sha256")
    .update(["id", seed, ...name].join("/"))
    .digest();
  digest[6] = (digest[6]! & 0x0f) | 0x40;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}

const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A code as people see it; an affine step through all codes, so that no two rows share one. */
export function codeOf(prefix: string, length: number, index: number): string {
  const size = LETTERS.length ** length;
  let left = (index * 7_368_787 + 12_345) % size;
  let code = "";
  for (let place = 0; place < length; place++) {
    code += LETTERS[left % LETTERS.length];
    left = Math.floor(left / LETTERS.length);
  }
  return `${prefix}-${code}`;
}
