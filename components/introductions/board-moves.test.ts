import { expect, test } from "vitest";
import { HAND_MOVES } from "#lib/introductions/case-schema.ts";
import { canMove, RUNNING, TRANSITIONS } from "#lib/introductions/policy.ts";
import { nearest, targetsOf } from "./board-moves.ts";

test("the board offers a move by hand exactly where the life of a case allows it, and leads where it leads", () => {
  for (const status of RUNNING) {
    const offered = targetsOf(status, true);
    expect(offered.flatMap(({ move }) => (move === "terms" ? [] : [move])).sort()).toEqual(
      HAND_MOVES.filter((move) => canMove(move, status)).sort(),
    );
    for (const { move, to } of offered) {
      if (move === "terms") continue;
      const leads = TRANSITIONS[move].to;
      if (leads !== "before") expect(to).toBe(leads);
    }
  }
});

test("a key takes the nearest stage on its side, and none where there is none", () => {
  expect(nearest("SENT", RUNNING, 1, true)).toMatchObject({ to: "ACKNOWLEDGED", move: "acknowledge" });
  expect(nearest("MEETING", RUNNING, -1, true)).toMatchObject({ move: "takeBack" });
  expect(nearest("SENT", RUNNING, -1, true)).toBeUndefined();
  expect(nearest("MEETING", RUNNING, 1, false)).toBeUndefined();
});
