import fc from "fast-check";
import { expect, test } from "vitest";
import { GIVEABLE, type Giveable } from "#lib/consents/schema.ts";
import type { MatchStatus } from "#prisma/generated/enums.ts";
import { MatchStatus as STATUSES } from "#prisma/generated/enums.ts";
import { canMove, TRANSITIONS, type TransitionName } from "./policy.ts";
import { openTo } from "./reach.ts";

const ALL = Object.values(STATUSES) as MatchStatus[];
const NAMES = Object.keys(TRANSITIONS) as TransitionName[];
const PERSONAL = ["identity", "contact", "cv"] as const;
type Move =
  | { name: TransitionName; give: Giveable[] }
  | { name: "give"; give: Giveable[] }
  | { name: "takeBack"; category: Giveable };

const give = fc.subarray([...GIVEABLE]);
const path = fc.constantFrom<TransitionName>("approve", "invite", "acceptInvitation", "acceptCandidate");
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ name: path, give }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constantFrom(...NAMES), give }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant("give" as const), give }) },
  {
    weight: 1,
    arbitrary: fc.record({ name: fc.constant("takeBack" as const), category: fc.constantFrom(...GIVEABLE) }),
  },
);

/** What was done in this round, kept beside the tables. */
type State = { status: MatchStatus; talent: boolean; enterprise: boolean; given: Set<Giveable> };
const begun = (): State => ({ status: "SUGGESTED", talent: false, enterprise: false, given: new Set() });

function apply(state: State, done: Move): State {
  if (done.name === "give")
    return state.given.has("anonymous") && ["TALENT_ACCEPTED", "INTRODUCED"].includes(state.status)
      ? { ...state, given: new Set([...state.given, ...done.give]) }
      : state;
  if (done.name === "takeBack") {
    const given = new Set(state.given);
    given.delete(done.category);
    return { ...state, given: done.category === "anonymous" ? new Set() : given };
  }
  if (!canMove(done.name, state.status)) return state;
  const next = { ...state, status: TRANSITIONS[done.name].to };
  if (next.status === "SUGGESTED") return begun();
  if (done.name === "acceptInvitation")
    return { ...next, talent: true, given: new Set<Giveable>(["anonymous", ...done.give]) };
  if (done.name === "acceptCandidate") return { ...next, enterprise: true };
  return ["withdraw", "declineCandidate"].includes(done.name) ? { ...next, given: new Set() } : next;
}

test("along every way through the tables a category is open only by both acceptances and while it is given", () => {
  let reached = 0;
  fc.assert(
    fc.property(fc.array(move, { minLength: 8, maxLength: 40 }), (moves) => {
      let state = begun();
      for (const one of moves) {
        state = apply(state, one);
        const open = openTo(state.status, state.given);
        for (const category of open) {
          expect(state.talent).toBe(true);
          expect(state.given.has(category) || (category === "anonymous_cv" && open.has("cv"))).toBe(true);
        }
        for (const category of PERSONAL) if (open.has(category)) expect(state.enterprise).toBe(true);
        if (PERSONAL.some((category) => open.has(category))) reached++;
      }
    }),
    { numRuns: 20_000 },
  );
  expect(reached).toBeGreaterThan(2000);
});

test("nothing is open without the consent to be introduced, in any state and whatever else is given", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), give, (status, given) => {
      const open = openTo(status, new Set(given));
      if (!given.includes("anonymous")) expect(open.size).toBe(0);
      if (!["TALENT_ACCEPTED", "INTRODUCED"].includes(status)) expect(open.size).toBe(0);
      if (status === "TALENT_ACCEPTED")
        for (const category of PERSONAL) expect(open.has(category)).toBe(false);
    }),
  );
});
