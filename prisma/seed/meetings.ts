import { viewerOf } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { dayAt, momentOf } from "#lib/days.ts";
import { db } from "#lib/db.ts";
import { chooseTime, proposeMeeting } from "#lib/meetings/commands.ts";
import { recordMeeting } from "#lib/meetings/outcome-commands.ts";
import type { ProposeMeeting } from "#lib/meetings/schema.ts";
import { giveOpinion, saveEvidence } from "#lib/meetings/score-commands.ts";
import { offerSlots, takeSlot } from "#lib/meetings/slot-commands.ts";
import { worksInBoth } from "#lib/meetings/suggest.ts";
import { planVisit } from "#lib/meetings/visit-commands.ts";
import type { Calendar } from "./calendar.ts";

const DAY = 86_400_000;
const dayFrom = (days: number) => dayAt(new Date(Date.now() + days * DAY));
/** The days from so many days on at which both places work. */
const WORKDAYS = Array.from({ length: 60 }, (_, i) => dayFrom(i + 2)).filter(worksInBoth);
/** The n-th of them: two numbers are two days. */
const workday = (n: number): string => WORKDAYS[n]!;
const on = (n: number, clock: string) => momentOf(`${workday(n)}T${clock}`);

type Cast = { id: string; needId: string; talent: Viewer; member: Viewer; yt: Viewer };

async function castOf(needId: string, email: string): Promise<Cast> {
  const { id, enterprise } = await db.introduction.findFirstOrThrow({
    where: { needId, talent: { account: { email } } },
    select: { id: true, enterprise: { select: { accounts: { select: { email: true }, take: 1 } } } },
  });
  const [talent, member, yt] = await Promise.all(
    [email, enterprise.accounts[0]!.email, "staff.yt@demo.example"].map(viewerOf),
  );
  return { id, needId, talent: talent!, member: member!, yt: yt! };
}

const propose = (
  by: Viewer,
  { id }: Cast,
  more: Partial<ProposeMeeting> & Pick<ProposeMeeting, "title" | "times">,
) =>
  proposeMeeting(by, {
    introductionId: id,
    visitId: null,
    kind: "interview",
    mode: "online",
    place: "",
    url: "",
    note: "",
    minutes: 60,
    suggested: [],
    fixed: false,
    ...more,
  });

const seenOf = (meetingId: string) =>
  db.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { version: true, options: { select: { id: true }, orderBy: { startsAt: "asc" } } },
  });

async function choose(by: Viewer, { id: introductionId }: Cast, meetingId: string) {
  const { version, options } = await seenOf(meetingId);
  await chooseTime(by, { introductionId, meetingId, version, optionId: options[0]!.id });
}

/** A first talk with its scorecard, and a visit to come. */
async function talkAndVisit(calendar: Calendar, cast: Cast) {
  const { id: introductionId } = cast;
  const past = new Date(Date.now() - 5 * DAY);
  past.setUTCHours(2, 0, 0, 0);
  const { meetingId } = await calendar.on(-8, () =>
    propose(cast.member, cast, {
      title: "与技术负责人的首次交流",
      url: "https://meeting.demo.example/first",
      times: [past],
    }),
  );
  await calendar.on(-7.5, () => choose(cast.talent, cast, meetingId));
  await calendar.on(-4.5, async () => {
    const { version } = await seenOf(meetingId);
    await recordMeeting(cast.yt, {
      introductionId,
      meetingId,
      version,
      outcome: "held",
      noShow: null,
      reason: "",
    });
  });
  const { mustHave } = await db.need.findUniqueOrThrow({
    where: { id: cast.needId },
    select: { mustHave: true },
  });
  const items = mustHave.map((criterion, index) =>
    index === 0
      ? { criterion, seen: "以香港某海上测风项目为例，说明了运维流程与安全规程。", mark: 3 }
      : { criterion, seen: "", mark: null },
  );
  if (items.length > 0) {
    await calendar.on(-4.4, () => saveEvidence(cast.member, { introductionId, meetingId, items }));
    await calendar.on(-4.3, () =>
      giveOpinion(cast.member, {
        introductionId,
        meetingId,
        opinion: "leaning_yes",
        summary: "经验对口，建议实地参观后再谈条件。",
      }),
    );
  }
  const { visitId } = await calendar.on(-3, () =>
    planVisit(cast.yt, {
      introductionId,
      title: "蓬莱考察",
      startsOn: workday(6),
      endsOn: workday(7),
      note: "烟台蓬莱国际机场接机；住宿由工作站预订。",
    }),
  );
  const part = (title: string, n: number, clock: string, more: Partial<ProposeMeeting> = {}) =>
    calendar.on(-3, () =>
      propose(cast.yt, cast, {
        title,
        visitId,
        fixed: true,
        mode: "on_site",
        times: [on(n, clock)],
        ...more,
      }),
    );
  await part("参观运维母港", 6, "10:00", { kind: "site_visit", place: "烟台蓬莱", minutes: 90 });
  await part("与团队午餐", 6, "12:00", { kind: "meal", place: "烟台蓬莱" });
  await part("了解人才公寓与落户服务", 7, "09:30", { kind: "service", place: "烟台市人才服务窗口" });
}

/** Times are offered and wait for the talent; others are kept free for all candidates of the need. */
async function waiting(calendar: Calendar, cast: Cast) {
  await calendar.on(-1, () =>
    propose(cast.yt, cast, {
      title: "補充面談：到崗時間與待遇",
      kind: "call",
      minutes: 45,
      times: [on(0, "10:00"), on(0, "15:00"), on(1, "10:30")],
    }),
  );
  await calendar.on(-1, () =>
    offerSlots(cast.member, {
      needId: cast.needId,
      mode: "online",
      place: "",
      url: "https://meeting.demo.example/interviews",
      minutes: 45,
      suggested: [],
      times: [on(2, "09:30"), on(2, "14:30"), on(3, "10:00")],
    }),
  );
}

/** One of the need's free times, taken by the talent. */
async function taken(calendar: Calendar, cast: Cast) {
  const slot = await db.interviewSlot.findFirst({
    where: { needId: cast.needId, meetingId: null },
    orderBy: { startsAt: "asc" },
    select: { id: true },
  });
  if (slot)
    await calendar.on(-0.5, () => takeSlot(cast.talent, { introductionId: cast.id, slotId: slot.id }));
}

/** Interviews, free times and a visit in the demo's cases. */
export async function seedMeetings(calendar: Calendar, needs: Map<string, string>): Promise<void> {
  const n02 = needs.get("N02")!;
  await talkAndVisit(calendar, await castOf(n02, "talent@demo.example"));
  await waiting(calendar, await castOf(needs.get("N01")!, "t128@demo.example"));
  await taken(calendar, await castOf(needs.get("N01")!, "t128@demo.example"));
}
