import type { AppLocale } from "#lib/i18n/locales.ts";
import type { CaseSide, IntroductionStatus, Office } from "#prisma/generated/enums.ts";
import type { Words } from "./schema.ts";

/** The stations of the way, in the words of people and not of the workstation. */
export const STATIONS = ["introduced", "talking", "terms", "preparing", "arrived", "settled"] as const;
export type Station = (typeof STATIONS)[number];

const AT: Record<IntroductionStatus, Station | null> = {
  SENT: "introduced",
  ACKNOWLEDGED: "introduced",
  MEETING: "talking",
  OFFER: "terms",
  ACCEPTED: "preparing",
  LANDED: "arrived",
  FOLLOW_UP: "arrived",
  CLOSED: "settled",
  NO_FIT: null,
  WITHDRAWN: null,
};

export type Step = { station: Station; state: "done" | "now" | "next"; since: Date | null };
type Stage = { status: IntroductionStatus; enteredAt: Date };

/** Where a case is on its way. One that ended early stands at the station that it had reached, with nothing after it. */
export function wayOf(status: IntroductionStatus, stages: readonly Stage[]): Step[] {
  const reached = stages.map((stage) => AT[stage.status]).filter((station) => station !== null);
  const here = AT[status] ?? reached.at(-1) ?? "introduced";
  const at = STATIONS.indexOf(here);
  const over = AT[status] === null;
  return STATIONS.slice(0, over ? at + 1 : undefined).map((station, index) => ({
    station,
    state:
      index < at || (over && index === at) || status === "CLOSED" ? "done" : index === at ? "now" : "next",
    since: index <= at ? cameTo(station, stages) : null,
  }));
}

/** When it last came to a station, which may have several stages: talks can begin again. */
function cameTo(station: Station, stages: readonly Stage[]): Date | null {
  const last = stages.findLastIndex(({ status }) => AT[status] === station);
  let first = last;
  while (first > 0 && AT[stages[first - 1]!.status] === station) first--;
  return stages[first]?.enteredAt ?? null;
}

export type NextStep = {
  /** `you`, or the side that is waited for; null when the case is over */
  who: "you" | CaseSide | null;
  /** asked of this side while the case as a whole waits for another */
  beside: boolean;
  kind: "offer" | "chooseTime" | "followUp" | "task" | "returned" | "stage";
  /** the page of the case where it is done; null where there is nothing to do but wait */
  page: "terms" | "tasks" | "meetings" | "conversation" | null;
  dueOn: string | null;
  overdueDays: number;
  since: Date | null;
  /** the officer's own words on what comes next */
  words: string;
  title: Words | null;
  taskId?: string;
  meetingId?: string;
  /** of a follow-up */
  day?: number;
};

export type Journey = {
  id: string;
  code: string;
  matchId: string;
  side: CaseSide;
  status: IntroductionStatus;
  need: { title: string; lang: AppLocale };
  enterprise: string;
  /** the person's code */
  talent: string;
  way: Step[];
  next: NextStep;
  /** the next agreed meeting */
  meeting: { kind: string; startsAt: Date } | null;
  waiting: {
    open: { side: CaseSide; count: number; title: Words | null; dueOn: string | null; overdueDays: number }[];
    /** own tasks that the workstation is looking at */
    looked: number;
    lookedSince: Date | null;
  };
  done: { id: string; side: CaseSide; title: Words }[];
  own: { open: number; all: number };
  office: Office;
  officer: string | null;
};
