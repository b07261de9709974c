import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { dayOf } from "#lib/days.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { canAnswer, stillAsked } from "#lib/introductions/follow-up-policy.ts";
import {
  answersTimes,
  casesOpenTo,
  isRunning,
  overdueDays,
  readsMeeting,
  running,
  sideOf,
} from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide } from "#prisma/generated/enums.ts";
import { type Journey, type NextStep, wayOf } from "./journey.ts";
import { PENDING, readsTasksOf } from "./policy.ts";
import { inLanguage, textsOf } from "./store.ts";

const MOST = 20;

const journeySelect = {
  id: true,
  code: true,
  matchId: true,
  status: true,
  statusSince: true,
  office: true,
  ownerId: true,
  nextStep: true,
  ball: true,
  dueOn: true,
  need: { select: { title: true, locale: true } },
  enterprise: { select: { name: true } },
  talent: { select: { code: true } },
  stages: {
    where: { undoneAt: null },
    orderBy: { enteredAt: "asc" },
    select: { status: true, enteredAt: true },
    take: 60,
  },
  offers: {
    where: { status: "PROPOSED" },
    orderBy: { number: "desc" },
    take: 1,
    select: { id: true, recordedAt: true },
  },
  followUps: {
    where: { status: { in: ["DUE", "MISSED"] }, ...stillAsked },
    orderBy: { day: "asc" },
    select: { id: true, day: true, side: true, dueOn: true, status: true },
  },
  meetings: {
    where: { status: { in: ["PROPOSED", "CONFIRMED"] } },
    orderBy: { startsAt: { sort: "asc", nulls: "last" } },
    take: 30,
    select: {
      id: true,
      kind: true,
      status: true,
      startsAt: true,
      offeredBy: true,
      options: { orderBy: { startsAt: "desc" }, take: 1, select: { startsAt: true } },
    },
  },
  tasks: {
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, side: true, status: true, kind: true, titles: true, dueOn: true, submittedAt: true },
  },
} as const satisfies Prisma.IntroductionSelect;
type Row = Prisma.IntroductionGetPayload<{ select: typeof journeySelect }>;

/** Where one case stands for the side that asks: the navigator. Null when the case is not the viewer's. */
export async function getJourney(
  viewer: Viewer,
  introductionId: string,
  locale: AppLocale,
): Promise<Journey | null> {
  return transaction(viewer, async (tx) => {
    const row = await tx.introduction.findFirst({
      where: { AND: [{ id: introductionId }, casesOpenTo(viewer)] },
      select: journeySelect,
    });
    return row ? ((await toJourneys(tx, viewer, [row], locale))[0] ?? null) : null;
  });
}

/** The running cases of a talent or an enterprise, for their home page: what waits for them first. */
export async function listJourneys(viewer: Viewer, locale: AppLocale, most = MOST): Promise<Journey[]> {
  if (isStaff(viewer)) return [];
  return transaction(viewer, async (tx) => {
    const rows = await tx.introduction.findMany({
      where: { AND: [casesOpenTo(viewer), { status: running }] },
      orderBy: [{ statusSince: "desc" }, { id: "asc" }],
      take: most,
      select: journeySelect,
    });
    const journeys = await toJourneys(tx, viewer, rows, locale);
    const waits = ({ next }: Journey) => (next.who === "you" ? 0 : 1);
    return journeys.sort(
      (a, b) => waits(a) - waits(b) || (a.next.dueOn ?? "9").localeCompare(b.next.dueOn ?? "9"),
    );
  });
}

async function toJourneys(tx: Tx, viewer: Viewer, rows: Row[], locale: AppLocale): Promise<Journey[]> {
  const names = await namesOf(
    rows.map((row) => row.ownerId),
    tx,
  );
  const side = sideOf(viewer);
  return rows.map((row) => {
    const read = row.tasks.filter((task) => readsTasksOf(side, task.side));
    const done = read.filter(({ status }) => status === "ACCEPTED");
    const own = row.tasks.filter((task) => task.side === side);
    const agreed = row.meetings.find(
      ({ status, kind, startsAt }) => status === "CONFIRMED" && startsAt! > now() && readsMeeting(side, kind),
    );
    return {
      id: row.id,
      code: row.code,
      matchId: row.matchId,
      side,
      status: row.status,
      need: { title: row.need.title, lang: fromDbLocale(row.need.locale) },
      enterprise: row.enterprise.name,
      talent: row.talent.code,
      way: wayOf(row.status, row.stages),
      next: nextOf(row, side, locale),
      meeting: agreed && isRunning(row.status) ? { kind: agreed.kind, startsAt: agreed.startsAt! } : null,
      waiting: waitingOf(row, side, locale),
      done: done.slice(-6).map((task) => ({
        id: task.id,
        side: task.side,
        title: inLanguage(textsOf(task.titles), locale) ?? { text: "–", lang: locale },
      })),
      own: {
        open: own.filter(({ status }) => PENDING.includes(status)).length,
        all: own.filter(({ status }) => status !== "WAIVED").length,
      },
      office: row.office,
      officer: row.ownerId ? (names.get(row.ownerId) ?? null) : null,
    };
  });
}

/** The one thing that comes next for a side: an answer, a time to choose, a question, a task; else what is waited for. */
function nextOf(row: Row, side: CaseSide, locale: AppLocale): NextStep {
  const day = today();
  const you = (kind: NextStep["kind"], dueOn: string | null, since: Date | null) =>
    ({
      who: "you",
      beside: row.ball !== side,
      kind,
      dueOn,
      overdueDays: overdueDays(dueOn, day),
      since,
      words: "",
      title: null,
    }) as const;
  if (!isRunning(row.status) && row.status !== "CLOSED") return { ...OVER, since: row.statusSince };
  const asked = row.followUps.find(
    (one) =>
      one.side === side &&
      one.status === "DUE" &&
      canAnswer({ status: one.status, dueOn: dayOf(one.dueOn) }, day),
  );
  if (side === "TALENT" && row.status === "OFFER" && row.offers[0])
    return { ...you("offer", row.dueOn && dayOf(row.dueOn), row.offers[0].recordedAt), page: "terms" };
  const offered = row.meetings.find(
    ({ options, ...one }) =>
      one.status === "PROPOSED" &&
      answersTimes(one) === side &&
      options.some(({ startsAt }) => startsAt > now()),
  );
  if (offered) return { ...you("chooseTime", null, null), page: "meetings", meetingId: offered.id };
  if (asked) return { ...you("followUp", dayOf(asked.dueOn), null), page: "terms", day: asked.day };
  const task = row.tasks.find((one) => one.side === side && PENDING.includes(one.status));
  if (task)
    return {
      ...you(task.status === "RETURNED" ? "returned" : "task", task.dueOn && dayOf(task.dueOn), null),
      page: "tasks",
      title: inLanguage(textsOf(task.titles), locale),
      taskId: task.id,
    };
  if (!isRunning(row.status)) return { ...OVER, since: row.statusSince };
  const dueOn = row.dueOn && dayOf(row.dueOn);
  return {
    // while nobody has it the workstation's portal keeps the date
    who: row.ball === side ? "you" : (row.ball ?? "STAFF"),
    beside: false,
    kind: "stage",
    page: row.ball === side ? "conversation" : null,
    dueOn,
    overdueDays: overdueDays(dueOn, day),
    since: row.statusSince,
    words: row.nextStep,
    title: null,
  };
}

const OVER = {
  who: null,
  beside: false,
  kind: "stage",
  page: null,
  dueOn: null,
  overdueDays: 0,
  words: "",
  title: null,
} as const;

/** Who else has something to do, what first, and by when; what has come in and is being looked at. */
function waitingOf(row: Row, side: CaseSide, locale: AppLocale): Journey["waiting"] {
  const others = (["TALENT", "ENTERPRISE", "STAFF"] as const).filter((one) => one !== side);
  const open = others.flatMap((one) => {
    const tasks = row.tasks.filter((task) => task.side === one && PENDING.includes(task.status));
    const first = tasks[0];
    if (!first) return [];
    const dueOn = first.dueOn && dayOf(first.dueOn);
    return [
      {
        side: one,
        count: tasks.length,
        title: readsTasksOf(side, one) ? inLanguage(textsOf(first.titles), locale) : null,
        dueOn,
        overdueDays: overdueDays(dueOn, today()),
      },
    ];
  });
  const looked = row.tasks.filter((task) => task.side === side && task.status === "SUBMITTED");
  const since = looked.map(({ submittedAt }) => submittedAt).sort()[0] ?? null;
  return { open, looked: looked.length, lookedSince: since };
}
