import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatchStatus } from "#prisma/generated/enums.ts";
import { MatchStatus as STATUSES } from "#prisma/generated/enums.ts";
import { blocks, foldName } from "./employers.ts";
import { canMove, TRANSITIONS, type TransitionName } from "./policy.ts";
import { decisionInput, filtersFromQuery, filtersToQuery, queueFilters } from "./schema.ts";

const ALL = Object.values(STATUSES) as MatchStatus[];
const NAMES = Object.keys(TRANSITIONS) as TransitionName[];

describe("the life of a match", () => {
  test("leads to an introduction only past a person, the talent and the enterprise, whatever is tried in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES), { maxLength: 40 }), (tried) => {
        let status: MatchStatus = "SUGGESTED";
        let round: TransitionName[] = [];
        for (const name of tried) {
          if (!canMove(name, status)) continue;
          status = TRANSITIONS[name].to;
          round = status === "SUGGESTED" ? [] : [...round, name];
          if (status === "INTRODUCED")
            expect(
              round
                .filter((one) => ["approve", "invite", "acceptInvitation", "acceptCandidate"].includes(one))
                .slice(-4),
            ).toEqual(["approve", "invite", "acceptInvitation", "acceptCandidate"]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("reaches every state, and each act is somebody's", () => {
    const reached = new Set<string>(["SUGGESTED"]);
    for (let i = 0; i < ALL.length; i++)
      for (const name of NAMES)
        if (TRANSITIONS[name].from.some((from) => reached.has(from))) reached.add(TRANSITIONS[name].to);
    expect([...reached].sort()).toEqual([...ALL].sort());
    expect(TRANSITIONS.acceptInvitation.by).toBe("talent");
    expect(TRANSITIONS.acceptCandidate.by).toBe("enterprise");
    expect(TRANSITIONS.approve.by).toBe("staff");
  });
});

describe("a blocked employer", () => {
  const employer = {
    id: "e1",
    name: "烟台蓝海重工有限公司",
    nameEn: "Yantai Blue Sea Heavy Industry Co., Ltd.",
  };
  test.each([
    "煙台藍海重工",
    "蓝海重工",
    "e1",
    "yantai blue sea heavy industry",
    "烟台蓝海重工有限公司（总部）",
  ])("is known as %s", (entry) => {
    expect(blocks([entry], employer)).toBe(true);
  });
  test.each(["", "公司", "Ltd", "红海重工", "   "])("is not meant by “%s”", (entry) => {
    expect(blocks([entry], employer)).toBe(false);
  });
  test("folding leaves nothing but letters and digits", () => {
    expect(foldName("Blue-Sea  (HK) Co., Ltd.")).toBe("blueseahk");
  });
});

describe("input", () => {
  test("filters survive the way through an address, and what is not understood is left out", () => {
    const filters = queueFilters.parse({
      office: "YANTAI",
      chain: "clean-energy",
      band: "55",
      origin: "INTEREST",
      conflicts: "none",
      assignee: "mine",
    });
    expect(filtersFromQuery(filtersToQuery(filters))).toEqual(filters);
    expect(
      filtersToQuery(queueFilters.parse({ office: "MARS", band: ["70", "55"], need: "x'; DROP", evil: "1" })),
    ).toBe("");
  });

  test("a decision needs a reason, and one that belongs to it", () => {
    const base = { matchId: "3b22b26d-1c3e-4454-845a-424e30e873f3", version: "1" };
    const keys = (input: object) =>
      decisionInput.safeParse({ ...base, ...input }).error?.issues.map((issue) => issue.message);
    expect(keys({ decision: "approve" })).toEqual(["reasonNeeded"]);
    expect(keys({ decision: "reject", reasonCode: "evidenced" })).toEqual(["reasonOfOtherDecision"]);
    expect(keys({ decision: "reject", reason: "no" })).toBeUndefined();
    expect(keys({ decision: "approve", reasonCode: "nearFit" })).toBeUndefined();
    expect(keys({ decision: "approve", reason: "x", status: "INTRODUCED" })).toHaveLength(1);
  });
});
