import fc from "fast-check";
import { expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { CaseSide, MeetingStatus } from "#prisma/generated/enums.ts";
import { cardsFor, MEETING_ACTS, type MeetingAct, meetingFrom, meetingRights, needsOther } from "./policy.ts";

const viewer = (role: Viewer["role"], accountId = "me"): Viewer => ({
  accountId,
  role,
  office: role === "OFFICER" ? "YANTAI" : null,
  enterpriseId: role === "ENTERPRISE" ? "e" : null,
  talentId: role === "TALENT" ? "t" : null,
  name: "",
  email: "",
  locale: "en",
});
const ROLES = { TALENT: "TALENT", ENTERPRISE: "ENTERPRISE", STAFF: "OFFICER" } as const;
const SIDES = ["TALENT", "ENTERPRISE", "STAFF"] as const;
const NOW = new Date("2026-11-23T10:00:00Z");
const HOUR = 3_600_000;

type Model = { status: MeetingStatus; offeredBy: CaseSide; startsAt: Date | null };
const step = fc.record({
  act: fc.constantFrom(...(Object.keys(MEETING_ACTS) as MeetingAct[])),
  side: fc.constantFrom<CaseSide>(...SIDES),
  hours: fc.integer({ min: -48, max: 48 }),
});
const RIGHT = {
  choose: "choose",
  agree: "choose",
  reschedule: "reschedule",
  cancel: "cancel",
  held: "record",
  noShow: "record",
} as const;

test("whatever the sides do one after the other, a meeting keeps its rules", () => {
  fc.assert(
    fc.property(fc.constantFrom<CaseSide>(...SIDES), fc.array(step, { maxLength: 30 }), (first, steps) => {
      let now = NOW;
      let meeting: Model = { status: "PROPOSED", offeredBy: first, startsAt: null };
      for (const { act, side, hours } of steps) {
        now = new Date(now.getTime() + Math.max(0, hours) * HOUR);
        const before = meeting;
        const rights = meetingRights(viewer(ROLES[side]), meeting, now);
        if (!rights[RIGHT[act]]) continue;
        const first = needsOther(viewer(ROLES[side]), { ...meeting, kind: "interview" });
        if ((act === "choose" && first) || (act === "agree" && !first)) continue;
        // a right is never given where the write would find nothing
        expect(meetingFrom(act).in).toContain(before.status);
        meeting = {
          status: MEETING_ACTS[act].to,
          offeredBy: act === "reschedule" || act === "agree" ? side : before.offeredBy,
          startsAt:
            act === "choose"
              ? new Date(now.getTime() + (Math.abs(hours) + 1) * HOUR)
              : act === "reschedule"
                ? null
                : before.startsAt,
        };
        if (act === "choose") expect(side).not.toBe(before.offeredBy);
        // without staff, whom both have told, nothing is agreed that only one of the two has said yes to
        if (act === "choose" && side !== "STAFF") expect(before.offeredBy).not.toBe("STAFF");
        if (act === "cancel") expect(before.startsAt === null || before.startsAt > now).toBe(true);
        if (act === "held" || act === "noShow") {
          expect(side).not.toBe("TALENT");
          expect(before.startsAt! <= now).toBe(true);
        }
        // a time stands exactly while one is agreed or was
        expect(meeting.status === "PROPOSED" ? meeting.startsAt : null).toBeNull();
        if (meeting.status === "HELD" || meeting.status === "CANCELLED")
          for (const one of SIDES) {
            const { score: _, ...acts } = meetingRights(viewer(ROLES[one]), meeting, now);
            expect(Object.values(acts).some(Boolean)).toBe(false);
          }
      }
    }),
    { numRuns: 2000 },
  );
});

const card = (authorId: string, side: CaseSide, given: boolean) => ({
  authorId,
  side,
  opinionAt: given ? NOW : null,
});

test("nobody reads another's scorecard before their own opinion stands; the talent has no list", () => {
  const cards = [card("me", "ENTERPRISE", false), card("b", "ENTERPRISE", true), card("c", "STAFF", true)];
  expect(cardsFor(viewer("ENTERPRISE"), cards)).toMatchObject({ others: [], hidden: 1 });
  expect(cardsFor(viewer("ENTERPRISE", "new"), cards)).toMatchObject({ own: null, others: [], hidden: 2 });
  const given = [card("me", "ENTERPRISE", true), ...cards.slice(1)];
  expect(cardsFor(viewer("ENTERPRISE"), given).others.map(({ authorId }) => authorId)).toEqual(["b"]);
  expect(cardsFor(viewer("OFFICER"), [card("me", "STAFF", false), ...cards.slice(1)])).toMatchObject({
    others: [],
    hidden: 2,
  });
  // was not there
  expect(cardsFor(viewer("OFFICER", "new"), cards).others).toHaveLength(3);
  expect(cardsFor(viewer("TALENT"), cards)).toEqual({ own: null, others: [], hidden: 0 });
});
