import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { caseStamp } from "#lib/introductions/case-queries.ts";
import { sideOf } from "#lib/introductions/policy.ts";
import type { LiveEvent, Source } from "#lib/live/stream.ts";
import { countUnread } from "#lib/notifications/queries.ts";
import type { ThreadParty } from "#prisma/generated/enums.ts";
import { PARTIES } from "./limits.ts";
import { getHeads } from "./queries.ts";

/** How far a page has heard of each thread. */
type Cursor = Map<ThreadParty, number>;

/** `ALL.12_TALENT.3`, as the browser keeps it for us. */
export const writeCursor = (cursor: ReadonlyMap<ThreadParty, number>): string =>
  [...cursor].map(([party, seq]) => `${party}.${seq}`).join("_") || "0";

export function readCursor(text: string | null): Cursor {
  const found = (text ?? "").matchAll(/(ALL|TALENT|ENTERPRISE)\.(\d{1,8})/g);
  return new Map([...found].map(([, party, seq]) => [party as ThreadParty, Number(seq)]));
}

/**
 * What a page is told: how many notifications are unread; and on a page of a case that the case has changed, and which numbers of
 * its threads are new, or that the case is shut to the viewer, whose bell rings on. Numbers have no gap and are committed in order, so "after the last one" misses nothing and repeats nothing.
 */
export function liveSource(viewer: Viewer, introductionId: string | null, since: string | null): Source {
  const cursor = readCursor(since);
  let open = introductionId;
  let unread: number | undefined;
  const bell = async (now: Viewer): Promise<LiveEvent[]> => {
    const count = await countUnread(now);
    if (count === unread) return [];
    unread = count;
    return [{ event: "bell", data: { unread: count } }];
  };
  const threads = async (now: Viewer, id: string): Promise<LiveEvent[] | null> => {
    const heads = await getHeads(now, id);
    if (!heads) return null;
    const events: LiveEvent[] = [];
    for (const party of PARTIES) {
      const last = heads.find((one) => one.party === party)?.lastSeq ?? 0;
      const from = (cursor.get(party) ?? 0) + 1;
      if (last < from) continue;
      cursor.set(party, last);
      events.push({ event: "message", data: { party, from, to: last }, id: writeCursor(cursor) });
    }
    return events;
  };
  return {
    hears: [
      { channel: "notified", about: viewer.accountId ?? "" },
      ...(introductionId
        ? (["case_changed", "conversation_changed"] as const).map((channel) => ({
            channel,
            about: introductionId,
          }))
        : []),
    ],
    async look(now, heard) {
      const events = heard.has("notified") ? await bell(now) : [];
      if (!open) return events;
      const more = await threads(now, open);
      if (!more) {
        open = null;
        return [...events, { event: "shut" }];
      }
      // who has read, and where the case stands, are states: a page that is told looks again
      const states: LiveEvent[] = [
        ...(heard.has("conversation_changed") ? [{ event: "read" }] : []),
        ...(heard.has("case_changed")
          ? [{ event: "case", data: { stamp: await caseStamp(db, sideOf(now), open) } }]
          : []),
      ];
      return [...events, ...more, ...states];
    },
  };
}
