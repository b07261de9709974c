import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db, type Tx } from "#lib/db.ts";
import { casesOpenTo } from "#lib/introductions/policy.ts";
import { daysAhead, ofEnterprise, suggestionsFor, withHolidays } from "./days.ts";
import { isHost } from "./policy.ts";
import type { CaseMeetings, SlotView } from "./views.ts";

const MOST = 60;

/**
 * The coming interview times of a need. Whoever keeps them reads which case has taken which, as far as that case is open to them; a
 * talent reads the free ones and their own.
 */
export async function slotsOf(
  tx: Pick<Tx, "interviewSlot" | "introduction">,
  viewer: Viewer,
  needId: string,
  introductionId?: string,
): Promise<SlotView[]> {
  const host = isHost(viewer);
  const rows = await tx.interviewSlot.findMany({
    where: {
      needId,
      withdrawnAt: null,
      startsAt: { gt: now() },
      ...(host ? {} : { OR: [{ meetingId: null }, { meeting: { introductionId } }] }),
    },
    orderBy: { startsAt: "asc" },
    take: MOST,
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      mode: true,
      place: true,
      meetingId: true,
      meeting: { select: { introductionId: true } },
    },
  });
  const taken = rows.flatMap(({ meeting }) => (meeting ? [meeting.introductionId] : []));
  const cases =
    host && taken.length > 0
      ? await tx.introduction.findMany({
          where: { AND: [{ id: { in: taken } }, casesOpenTo(viewer)] },
          select: { id: true, code: true, matchId: true },
          take: MOST,
        })
      : [];
  return rows.map(({ meeting, meetingId, mode, ...row }) => {
    const by = cases.find(({ id }) => id === meeting?.introductionId);
    return {
      ...withHolidays(row),
      mode: mode as SlotView["mode"],
      free: meetingId === null,
      own: introductionId !== undefined && meeting?.introductionId === introductionId,
      by: by ? { code: by.code, matchId: by.matchId, introductionId: by.id } : null,
    };
  });
}

/** The times of a need for its own page, and what helps to think of more; null when the need is not the viewer's to keep times of. */
export async function getNeedSlots(
  viewer: Viewer,
  needId: string,
): Promise<Pick<CaseMeetings, "slots" | "suggestions" | "holidays" | "unknown"> | null> {
  if (!isHost(viewer)) return null;
  const need = await db.need.findFirst({
    where: { id: needId, ...(isStaff(viewer) ? {} : { enterpriseId: viewer.enterpriseId ?? "" }) },
    select: { enterpriseId: true },
  });
  if (!need) return null;
  return {
    slots: await slotsOf(db, viewer, needId),
    suggestions: await suggestionsFor(db, ofEnterprise(need.enterpriseId), now()),
    ...daysAhead(viewer, now()),
  };
}
