import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import type { ActingCase } from "#lib/introductions/acting.ts";
import { casePath, needTitle, noteResponse, readersOf } from "#lib/introductions/journey-notices.ts";
import { sideOf } from "#lib/introductions/policy.ts";
import { type News as Notice, notify, type Told } from "#lib/notifications/notify.ts";
import { wordsIn } from "#lib/notifications/params.ts";
import { entryOf } from "./entry.ts";
import { calendarOf } from "./ics.ts";
import { sidesOf } from "./policy.ts";
import type { MeetingRow, VisitRow } from "./store.ts";

type News =
  | "meetingOffered"
  | "meetingAgreed"
  | "meetingConfirmed"
  | "meetingChanged"
  | "meetingCancelled"
  | "meetingMissed"
  | "meetingReminder"
  | "meetingPassedOn";
type How = {
  /** what calendars are told, with the time that it is about */
  calendar?: "REQUEST" | "CANCEL";
  /** who acts is told too: they want the entry */
  all?: boolean;
  /** the case has ended: an enterprise can no longer open it */
  ended?: boolean;
  /** these and not the sides of the case; once an occasion */
  only?: { to: string[]; by: "YOU" | "OTHER"; occasion: number };
};

const SIDES = ["TALENT", "ENTERPRISE", "STAFF"] as const;

const path = (of: ActingCase, ended: boolean) => (told: Told) =>
  ended && told.role === "ENTERPRISE" ? "/enterprise/introductions" : casePath(of, "/meetings")(told);

/**
 * Tells the sides of a case of a meeting, with the entry for their calendar where one has changed. One telling of one change. It is
 * called by its sort, because its own title may name somebody; what calendars drop has no place either.
 */
export async function tellMeeting(
  tx: Tx,
  viewer: Viewer,
  of: ActingCase,
  meeting: MeetingRow,
  kind: News,
  { calendar, all = false, ended = false, only }: How = {},
): Promise<void> {
  const title = await needTitle(tx, of);
  const acting = viewer.role === "SYSTEM" ? "none" : sideOf(viewer);
  // whoever offers times is not asked to choose from them
  const sides = sidesOf(meeting.kind).filter(
    (side) => kind !== "meetingOffered" || side === "STAFF" || side !== acting,
  );
  const told: { to: string[]; by: string }[] = [];
  if (only) told.push(only);
  for (const side of only ? [] : sides)
    told.push({
      to: (await readersOf(tx, of, side)).filter((id) => id !== viewer.accountId),
      by: kind === "meetingChanged" && side === acting ? "OURS" : acting,
    });
  if (all && viewer.accountId) told.push({ to: [viewer.accountId], by: "YOU" });
  const news: Omit<Notice, "to"> = {
    kind,
    params: {
      code: of.code,
      title,
      meeting: wordsIn("meetings", `kinds.${meeting.kind}`),
      on: meeting.startsAt ?? now(),
      dated: meeting.startsAt ? "yes" : "no",
      who: meeting.noShow ?? "none",
    },
    path: path(of, ended),
    key: `meeting:${meeting.id}:${kind}:${only?.occasion ?? meeting.version}`,
    calendar:
      calendar && meeting.startsAt
        ? ({ email, locale }) => {
            const dropped = calendar === "CANCEL" ? { place: "", url: "" } : {};
            const entry = entryOf({ ...meeting, ...dropped }, title, locale);
            return {
              method: calendar,
              content: calendarOf(entry ? [entry] : [], calendar, { attendee: email }),
            };
          }
        : undefined,
  };
  for (const { to, by } of told) await notify(tx, { ...news, to, params: { ...news.params, by } });
  await noteResponse(tx, viewer, of.id);
  await tell(tx, "case_changed", of.id);
}

/** Tells the sides of a case of a visit by its days; its parts are told one by one. */
export async function tellVisit(
  tx: Tx,
  viewer: Viewer,
  of: ActingCase,
  visit: VisitRow,
  kind: "visitPlanned" | "visitCancelled",
): Promise<void> {
  const title = await needTitle(tx, of);
  const to: string[] = [];
  for (const side of SIDES) to.push(...(await readersOf(tx, of, side)));
  await notify(tx, {
    to: to.filter((id) => id !== viewer.accountId),
    kind,
    params: { code: of.code, title, on: visit.startsOn, until: visit.endsOn },
    path: casePath(of, "/meetings"),
    key: `visit:${visit.id}:${kind}`,
  });
  await noteResponse(tx, viewer, of.id);
  await tell(tx, "case_changed", of.id);
}
