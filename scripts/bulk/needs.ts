import type { AppLocale } from "#lib/i18n/locales.ts";
import { deriveNeed } from "#lib/needs/derive.ts";
import { DISTRICTS } from "#lib/terms/terms.ts";
import { codeOf, idOf, type Random, randomOf } from "./random.ts";
import { draw, type Field, fieldOf, labelOf, type Words } from "./words.ts";

const DAY = 86_400_000;
const STATUSES = {
  OPEN: 62,
  PARTIALLY_FILLED: 5,
  SUBMITTED: 6,
  RETURNED: 2,
  PAUSED: 4,
  FILLED: 8,
  CLOSED: 6,
  EXPIRED: 5,
  WITHDRAWN: 2,
} as const;
export type NeedStatus = keyof typeof STATUSES;

const TEXT: Record<AppLocale, (words: string[]) => string> = {
  "zh-Hans": ([a, b, c]) =>
    `公司新建${a}团队，需要能独立承担${b}工作的人，与供应商和认证机构对接，并带教年轻工程师。熟悉${c}者优先。`,
  "zh-Hant": ([a, b, c]) =>
    `機構新設${a}團隊，需要能獨立承擔${b}工作的人，與供應商及認證機構對接，並帶教年輕同事。熟悉${c}者優先。`,
  en: ([a, b, c]) =>
    `We are building a team for ${a} and need someone who owns ${b}, deals with suppliers and certifiers, and trains younger colleagues. Knowledge of ${c} helps.`,
};

export function enterpriseOf(seed: number, index: number, words: Words, now: number) {
  const random = randomOf(seed, "enterprise", index);
  const field = fieldOf(random, words);
  const at = new Date(now - random.whole(60, 900) * DAY).toISOString();
  return {
    id: idOf(seed, "enterprise", index),
    externalId: `bulk-${index}`,
    status: "VERIFIED",
    name: `示例企业${index + 1}有限公司`,
    nameEn: `Sample Enterprise ${index + 1}`,
    licenceNumber: `BULK${String(index).padStart(6, "0")}`,
    chain: random.pick(field.chains),
    district: random.pick(DISTRICTS),
    ftz: random.chance(0.2),
    website: null,
    about: "",
    locale: "zh-Hans",
    contactName: "示例联系人",
    contactPhone: "+86 535 5550 000",
    holding: false,
    demo: true,
    office: "YANTAI",
    assigneeId: null,
    officeSince: at,
    reviewNote: null,
    submittedAt: at,
    verifiedAt: at,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
}

function contentOf(
  random: Random,
  words: Words,
  field: Field,
  locale: AppLocale,
  now: number,
  open: boolean,
) {
  const type = random.weighted({ job: 60, expert: 20, challenge: 10, internship: 10 });
  const labels = (kinds: Parameters<typeof draw>[3], count: number) =>
    draw(random, words, field, kinds, count).map((one) => labelOf(one, locale));
  const mustHave = labels(["skill", "skill", "standard"], random.whole(2, 4));
  const preferred = labels(["skill", "tool"], random.whole(1, 4));
  const pay = random.chance(0.8);
  const minimum = random.whole(8, 60) * 1000;
  return {
    type,
    direction: random.weighted({ hk_to_yantai: 88, yantai_to_hk: 12 }),
    title: `${labels(["occupation"], 1)[0] ?? ""} · ${mustHave[0] ?? ""}`.slice(0, 120),
    description: TEXT[locale]([...mustHave, ...preferred]),
    duties: labels(["skill"], 3),
    mustHave,
    preferred,
    educationMin: random.chance(0.75)
      ? random.weighted({ associate: 10, bachelor: 55, master: 25, doctorate: 10 })
      : null,
    disciplines: labels(["discipline"], random.whole(0, 2)),
    experienceYearsMin: random.chance(0.7) ? random.whole(1, 12) : null,
    qualificationsRequired: random.chance(0.2) ? labels(["qualification"], 1) : [],
    languages: random.chance(0.7)
      ? [
          {
            code: random.pick(["cmn", "en"]),
            level: random.pick(["A2", "B1", "B2"]),
            required: random.chance(0.6),
          },
        ]
      : [],
    modes:
      type === "internship"
        ? ["internship"]
        : type === "job"
          ? ["full_time", ...(random.chance(0.2) ? ["flexible"] : [])]
          : ["flexible", "project"],
    daysPerMonth: type === "expert" ? random.whole(2, 10) : null,
    chain: random.pick(field.chains) as string,
    chainText: "",
    district: random.pick(DISTRICTS) as string,
    ftz: random.chance(0.2),
    payMin: pay ? minimum : null,
    payMax: pay ? Math.round(minimum * 1.5) : null,
    payCurrency: pay ? random.weighted({ CNY: 85, HKD: 15 }) : null,
    payPeriod: pay ? "month" : null,
    housing: random.chance(0.4),
    relocation: random.chance(0.3),
    headcount: random.whole(1, 5),
    start: null,
    deadline: new Date(now + (open ? random.whole(10, 300) : -random.whole(1, 200)) * DAY)
      .toISOString()
      .slice(0, 10),
    ipTerms: "",
    confidential: random.chance(0.15),
    contactName: "示例联系人",
    contactPhone: "+86 535 5550 100",
  };
}

export type BulkNeed = ReturnType<typeof needOf>["row"];

/** The need of this number, and the field that its candidates come from. */
export function needOf(
  seed: number,
  index: number,
  words: Words,
  now: number,
  officers: string[],
  enterprises: number,
) {
  const random = randomOf(seed, "need", index);
  const field = fieldOf(random, words);
  const locale: AppLocale = random.weighted({ "zh-Hans": 70, "zh-Hant": 12, en: 18 });
  const status: NeedStatus = random.weighted(STATUSES);
  const open = status === "OPEN" || status === "PARTIALLY_FILLED";
  const content = contentOf(random, words, field, locale, now, open);
  const createdAt = now - random.whole(5, 400) * DAY - random.whole(0, DAY);
  const openedAt = createdAt + random.whole(1, 4) * DAY;
  const waiting = status === "SUBMITTED" || status === "RETURNED";
  const closed = status === "FILLED" || status === "CLOSED" || status === "EXPIRED";
  const at = (time: number) => new Date(time).toISOString();
  const row = {
    id: idOf(seed, "need", index),
    code: codeOf("N", 5, index),
    externalId: `bulk-${index}`,
    enterpriseId: idOf(seed, "enterprise", random.whole(0, enterprises - 1)),
    status,
    locale,
    demo: true,
    ...content,
    ...deriveNeed(content),
    filledCount: status === "FILLED" ? content.headcount : status === "PARTIALLY_FILLED" ? 1 : 0,
    office: random.chance(0.85) ? "YANTAI" : "HONG_KONG",
    assigneeId: random.chance(0.2) ? random.pick(officers) : null,
    officeSince: at(createdAt),
    reviewNote: null,
    closeReason: null,
    submittedAt: at(createdAt),
    openedAt: waiting ? null : at(openedAt),
    closedAt: closed ? at(openedAt + DAY) : null,
    version: 1,
    createdAt: at(createdAt),
    updatedAt: at(Math.min(now, openedAt + random.whole(0, 3) * DAY)),
    matchedAt: null,
  };
  return { row, field, open };
}
