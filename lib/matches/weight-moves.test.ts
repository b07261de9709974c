import fc from "fast-check";
import { expect, test } from "vitest";
import { movesOf, type Placed } from "./weight-moves.ts";

const rank = (ids: string): Placed[] => [...ids].map((talentId, index) => ({ talentId, score: 90 - index }));
const told = (moves: ReturnType<typeof movesOf>) =>
  moves.map(({ talentId, from, to }) => `${talentId} ${from ?? "-"}→${to ?? "-"}`);

test("says where each of the first comes from, and who leaves them", () => {
  expect(told(movesOf(rank("abcdef"), rank("bcaxed"), 3))).toEqual(["b 2→1", "c 3→2", "a 1→3"]);
  expect(told(movesOf(rank("abcd"), rank("dxab"), 2))).toEqual(["d 4→1", "x -→2", "a 1→3", "b 2→4"]);
  expect(told(movesOf(rank("ab"), [], 2))).toEqual(["a 1→-", "b 2→-"]);
});

test("nobody is named twice, and an equal ranking moves nobody", () => {
  const ranking = fc.shuffledSubarray([..."abcdefghijklmnop"]).map((ids) => rank(ids.join("")));
  fc.assert(
    fc.property(ranking, ranking, fc.integer({ min: 1, max: 12 }), (before, after, most) => {
      const moves = movesOf(before, after, most);
      expect(new Set(moves.map((one) => one.talentId)).size).toBe(moves.length);
      expect(moves.filter((one) => one.to !== null && one.to <= most)).toHaveLength(
        Math.min(most, after.length),
      );
      for (const one of movesOf(after, after, most)) expect(one.from).toBe(one.to);
    }),
  );
});
