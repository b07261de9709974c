import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { dayAt } from "#lib/days.ts";
import type { Tx } from "#lib/db.ts";
import { OWN_MEETING } from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { holidayIn, unknownYears } from "./holidays.ts";
import { suggestTimes } from "./suggest.ts";
import type { CaseMeetings } from "./views.ts";

const SUGGESTED = 6;
const DAY = 86_400_000;
const HOLIDAYS_AHEAD = 60;

export const withHolidays = <T extends { startsAt: Date; endsAt: Date }>(span: T) => ({
  ...span,
  holidayIn: holidayIn(dayAt(span.startsAt)),
});

/** Meetings that people of an enterprise are at: in all its cases, and none of a talent's own appointments. */
export const ofEnterprise = (enterpriseId: string): Prisma.MeetingWhereInput => ({
  kind: { not: OWN_MEETING },
  introduction: { enterpriseId },
});

/** The next hours at which both places work and none of these agreed meetings lies. */
export async function suggestionsFor(
  tx: Pick<Tx, "meeting">,
  busyWith: Prisma.MeetingWhereInput,
  from: Date,
): Promise<CaseMeetings["suggestions"]> {
  const busy = await tx.meeting.findMany({
    where: { AND: [busyWith, { status: "CONFIRMED", endsAt: { gt: from } }] },
    orderBy: { startsAt: "asc" },
    take: 500,
    select: { startsAt: true, endsAt: true },
  });
  return suggestTimes({
    from,
    minutes: 60,
    most: SUGGESTED,
    busy: busy.map(({ startsAt, endsAt }) => ({ startsAt: startsAt!, endsAt: endsAt! })),
  }).map(withHolidays);
}

/** What everybody who thinks of a time should know of the days that come. */
export function daysAhead(viewer: Viewer, time: Date): Pick<CaseMeetings, "holidays" | "unknown"> {
  const days = Array.from({ length: HOLIDAYS_AHEAD }, (_, i) => dayAt(new Date(time.getTime() + i * DAY)));
  return {
    holidays: days.map((day) => ({ day, places: holidayIn(day) })).filter(({ places }) => places.length > 0),
    // whoever enters the lists is to hear that one is missing
    unknown: isStaff(viewer) ? unknownYears(days) : [],
  };
}
