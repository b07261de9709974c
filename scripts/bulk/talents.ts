import { CONSENT_TEXT_VERSION, ONLY_CATEGORY } from "#lib/consents/schema.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { Dictionary } from "#lib/matching/types.ts";
import { derive } from "#lib/talents/derive.ts";
import { identityColumns } from "#lib/talents/identity.ts";
import type { Identity, Member, Profile } from "#lib/talents/profile.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { codeOf, idOf, type Random, randomOf } from "./random.ts";
import { draw, type Field, fieldOf, labelOf, type Words } from "./words.ts";

const DAY = 86_400_000;
const SURNAMES = [
  ["陳", "陈", "Chan"],
  ["李", "李", "Lee"],
  ["黃", "黄", "Wong"],
  ["張", "张", "Cheung"],
  ["劉", "刘", "Lau"],
  ["王", "王", "Wang"],
  ["林", "林", "Lam"],
  ["何", "何", "Ho"],
  ["吳", "吴", "Ng"],
  ["周", "周", "Chow"],
  ["鄭", "郑", "Cheng"],
  ["梁", "梁", "Leung"],
] as const;
const GIVEN = [
  ["志明", "志明", "Chi Ming"],
  ["嘉欣", "嘉欣", "Ka Yan"],
  ["偉文", "伟文", "Wai Man"],
  ["詠詩", "咏诗", "Wing Sze"],
  ["俊傑", "俊杰", "Chun Kit"],
  ["曉彤", "晓彤", "Hiu Tung"],
  ["國輝", "国辉", "Kwok Fai"],
  ["雅雯", "雅雯", "Nga Man"],
  ["子軒", "子轩", "Tsz Hin"],
  ["思敏", "思敏", "Sze Man"],
] as const;
const COMPANIES = {
  "zh-Hans": ["甲", "乙", "丙", "丁", "戊", "己"].map((one) => `示例${one}科技有限公司`),
  "zh-Hant": ["甲", "乙", "丙", "丁", "戊", "己"].map((one) => `示例${one}科技有限公司`),
  en: ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"].map((one) => `Sample ${one} Limited`),
};
const SCHOOLS = {
  "zh-Hans": ["示例大学", "示例理工学院"],
  "zh-Hant": ["示例大學", "示例理工學院"],
  en: ["Sample University", "Sample Institute of Technology"],
};

const SUMMARY: Record<AppLocale, (years: number, words: string[]) => string> = {
  "zh-Hans": (years, [a, b, c]) =>
    `从业${years}年，主要做${a}与${b}，带过跨部门团队，负责过从立项到交付的完整过程。近年关注${c}在产线上的应用。`,
  "zh-Hant": (years, [a, b, c]) =>
    `入行${years}年，主要做${a}同${b}，帶過跨部門團隊，負責由立項到交付的全個過程。近年專注${c}在生產線上的應用。`,
  en: (years, [a, b, c]) =>
    `${years} years of ${a} and ${b}, led cross-functional teams from proposal to delivery, now working on ${c} in production.`,
};
const DUTY: Record<AppLocale, (words: string[]) => string> = {
  "zh-Hans": ([a, b]) => `负责${a}的方案与实施，使用${b}完成验证，并编写技术文件。`,
  "zh-Hant": ([a, b]) => `負責${a}的方案及推行，以${b}完成驗證，並撰寫技術文件。`,
  en: ([a, b]) => `Owned design and roll-out of ${a}, verified with ${b}, wrote the technical documentation.`,
};

const STATUSES = {
  LISTED: 68,
  VERIFIED: 6,
  SUBMITTED: 6,
  UNDER_REVIEW: 4,
  CHANGES_REQUESTED: 3,
  PAUSED: 5,
  DRAFT: 4,
  REJECTED: 2,
  ARCHIVED: 2,
} as const;
export type TalentStatus = keyof typeof STATUSES;

type Person = {
  field: Field;
  locale: AppLocale;
  status: TalentStatus;
  kind: "INDIVIDUAL" | "TEAM";
  account: boolean;
  updatedAt: number;
};

/** Who the talent of this number is, in short: enough to choose candidates by. */
export function personOf(
  seed: number,
  index: number,
  words: Words,
  now: number,
): Person & { random: Random } {
  const random = randomOf(seed, "talent", index);
  const field = fieldOf(random, words);
  const locale = random.weighted({ "zh-Hant": 45, "zh-Hans": 30, en: 25 });
  const status = random.weighted(STATUSES);
  const kind = random.chance(0.03) ? "TEAM" : "INDIVIDUAL";
  return {
    field,
    locale,
    status,
    kind,
    account: random.chance(0.6),
    updatedAt: now - Math.floor(random.next() ** 2 * 720) * DAY - random.whole(0, DAY),
    random,
  };
}

const month = (time: number) => new Date(time).toISOString().slice(0, 7);
const day = (time: number) => new Date(time).toISOString().slice(0, 10);

function experienceOf(
  random: Random,
  words: Words,
  person: Person,
  now: number,
  years: number,
): Profile["experience"] {
  const jobs = Math.max(1, Math.min(4, Math.ceil(years / random.whole(2, 6))));
  const length = (years * 365 * DAY) / jobs;
  return Array.from({ length: jobs }, (_, place) => {
    const end = now - place * length;
    const done = draw(random, words, person.field, ["skill", "tool"], 2).map((one) =>
      labelOf(one, person.locale),
    );
    return {
      title: labelOf(draw(random, words, person.field, ["occupation"], 1)[0]!, person.locale),
      organisation: random.pick(COMPANIES[person.locale]),
      industry: labelOf(draw(random, words, person.field, ["industry"], 1)[0]!, person.locale),
      from: month(end - length),
      to: place === 0 && random.chance(0.7) ? null : month(end - 30 * DAY),
      description: DUTY[person.locale](done),
    };
  });
}

function educationOf(
  random: Random,
  words: Words,
  person: Person,
  now: number,
  years: number,
): Profile["education"] {
  const level = random.weighted({ associate: 5, bachelor: 48, master: 32, doctorate: 15 });
  const levels = level === "doctorate" ? (["doctorate", "master"] as const) : ([level] as const);
  const [discipline] = draw(random, words, person.field, ["discipline"], 1);
  return levels.map((one, place) => ({
    level: one,
    discipline: discipline ? labelOf(discipline, person.locale) : "",
    institution: random.pick(SCHOOLS[person.locale]),
    year: new Date(now).getFullYear() - years - place * 3,
  }));
}

function profileOf(random: Random, words: Words, person: Person, now: number): Profile {
  const { field, locale } = person;
  const years = random.whole(1, 28);
  const skills = draw(random, words, field, ["skill", "skill", "tool", "standard"], random.whole(6, 12)).map(
    (one) => labelOf(one, locale),
  );
  const experience = experienceOf(random, words, person, now, years);
  const pay = random.chance(0.75);
  const hongKong = locale !== "zh-Hans";
  const monthly = Math.round((18_000 + years * random.whole(1200, 3200)) / 500) * 500;
  return {
    headline: `${experience[0]!.title} · ${skills[0] ?? ""}`.slice(0, 120),
    summary: SUMMARY[locale](years, [skills[0] ?? "", skills[1] ?? "", skills[2] ?? ""]),
    base: random.weighted<"HK" | "MO" | "CN" | "YT" | "OVERSEAS">(
      hongKong
        ? { HK: 78, MO: 4, OVERSEAS: 12, CN: 6, YT: 0 }
        : { CN: 40, YT: 25, HK: 30, OVERSEAS: 5, MO: 0 },
    ),
    pathway: random.chance(0.06)
      ? null
      : random.weighted(
          hongKong
            ? {
                hkmo_chinese_resident: 70,
                hkmo_other_resident: 10,
                mainland_resident: 12,
                foreign_national: 8,
              }
            : {
                mainland_resident: 85,
                hkmo_chinese_resident: 15,
                hkmo_other_resident: 0,
                foreign_national: 0,
              },
        ),
    direction: random.weighted({ hk_to_yantai: 70, yantai_to_hk: 12, both: 18 }),
    intentions: [
      ...new Set([
        random.weighted({ full_time: 45, flexible: 30, project: 15, entrepreneurship: 4, internship: 6 }),
        ...(random.chance(0.4) ? [random.weighted({ flexible: 50, project: 50 })] : []),
      ]),
    ],
    industries: random.some(field.chains, random.whole(1, field.chains.length)),
    skills,
    experience,
    education: educationOf(random, words, person, now, years),
    qualifications: draw(random, words, field, ["qualification"], random.whole(0, 2)).map((one) =>
      labelOf(one, locale),
    ),
    languages: hongKong
      ? [
          { code: "yue", level: "C2" },
          { code: "en", level: random.pick(["B1", "B2", "C1"]) },
          { code: "cmn", level: random.pick(["A2", "B1", "B2", "C1"]) },
        ]
      : [
          { code: "cmn", level: "C2" },
          { code: "en", level: random.pick(["A2", "B1", "B2"]) },
        ],
    outputs: [],
    availableFrom: random.chance(0.6) ? day(now + random.whole(0, 240) * DAY) : null,
    daysPerMonth: random.chance(0.4) ? random.whole(2, 12) : null,
    payMin: pay ? monthly : null,
    payMax: pay ? Math.round(monthly * 1.25) : null,
    payCurrency: pay ? (hongKong ? "HKD" : "CNY") : null,
    payPeriod: pay ? "month" : null,
    blockedEmployers: [],
    matchable: person.status !== "VERIFIED",
    alerts: true,
  };
}

function identityOf(random: Random, index: number): Identity {
  const [surname, given] = [random.pick(SURNAMES), random.pick(GIVEN)];
  return {
    nameZh: surname[0] + given[0],
    nameEn: random.chance(0.7) ? `${given[2]} ${surname[2]}` : null,
    email: `bulk${index}@bulk.example`,
    phone: `+852 5${String(1_000_000 + index)
      .padStart(7, "0")
      .slice(-7)}`,
    wechat: null,
    whatsapp: null,
  };
}

/** The dictionary with a memory: generated texts repeat themselves. */
const dictionary = ((): Dictionary => {
  const whole = currentDictionary();
  const known = new Map<string, ReturnType<Dictionary["find"]>>();
  const find: Dictionary["find"] = (text) => {
    const found = known.get(text) ?? whole.find(text);
    if (text.length < 40) known.set(text, found);
    return found;
  };
  return { ...whole, find };
})();

export type BulkTalent = Record<string, unknown> & { id: string; status: TalentStatus; kind: string };
export type TalentRows = {
  Account: object[];
  Talent: BulkTalent[];
  TalentIdentity: object[];
  TalentContact: object[];
  Consent: object[];
  TeamMember: object[];
  TeamMemberIdentity: object[];
  AuditEvent: object[];
};

/** The talent of this number with all rows that belong to it; its derived columns are made as the product makes them. */
export function talentOf(
  seed: number,
  index: number,
  words: Words,
  now: number,
  officers: string[],
  into: TalentRows,
): BulkTalent {
  const { random, ...person } = personOf(seed, index, words, now);
  const [id, accountId] = [idOf(seed, "talent", index), idOf(seed, "account", index)];
  const profile = profileOf(random, words, person, now);
  const identity = identityOf(random, index);
  const code = codeOf("T", 6, index);
  const at = (time: number) => new Date(time).toISOString();
  const { status, kind, locale, updatedAt } = person;
  const createdAt = updatedAt - random.whole(1, 60) * DAY;
  const members: (Member & { name: string; id: string })[] =
    kind === "TEAM"
      ? Array.from({ length: random.whole(2, 4) }, (_, place) => ({
          id: idOf(seed, "member", index, place),
          role: labelOf(draw(random, words, person.field, ["occupation"], 1)[0]!, locale),
          skills: draw(random, words, person.field, ["skill", "tool"], 3).map((one) => labelOf(one, locale)),
          name: random.pick(SURNAMES)[0] + random.pick(GIVEN)[0],
        }))
      : [];
  const derived = derive(profile, {
    code,
    names: [identity.nameZh, identity.nameEn, ...members.map((member) => member.name)].filter(
      (name) => name !== null,
    ),
    contacts: [],
    members: members.map(({ role, skills }) => ({ role, skills })),
    dictionary,
    today: day(now),
  });
  const verified = ["LISTED", "VERIFIED", "PAUSED", "ARCHIVED"].includes(status);
  const office = random.chance(0.85) ? "HONG_KONG" : "YANTAI";
  const row: BulkTalent = {
    id,
    code,
    externalId: `bulk-${index}`,
    accountId: person.account ? accountId : null,
    kind,
    status,
    locale,
    demo: true,
    ...profile,
    ...derived,
    editedSinceVerification: verified && random.chance(0.05),
    mergedIntoId: null,
    office,
    assigneeId: status === "UNDER_REVIEW" || random.chance(0.1) ? random.pick(officers) : null,
    officeSince: at(createdAt),
    reviewNote: null,
    submittedAt: status === "DRAFT" ? null : at(createdAt + DAY / 2),
    verifiedAt: verified ? at(updatedAt) : null,
    version: random.whole(1, 9),
    createdAt: at(createdAt),
    updatedAt: at(updatedAt),
    matchedAt: null,
  };
  if (person.account)
    into.Account.push({
      id: accountId,
      email: identity.email,
      displayName: identity.nameZh,
      role: "TALENT",
      office: null,
      enterpriseId: null,
      locale,
      emailVerifiedAt: at(createdAt),
      disabledAt: null,
      demo: true,
      createdAt: at(createdAt),
      updatedAt: at(createdAt),
    });
  into.Talent.push(row);
  const { names, contact } = identityColumns(identity);
  into.TalentIdentity.push({ talentId: id, ...names });
  into.TalentContact.push({ talentId: id, ...contact });
  const consent = {
    talentId: id,
    enterpriseId: null,
    matchId: null,
    textVersion: CONSENT_TEXT_VERSION,
    locale,
    channel: person.account ? "PORTAL" : "IMPORT",
    recordedById: null,
    note: null,
    grantedAt: at(createdAt),
    withdrawnAt: null,
    endedBy: null,
  };
  into.Consent.push({
    ...consent,
    id: idOf(seed, "consent", index),
    purpose: "MATCHING",
    category: ONLY_CATEGORY.MATCHING,
    memberId: null,
  });
  for (const { id: memberId, name, ...member } of members) {
    into.TeamMember.push({
      ...member,
      id: memberId,
      teamId: id,
      accountId: null,
      status: "CONSENTED",
      invitedAt: at(createdAt),
      respondedAt: at(createdAt),
    });
    into.TeamMemberIdentity.push({ memberId, name, email: `member-${memberId.slice(0, 8)}@bulk.example` });
    into.Consent.push({
      ...consent,
      id: idOf(seed, "consent", memberId),
      purpose: "TEAM",
      category: ONLY_CATEGORY.TEAM,
      memberId,
    });
  }
  const event = {
    actorId: random.pick(officers),
    actorName: "Bulk",
    actorRole: "OFFICER",
    office,
    recordType: "talent",
    recordId: id,
    reason: null,
    detail: {},
  };
  if (status !== "DRAFT") into.AuditEvent.push({ ...event, at: at(createdAt), action: "talent.submitted" });
  if (verified) into.AuditEvent.push({ ...event, at: at(updatedAt), action: "talent.verified" });
  return row;
}
