import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProfileStatus } from "#prisma/generated/enums.ts";
import { ProfileStatus as STATUSES } from "#prisma/generated/enums.ts";
import { ballWith, canMove, isEditable, MOVES, type Verb, wasVerified } from "./policy.ts";
import { wayOf } from "./way.ts";

const verbs = Object.keys(MOVES) as Verb[];
const statuses = Object.values(STATUSES);

/** Every state that a walk of verbs passes; a verb that is not allowed changes nothing. */
const walk = (steps: readonly Verb[]) => {
  const path: ProfileStatus[] = ["DRAFT"];
  for (const verb of steps) path.push(canMove(verb, path.at(-1)!) ? MOVES[verb].to : path.at(-1)!);
  return path;
};

describe("the life of a profile", () => {
  it("reaches matching only by way of verification, whatever is tried in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 30 }), (steps) => {
        const path = walk(steps);
        const listed = path.indexOf("LISTED");
        if (listed < 0) return;
        expect(path.slice(0, listed)).toContain("VERIFIED");
        expect(path.slice(0, listed)).toContain("SUBMITTED");
      }),
      { numRuns: 2000 },
    );
  });

  it("after the archive a profile is verified anew before it is listed again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 40 }), (steps) => {
        const path = walk(steps);
        const rest = path.slice(path.lastIndexOf("ARCHIVED"));
        if (rest[0] === "ARCHIVED" && rest.includes("LISTED")) expect(rest).toContain("VERIFIED");
      }),
      { numRuns: 2000 },
    );
  });

  it("nothing leads out of an erasure, and a rejected profile can only rest", () => {
    expect(verbs.filter((verb) => canMove(verb, "ERASED"))).toEqual([]);
    expect(verbs.filter((verb) => canMove(verb, "REJECTED"))).toEqual(["archive"]);
    expect(isEditable("ERASED") || isEditable("REJECTED") || isEditable("ARCHIVED")).toBe(false);
  });

  it("every state says who has the ball and where it is on the way", () => {
    for (const status of statuses) {
      expect(["talent", "office", "nobody"]).toContain(ballWith(status));
      expect(wayOf(status, "none").filter(({ state }) => state === "now")).toHaveLength(1);
      if (wasVerified(status)) expect(isEditable(status)).toBe(true);
    }
    expect(wayOf("LISTED", "introduced").at(-1)).toEqual({ station: "introduced", state: "now" });
    expect(wayOf("LISTED", "landed").every(({ state }) => state === "done")).toBe(true);
  });
});
