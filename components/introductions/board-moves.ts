import type { CaseFrame, HandMove } from "#lib/introductions/case-schema.ts";

type Status = CaseFrame["status"];
/** Where a card may go from each stage, and how: by a move, or by recording terms and landing on their own page. */
export type Target = { to: Status; move: HandMove | "terms" };

const TARGETS: Partial<Record<Status, Target[]>> = {
  SENT: [
    { to: "ACKNOWLEDGED", move: "acknowledge" },
    { to: "MEETING", move: "arrangeMeeting" },
  ],
  ACKNOWLEDGED: [
    { to: "MEETING", move: "arrangeMeeting" },
    { to: "SENT", move: "takeBack" },
  ],
  MEETING: [
    { to: "OFFER", move: "terms" },
    { to: "ACKNOWLEDGED", move: "takeBack" },
  ],
  OFFER: [
    { to: "MEETING", move: "reopenTalks" },
    { to: "ACCEPTED", move: "terms" },
  ],
  ACCEPTED: [
    { to: "MEETING", move: "reopenTalks" },
    { to: "LANDED", move: "terms" },
  ],
};

/** `terms`: whether the page for terms and landing exists. */
export const targetsOf = (status: Status, terms: boolean): Target[] =>
  (TARGETS[status] ?? []).filter(({ move }) => move !== "terms" || terms);

/** The nearest stage on one side that a card may go to. */
export function nearest(
  status: Status,
  order: readonly Status[],
  way: 1 | -1,
  terms: boolean,
): Target | undefined {
  const place = order.indexOf(status);
  return targetsOf(status, terms)
    .filter(({ to }) => Math.sign(order.indexOf(to) - place) === way)
    .sort((a, b) => Math.abs(order.indexOf(a.to) - place) - Math.abs(order.indexOf(b.to) - place))[0];
}
