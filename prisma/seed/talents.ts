import { DEMO_PASSWORD } from "#lib/accounts/demo.ts";
import { viewerOf } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import {
  archiveProfile,
  pauseProfile,
  registerTalent,
  saveProfileSection,
  submitProfile,
} from "#lib/talents/commands.ts";
import { eraseTalent } from "#lib/talents/erasure.ts";
import { importTalent } from "#lib/talents/import.ts";
import type { TalentRecord } from "#lib/talents/record.ts";
import {
  rejectTalent,
  requestTalentChanges,
  startTalentReview,
  verifyTalent,
} from "#lib/talents/review-commands.ts";
import { openTalentForStaff } from "#lib/talents/staff-queries.ts";
import { answerTeamInvitation, inviteMember } from "#lib/talents/team-commands.ts";
import type { Calendar } from "./calendar.ts";
import { talentRecords } from "./records.ts";

type State =
  | "listed"
  | "unlisted"
  | "submitted"
  | "underReview"
  | "changesRequested"
  | "rejected"
  | "draft"
  | "paused"
  | "archived"
  | "erased";
type Person = {
  record: string;
  email: string;
  nameZh?: string;
  nameEn?: string;
  state: State;
  since?: number;
};

/** Fictional people who registered for themselves. */
const PEOPLE: Person[] = [
  {
    record: "T108",
    email: "talent@demo.example",
    nameZh: "示範·李卓賢",
    nameEn: "Lee Cheuk Yin (demo)",
    state: "listed",
  },
  {
    record: "T029",
    email: "student@demo.example",
    nameZh: "示範·陳樂心",
    nameEn: "Chan Lok Sum (demo)",
    state: "listed",
  },
  { record: "T089", email: "team@demo.example", nameZh: "示範·海洋流體組", state: "listed" },
  { record: "T128", email: "t128@demo.example", nameEn: "Ian Farrow (demo)", state: "listed" },
  {
    record: "T009",
    email: "t009@demo.example",
    nameZh: "示範·黃志堅",
    nameEn: "Wong Chi Kin (demo)",
    state: "listed",
  },
  { record: "T001", email: "t001@demo.example", nameZh: "示範·何國輝", state: "listed" },
  { record: "T070", email: "t070@demo.example", nameEn: "Priya Mehta (demo)", state: "listed" },
  { record: "T026", email: "t026@demo.example", nameEn: "Jason Yeung (demo)", state: "listed" },
  { record: "T074", email: "t074@demo.example", nameZh: "示範·電機振動聯隊", state: "listed" },
  { record: "T110", email: "t110@demo.example", nameZh: "示範·自動燒焊團隊", state: "listed" },
  { record: "T005", email: "t005@demo.example", nameEn: "Kelvin Ng (demo)", state: "listed" },
  { record: "T003", email: "t003@demo.example", nameEn: "Samuel Tse (demo)", state: "listed" },
  { record: "T004", email: "t004@demo.example", nameZh: "演示·赵明远", state: "unlisted" },
  { record: "T002", email: "t002@demo.example", nameZh: "示範·梁偉文", state: "submitted" },
  { record: "T008", email: "t008@demo.example", nameZh: "演示·宋佳怡", state: "submitted" },
  { record: "T023", email: "t023@demo.example", nameEn: "Aarav Shah (demo)", state: "submitted" },
  { record: "T048", email: "t048@demo.example", nameEn: "Chloe Ma (demo)", state: "underReview" },
  { record: "T097", email: "t097@demo.example", nameZh: "演示·林子琪", state: "changesRequested" },
  { record: "T109", email: "t109@demo.example", nameZh: "演示·方晓楠", state: "rejected" },
  { record: "T139", email: "t139@demo.example", nameZh: "示範·鄧嘉欣", state: "draft" },
  { record: "T100", email: "t100@demo.example", nameEn: "Two Storytellers (demo)", state: "paused" },
  { record: "T019", email: "t019@demo.example", nameZh: "示範·機械人隊", state: "archived" },
  { record: "T047", email: "t047@demo.example", nameZh: "示範·化學回收團隊", state: "erased" },
  // in cases that have come further: see journey.ts
  { record: "T111", email: "t111@demo.example", nameEn: "Amelia Grant (demo)", state: "listed", since: -138 },
  { record: "T126", email: "t126@demo.example", nameZh: "演示·邵明哲", state: "listed", since: -24 },
  { record: "T132", email: "t132@demo.example", nameZh: "示範·鄭志恆", state: "listed", since: -23 },
  { record: "T119", email: "t119@demo.example", nameEn: "Dilan Perera (demo)", state: "listed", since: -23 },
  { record: "T113", email: "t113@demo.example", nameEn: "Vivian Kwok (demo)", state: "listed", since: -24 },
];

/** How many further profiles come from the collection as entries of the workstation's own staff. */
const ENTERED = 40;

/** Fills the six steps of a profile as its person would. */
async function fillProfile(viewer: Viewer, record: TalentRecord, person: Person, phone: string) {
  const {
    headline,
    summary,
    base,
    pathway,
    experience,
    outputs,
    education,
    skills,
    qualifications,
    languages,
    intentions,
    direction,
    industries,
    availableFrom,
    daysPerMonth,
    expectedPay: pay,
  } = record;
  const about = {
    nameZh: person.nameZh ?? null,
    nameEn: person.nameEn ?? null,
    headline,
    summary,
    base,
    pathway,
  };
  const terms = {
    intentions,
    direction,
    industries,
    availableFrom,
    daysPerMonth,
    payMin: pay?.min ?? null,
    payMax: pay?.max ?? null,
    payCurrency: pay?.currency ?? null,
    payPeriod: pay?.period ?? null,
  };
  const contact = {
    email: person.email,
    phone,
    wechat: null,
    whatsapp: null,
    matchable: person.state !== "unlisted",
    alerts: true,
    blockedEmployers: [],
  };
  let { version } = await saveProfileSection(viewer, { section: "about", version: 1, ...about });
  ({ version } = await saveProfileSection(viewer, { section: "work", version, experience, outputs }));
  ({ version } = await saveProfileSection(viewer, { section: "education", version, education }));
  ({ version } = await saveProfileSection(viewer, {
    section: "skills",
    version,
    skills,
    qualifications,
    languages,
  }));
  ({ version } = await saveProfileSection(viewer, { section: "terms", version, ...terms }));
  await saveProfileSection(viewer, { section: "contact", version, ...contact });
}

/** Invites two members by mail, and lets each consent by the link that they were sent. */
async function gatherTeam(viewer: Viewer, record: TalentRecord, index: number) {
  const half = Math.ceil(record.skills.length / 2);
  const parts = [record.skills.slice(0, half), record.skills.slice(half)];
  for (const [number, skills] of parts.entries()) {
    const email = `member${index}${number}@demo.example`;
    const role = record.locale === "en" ? ["Lead", "Researcher"][number]! : ["負責人", "研究員"][number]!;
    await inviteMember(viewer, { name: `示範成員 ${index}-${number + 1}`, email, role, skills });
    const mail = await db.mailMessage.findFirstOrThrow({
      where: { recipient: email },
      orderBy: { createdAt: "desc" },
    });
    const token = /token=([\w-]+)/.exec(mail.text)![1]!;
    await answerTeamInvitation(null, {
      token,
      answer: "accept",
      skills,
      consent: true,
      locale: record.locale,
    });
  }
}

async function registerPerson(
  calendar: Calendar,
  person: Person,
  record: TalentRecord,
  index: number,
  officers: { hk: Viewer },
) {
  const start = person.since ?? -22 + index * 0.5;
  const kind = record.kind;
  const { talentId } = await calendar.on(start, () =>
    registerTalent({
      kind,
      displayName: person.nameZh ?? person.nameEn!,
      email: person.email,
      password: DEMO_PASSWORD,
      consent: true,
      locale: record.locale,
      demo: true,
    }),
  );
  const viewer = await viewerOf(person.email);
  await calendar.on(start + 0.1, () =>
    fillProfile(viewer, record, person, `+852 5550 ${String(1000 + index)}`),
  );
  if (kind === "team") await calendar.on(start + 0.15, () => gatherTeam(viewer, record, index));
  if (person.state === "draft") return;
  await calendar.on(start + 0.2, () => submitProfile(viewer));
  const later = start + 1;
  if (person.state === "submitted") return;
  if (person.state === "underReview")
    return calendar.on(later, () => startTalentReview(officers.hk, talentId));
  if (person.state === "changesRequested")
    return calendar.on(later, () =>
      requestTalentChanges(officers.hk, talentId, {
        reason: "请补充实习可到岗的起止日期，并上传成绩单或在读证明。",
      }),
    );
  if (person.state === "rejected")
    return calendar.on(later, () =>
      rejectTalent(officers.hk, talentId, {
        reason: "目前没有与您专业和时间相符的项目；欢迎明年春季再次提交。",
      }),
    );
  const { code } = await db.talent.findUniqueOrThrow({ where: { id: talentId }, select: { code: true } });
  if (person.state === "erased") return calendar.on(later, () => eraseTalent(viewer, { confirm: code }));
  await calendar.on(later, () => openTalentForStaff(officers.hk, talentId));
  await calendar.on(later, () => verifyTalent(officers.hk, talentId, {}));
  if (person.state === "paused") await calendar.on(-3, () => pauseProfile(viewer));
  if (person.state === "archived") await calendar.on(-3, () => archiveProfile(viewer));
}

/** People who registered, and profiles that staff entered for people who can claim them. */
export async function seedTalents(calendar: Calendar) {
  const hk = await viewerOf("staff.hk@demo.example");
  const records = talentRecords();
  for (const [index, person] of PEOPLE.entries())
    await registerPerson(calendar, person, records.get(person.record)!, index, { hk });
  const taken = new Set(PEOPLE.map((person) => person.record));
  const others = [...records.values()]
    .filter((record) => record.kind === "individual" && !taken.has(record.id))
    .slice(0, ENTERED);
  for (const [index, record] of others.entries())
    await calendar.on(-20 + index * 0.3, () =>
      importTalent(hk, { ...record, id: `demo-${record.id}` }, { state: "listed" }),
    );
}
