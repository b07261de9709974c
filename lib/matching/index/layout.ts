/**
 * How one profile lies in memory: eight 32-bit words for its facts, one word for each concept that it shows, one for each licence.
 * The words of all profiles stand one after the other, so that scoring a profile touches one line of memory for its facts.
 */
export const LAYOUT_VERSION = 2;
export const ROW_WORDS = 8;

/** Positions of the words of a row; the last two are where its concepts and licences begin. */
export const word = {
  facts: 0,
  languagesLow: 1,
  languagesHigh: 2,
  monthsAndDay: 3,
  pay: 4,
  available: 5,
  concepts: 6,
  licences: 7,
} as const;

export const UNKNOWN_DAY = -0x80000000;
export const UNKNOWN_PAY = -1;
export const UNKNOWN_16 = 0xffff;
export const MOST_LANGUAGES = 16;
export const MOST_CONCEPTS = 1 << 18;
export const STRENGTHS = 127;
export const WORKED = 63;

export const modes = ["full_time", "flexible", "project", "internship"] as const;
export const directions = ["unknown", "hk_to_yantai", "yantai_to_hk", "both"] as const;

/** A concept that a profile shows, in numbers: how strongly, how recently in a job (0: in none), and whether it was studied. */
export type ShownConcept = { concept: number; strength: number; worked: number; studied: boolean };

/** A profile as the index takes it. Ranks are positions in the orders of `levels.ts`; null is "not stated". */
export type TalentRow = {
  id: string;
  concepts: ShownConcept[];
  direction: 0 | 1 | 2 | 3;
  /** bits of `modes`, null when not stated */
  intentions: number | null;
  /** position of the first intention in `modes`, -1 when it is none of them */
  firstIntention: number;
  /** -1: no degree; `held` leaves out those still in progress */
  education: { held: number; highest: number } | null;
  /** pairs of language number and rank of the level */
  languages: [number, number][] | null;
  /** 1 to 6, 0 when unknown */
  seniority: number;
  months: number | null;
  jobs: number;
  headline: boolean;
  licences: number[] | null;
  daysPerMonth: number;
  /** least pay, yuan a year */
  pay: number | null;
  /** day since 1970 */
  available: number | null;
  /** day since 1970 on which the profile was last confirmed */
  confirmed: number | null;
};

export const packConcept = (shown: ShownConcept): number =>
  (shown.concept << 14) |
  (Math.round(Math.min(1, Math.max(0, shown.strength)) * STRENGTHS) << 7) |
  (Math.round(Math.min(1, Math.max(0, shown.worked)) * WORKED) << 1) |
  (shown.studied ? 1 : 0);
export const conceptOf = (packed: number): number => packed >>> 14;
export const strengthOf = (packed: number): number => (packed >>> 7) & 127;
export const workedOf = (packed: number): number => (packed >>> 1) & 63;

/** Parts of the word of facts: where each begins, and the bits it has. */
export const fact = {
  direction: (facts: number) => facts & 3,
  intentions: (facts: number) => (facts >>> 2) & 15,
  intentionsStated: (facts: number) => (facts >>> 6) & 1,
  firstIntention: (facts: number) => ((facts >>> 7) & 7) - 1,
  held: (facts: number) => ((facts >>> 10) & 7) - 1,
  highest: (facts: number) => ((facts >>> 13) & 7) - 1,
  educationStated: (facts: number) => (facts >>> 16) & 1,
  languagesStated: (facts: number) => (facts >>> 17) & 1,
  seniority: (facts: number) => (facts >>> 18) & 7,
  experienceStated: (facts: number) => (facts >>> 21) & 1,
  jobs: (facts: number) => (facts >>> 22) & 1,
  headline: (facts: number) => (facts >>> 23) & 1,
  licencesStated: (facts: number) => (facts >>> 24) & 1,
  days: (facts: number) => (facts >>> 25) & 31,
} as const;

export function packFacts(row: TalentRow): number {
  const bit = (set: boolean, at: number) => (set ? 1 << at : 0);
  return (
    row.direction |
    ((row.intentions ?? 0) << 2) |
    bit(row.intentions !== null, 6) |
    ((row.firstIntention + 1) << 7) |
    (((row.education?.held ?? -1) + 1) << 10) |
    (((row.education?.highest ?? -1) + 1) << 13) |
    bit(row.education !== null, 16) |
    bit(row.languages !== null, 17) |
    (row.seniority << 18) |
    bit(row.months !== null, 21) |
    bit(row.jobs > 0, 22) |
    bit(row.headline, 23) |
    bit(row.licences !== null, 24) |
    (Math.min(31, Math.max(0, row.daysPerMonth)) << 25)
  );
}

/** Four bits a language: 0 when not stated, else the rank of the level and one. */
export function packLanguages(languages: readonly [number, number][] | null): [number, number] {
  const words: [number, number] = [0, 0];
  for (const [language, rank] of languages ?? []) {
    if (language < 0 || language >= MOST_LANGUAGES) continue;
    const half = language >> 3;
    const shift = (language & 7) * 4;
    const known = ((words[half] as number) >>> shift) & 15;
    if (rank + 1 > known)
      words[half] = ((words[half] as number) & ~(15 << shift)) | (Math.min(6, rank + 1) << shift);
  }
  return words;
}

/** Rank of the level of a language, -1 when not stated. */
export const languageRankIn = (low: number, high: number, language: number): number =>
  language >= MOST_LANGUAGES ? -1 : (((language < 8 ? low : high) >>> ((language & 7) * 4)) & 15) - 1;

const in16 = (value: number | null): number =>
  value === null ? UNKNOWN_16 : Math.min(UNKNOWN_16 - 1, Math.max(0, Math.floor(value)));

export const packMonthsAndDay = (months: number | null, confirmed: number | null): number =>
  in16(months) | (in16(confirmed) << 16);
export const monthsIn = (packed: number): number => packed & UNKNOWN_16;
/** Day on which the profile was confirmed. */
export const confirmedIn = (packed: number): number => packed >>> 16;
