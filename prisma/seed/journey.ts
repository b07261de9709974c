import { viewerOf } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { moveByHand } from "#lib/introductions/case-commands.ts";
import { type Upload, withUploads } from "#lib/introductions/files.ts";
import { answerFollowUp } from "#lib/introductions/follow-up-commands.ts";
import { askFollowUps } from "#lib/introductions/follow-up-jobs.ts";
import { countersignLanding, recordLanding } from "#lib/introductions/landing-commands.ts";
import { acceptOffer, declineOffer, recordOffer } from "#lib/introductions/offer-commands.ts";
import { type OfferInput, seenOf } from "#lib/introductions/offer-schema.ts";
import { assignCase } from "#lib/introductions/owner-commands.ts";
import { acceptTask, returnTask, submitTask } from "#lib/tasks/answer-commands.ts";
import { addTask } from "#lib/tasks/commands.ts";
import { followCase } from "#lib/tasks/follow-commands.ts";
import type { Calendar } from "./calendar.ts";
import { play } from "./matches.ts";

/** The people of one case of the demo. */
type Cast = { id: string; talent: Viewer; member: Viewer; yt: Viewer; hk: Viewer };

/** A page that says what it is: nobody can take it for a real paper. */
const page = (words: string) =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length ${words.length + 40}>>stream\nBT /F1 18 Tf 60 760 Td (${words}) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
const withFile = <T>(name: string, words: string, work: (upload: Upload) => Promise<T>) =>
  withUploads([{ name, bytes: page(words) }], { path: "file", locale: "en" }, ([upload]) => work(upload!));

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Introduces the two, and has an officer of Yantai take the case and arrange the talk. */
async function introduce(
  calendar: Calendar,
  needs: Map<string, string>,
  [need, email, day]: [string, string, number],
): Promise<Cast> {
  await play(calendar, needs, [need, email, "introduced", day]);
  const found = await db.introduction.findFirstOrThrow({
    where: { needId: needs.get(need)!, talent: { account: { email } } },
    select: { id: true, enterprise: { select: { accounts: { select: { email: true }, take: 1 } } } },
  });
  const [talent, member, yt, hk] = await Promise.all(
    [email, found.enterprise.accounts[0]!.email, "staff.yt@demo.example", "staff.hk@demo.example"].map(
      viewerOf,
    ),
  );
  const cast = { id: found.id, talent: talent!, member: member!, yt: yt!, hk: hk! };
  const seen = async () => ({
    introductionId: cast.id,
    version: (await db.introduction.findUniqueOrThrow({ where: { id: cast.id } })).version,
  });
  await calendar.on(day + 2.4, async () =>
    assignCase(cast.yt, { ...(await seen()), ownerId: cast.yt.accountId! }),
  );
  await calendar.on(day + 2.5, async () =>
    moveByHand(cast.yt, { ...(await seen()), move: "acknowledge", reason: "" }),
  );
  await calendar.on(day + 4, async () =>
    moveByHand(cast.yt, { ...(await seen()), move: "arrangeMeeting", reason: "" }),
  );
  await calendar.on(day + 4.01, () => followCase(cast.id));
  return cast;
}

const NO_TERMS = { daysPerMonth: null, payMax: null, housing: "", terms: "", reason: "" };

async function put(cast: Cast, by: Viewer, terms: Partial<OfferInput> & Pick<OfferInput, "mode" | "title">) {
  const newest = await db.offer.findFirst({
    where: { introductionId: cast.id },
    orderBy: { number: "desc" },
    select: { number: true, status: true },
  });
  await withFile("offer-demo.pdf", "Demo letter of offer - not a real document", (upload) =>
    recordOffer(by, {
      ...NO_TERMS,
      place: "",
      startOn: null,
      payMin: null,
      payCurrency: "CNY",
      payPeriod: "year",
      ...terms,
      introductionId: cast.id,
      seen: seenOf(newest),
      upload,
    }),
  );
  await followCase(cast.id);
}

const standing = (cast: Cast) =>
  db.offer.findFirstOrThrow({ where: { introductionId: cast.id, status: "PROPOSED" }, select: { id: true } });

async function say(cast: Cast, answer: "yes" | "no", reason = "") {
  const { id: offerId } = await standing(cast);
  const ref = { introductionId: cast.id, offerId };
  if (answer === "yes") await acceptOffer(cast.talent, ref);
  else await declineOffer(cast.talent, { ...ref, reason });
  await followCase(cast.id);
}

async function send(cast: Cast, by: Viewer, item: string, values: Record<string, string> = {}, words = "") {
  const task = await db.caseTask.findUniqueOrThrow({
    where: { introductionId_item: { introductionId: cast.id, item } },
    select: { id: true, kind: true },
  });
  const ref = { introductionId: cast.id, taskId: task.id };
  if (task.kind === "UPLOAD")
    await withFile("contract-demo.pdf", "Demo contract - not a real document", (upload) =>
      submitTask(by, { ...ref, words, values, upload }),
    );
  else await submitTask(by, { ...ref, words, values });
  const { version } = await db.caseTask.findUniqueOrThrow({
    where: { id: task.id },
    select: { version: true },
  });
  return { ...ref, version };
}

async function arrive(calendar: Calendar, cast: Cast, day: number) {
  await calendar.on(day + 1, () =>
    withFile("start-of-work-demo.pdf", "Demo confirmation of work - not a real document", (upload) =>
      recordLanding(cast.hk, {
        introductionId: cast.id,
        landedOn: dayFrom(day),
        proofKind: "startOfWork",
        note: "Confirmed by telephone with the enterprise.",
        upload,
      }),
    ),
  );
}

/** On the way: terms accepted, the landing list half done. */
async function preparing(calendar: Calendar, needs: Map<string, string>) {
  const cast = await introduce(calendar, needs, ["N01", "t132@demo.example", -20]);
  await calendar.on(-12, () =>
    put(cast, cast.member, {
      mode: "full_time",
      title: "海上风电基础运维工程师",
      place: "烟台 蓬莱",
      startOn: dayFrom(45),
      payMin: 380_000,
      payMax: 420_000,
      housing: "提供人才公寓一年，往返交通按季度报销。",
      terms: "试用期三个月；按劳动合同缴纳社会保险。",
    }),
  );
  await calendar.on(-9, () => say(cast, "yes"));
  const plan = await calendar.on(-6, () =>
    send(
      cast,
      cast.talent,
      "landing.arrival-plan",
      { arrival: dayFrom(45), meet: "yes" },
      "下午到，有兩件行李。",
    ),
  );
  await calendar.on(-5, () => acceptTask(cast.yt, plan));
  await calendar.on(-4, () => send(cast, cast.talent, "landing.travel-permit"));
  await calendar.on(-3, () => send(cast, cast.member, "landing.contract"));
  const qualification = await calendar.on(-2, () =>
    send(cast, cast.talent, "landing.qualification", {}, "MHKIE"),
  );
  await calendar.on(-1, () =>
    returnTask(cast.yt, { ...qualification, reason: "請寫明專業範疇及取得年份，以便整理對照。" }),
  );
}

/** Terms are on the table and wait for an answer. */
async function deciding(calendar: Calendar, needs: Map<string, string>) {
  const cast = await introduce(calendar, needs, ["N02", "t126@demo.example", -12]);
  await calendar.on(-2, () =>
    put(cast, cast.member, {
      mode: "flexible",
      title: "海工结构运维顾问",
      place: "烟台或线上",
      startOn: dayFrom(30),
      daysPerMonth: 4,
      payMin: 3_000,
      payMax: 3_500,
      payPeriod: "day",
    }),
  );
}

/** The first terms were declined; the two talk on. */
async function talkingAgain(calendar: Calendar, needs: Map<string, string>) {
  const cast = await introduce(calendar, needs, ["N02", "t119@demo.example", -16]);
  await calendar.on(-6, () =>
    put(cast, cast.member, { mode: "project", title: "振动信号诊断课题", place: "烟台", payMin: 90_000 }),
  );
  await calendar.on(-4, () => say(cast, "no", "The start is too early for my present contract."));
  await calendar.on(-3, () =>
    addTask(
      cast.yt,
      {
        introductionId: cast.id,
        side: "ENTERPRISE",
        kind: "QUESTION",
        title: "能否将入职时间推迟到三个月后？",
        text: "人才现有合同需要三个月通知期。",
        dueOn: dayFrom(2),
        assigneeId: null,
      },
      "zh-Hans",
    ),
  );
}

/** Arrived with proof, and the other office has not signed yet. */
async function arrived(calendar: Calendar, needs: Map<string, string>) {
  const cast = await introduce(calendar, needs, ["N31", "t113@demo.example", -18]);
  await calendar.on(-8, () =>
    put(cast, cast.yt, {
      mode: "project",
      title: "跨境融资课题合作",
      place: "烟台 芝罘",
      startOn: dayFrom(-3),
      payMin: 60_000,
      payPeriod: "month",
    }),
  );
  await calendar.on(-7, () => say(cast, "yes"));
  await arrive(calendar, cast, -3);
}

/** Landed more than a month ago: one side has answered the first follow-up, the other is asked. */
async function settling(calendar: Calendar, needs: Map<string, string>) {
  const cast = await introduce(calendar, needs, ["N17", "t111@demo.example", -75]);
  await calendar.on(-66, () =>
    put(cast, cast.member, {
      mode: "full_time",
      title: "Winemaker",
      place: "Penglai, Yantai",
      startOn: dayFrom(-34),
      payMin: 360_000,
      housing: "Flat of the estate, free of charge in the first year.",
    }),
  );
  await calendar.on(-63, () => say(cast, "yes"));
  await arrive(calendar, cast, -34);
  const landing = await db.landing.findUniqueOrThrow({
    where: { introductionId: cast.id },
    select: { recordedAt: true },
  });
  await calendar.on(-32, () =>
    countersignLanding(cast.yt, { introductionId: cast.id, recordedAt: landing.recordedAt.toISOString() }),
  );
  await calendar.on(-32, () => followCase(cast.id));
  await calendar.on(-4, askFollowUps);
  const { id } = await db.followUp.findFirstOrThrow({
    where: { introductionId: cast.id, day: 30, side: "TALENT" },
    select: { id: true },
  });
  await calendar.on(-3, () =>
    answerFollowUp(cast.talent, {
      followUpId: id,
      retained: "yes",
      satisfaction: 4,
      help: ["language", "contacts"],
      words: "The team is kind. A Putonghua class in the evening would help.",
      note: "",
    }),
  );
}

/** Cases of the demo between their first talk and their follow-ups. */
export async function seedJourneys(calendar: Calendar, needs: Map<string, string>): Promise<void> {
  for (const story of [settling, preparing, deciding, talkingAgain, arrived]) await story(calendar, needs);
}
