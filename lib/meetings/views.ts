import type { CaseSide, MeetingStatus } from "#prisma/generated/enums.ts";
import type { Place } from "./holidays.ts";
import type { meetingRights } from "./policy.ts";
import type { EvidenceItem, MEETING_KINDS, MEETING_MODES, OPINIONS } from "./schema.ts";

type Time = { startsAt: Date; endsAt: Date; holidayIn: Place[] };
export type OptionView = Time & { id: string };

export type MeetingView = {
  id: string;
  status: MeetingStatus;
  kind: (typeof MEETING_KINDS)[number];
  mode: (typeof MEETING_MODES)[number];
  title: string;
  place: string;
  url: string;
  note: string;
  time: Time | null;
  offeredBy: CaseSide;
  noShow: CaseSide | null;
  /** whose word it is whether it took place */
  recordedBy: CaseSide | null;
  reason: string | null;
  version: number;
  visitId: string | null;
  /** it takes one of the need's free times */
  slot: boolean;
  options: OptionView[];
  /** what the viewer may do with it now */
  can: ReturnType<typeof meetingRights>;
  cards: CardsView | null;
};

export type CardView = {
  author: string;
  side: CaseSide;
  items: EvidenceItem[];
  opinion: (typeof OPINIONS)[number] | null;
  summary: string;
};
export type CardsView = {
  own: CardView | null;
  others: CardView[];
  /** cards that are not shown before the viewer's own opinion stands */
  hidden: number;
};

export type SlotView = Time & {
  id: string;
  mode: (typeof MEETING_MODES)[number];
  place: string;
  free: boolean;
  /** taken by the case whose page this is */
  own: boolean;
  /** by whom, for those who keep the times: the code of the case and its match */
  by: { code: string; matchId: string; introductionId: string } | null;
};

export type VisitView = {
  id: string;
  title: string;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn: string;
  note: string;
  cancelled: boolean;
  reason: string | null;
  version: number;
  parts: MeetingView[];
};

export type CaseMeetings = {
  needId: string;
  upcoming: MeetingView[];
  waiting: MeetingView[];
  /** begun, and nobody has said yet how it went */
  toRecord: MeetingView[];
  past: MeetingView[];
  visits: VisitView[];
  slots: SlotView[];
  /** requirements of the need, for scorecards */
  criteria: string[];
  suggestions: Time[];
  /** holidays that lie ahead, and years of which the notice is not entered */
  holidays: { day: string; places: Place[] }[];
  unknown: { place: Place; year: string }[];
  can: { act: boolean; host: boolean; take: boolean };
  /** what the viewer may arrange */
  kinds: (typeof MEETING_KINDS)[number][];
};
