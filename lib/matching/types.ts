/**
 * What the matching engine reads and returns. The inputs have no protected attribute and no identity:
 * no name, sex, age, birth date, photo, marital or family status, ethnicity, religion, contact.
 * A field that is absent or null is unknown; unknown is shown, never guessed.
 */
export type Locale = "zh-Hans" | "zh-Hant" | "en";
export type EducationLevel = "secondary" | "associate" | "bachelor" | "master" | "doctorate";
export type LanguageLevel = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";
export type Mode = "full_time" | "flexible" | "project" | "internship";
export type Intention = Mode | "entrepreneurship";
export type Direction = "hk_to_yantai" | "yantai_to_hk" | "both";
export type Currency = "CNY" | "HKD";
export type PayPeriod = "year" | "month" | "day";
export type Pathway =
  | "hkmo_chinese_resident"
  | "hkmo_other_resident"
  | "mainland_resident"
  | "foreign_national";
export type NeedType = "job" | "expert" | "challenge" | "internship";

/** Amounts in whole units of the currency for one period. */
export type Pay = { min: number; max: number | null; currency: Currency; period: PayPeriod };

export type Experience = {
  title: string;
  organisation?: string | null;
  industry?: string | null;
  /** YYYY-MM */
  from?: string | null;
  /** YYYY-MM, null while it lasts */
  to?: string | null;
  description?: string | null;
};

export type Education = {
  level: EducationLevel;
  discipline?: string | null;
  institution?: string | null;
  year?: number | null;
};

export type TeamMemberInput = { role: string; skills: string[] };

export type TalentInput = {
  id: string;
  kind?: "individual" | "team" | null;
  locale?: Locale | null;
  headline?: string | null;
  summary?: string | null;
  skills?: string[] | null;
  experience?: Experience[] | null;
  education?: Education[] | null;
  qualifications?: string[] | null;
  languages?: { code: string; level: LanguageLevel }[] | null;
  base?: "HK" | "MO" | "CN" | "YT" | "OVERSEAS" | null;
  pathway?: Pathway | null;
  intentions?: Intention[] | null;
  direction?: Direction | null;
  /** YYYY-MM-DD */
  availableFrom?: string | null;
  daysPerMonth?: number | null;
  expectedPay?: Pay | null;
  /** industries of interest, ids of the taxonomy */
  industries?: string[] | null;
  members?: TeamMemberInput[] | null;
  /** YYYY-MM-DD */
  updatedAt?: string | null;
};

export type NeedInput = {
  id: string;
  type?: NeedType | null;
  direction?: Exclude<Direction, "both"> | null;
  locale?: Locale | null;
  title?: string | null;
  description?: string | null;
  duties?: string[] | null;
  mustHave?: string[] | null;
  preferred?: string[] | null;
  educationMin?: EducationLevel | null;
  disciplines?: string[] | null;
  experienceYearsMin?: number | null;
  qualificationsRequired?: string[] | null;
  languages?: { code: string; level: LanguageLevel; required: boolean }[] | null;
  modes?: Mode[] | null;
  daysPerMonth?: number | null;
  chain?: string | null;
  district?: string | null;
  ftz?: boolean | null;
  pay?: Pay | null;
  headcount?: number | null;
  start?: string | null;
  /** YYYY-MM-DD */
  deadline?: string | null;
};

/** The dictionary as the engine sees it; `lib/taxonomy` builds one from its data files. */
export type ConceptKind =
  | "skill"
  | "tool"
  | "standard"
  | "qualification"
  | "discipline"
  | "occupation"
  | "industry";
export type ConceptLink = "same" | "alias" | "narrower" | "broader" | "related";
export type ConceptHit = {
  conceptId: string;
  /** UTF-16 offsets into the original text */
  start: number;
  end: number;
  kind: ConceptKind;
};
/** Words of one script (character pairs, English stems) and those of the other that stand for them, with confidence in (0, 1]. */
export type WordTranslations = ReadonlyMap<string, readonly { term: string; confidence: number }[]>;
export interface Dictionary {
  readonly version: string;
  /** Longest non-overlapping mentions of concepts in a text of any of the three scripts. */
  find(text: string): ConceptHit[];
  /** Concepts reachable from one concept with the typed link and its confidence in (0, 1]. */
  linksOf(conceptId: string): readonly { conceptId: string; link: ConceptLink; confidence: number }[];
  label(conceptId: string, locale: Locale): string;
  kindOf(conceptId: string): ConceptKind | undefined;
  /** Single words across scripts, for what no concept covers. */
  readonly translations?: WordTranslations;
  /** What occupations a title is like, as a vector of length 1, empty when like none; only with a wide classification such as ESCO. */
  occupationsLike?(title: string): ReadonlyMap<number, number>;
}

/** A stretch of one side's text that a criterion rests on. `field` is a path such as `mustHave[0]` or `experience[1].description`. */
export type Evidence = { side: "need" | "talent"; field: string; start: number; end: number; text: string };

/** A sentence in no language: a message key below `matching.reasons` and its parameters; pages put it into the viewer's language. */
export type Reason = { key: string; params?: Record<string, string | number> };

/** What would lift a match: the points of the score that it would give at least, and the conflict that would be gone. Absent in results before 1.2.0. */
export type Advice = Reason & { points?: number; clears?: ConflictId };

export type CriterionId =
  | "mustHave"
  | "preferred"
  | "field"
  | "experience"
  | "education"
  | "language"
  | "terms"
  | "pay"
  | "freshness";

export type Criterion = {
  id: CriterionId;
  /** which way it is seen from */
  direction: "needToTalent" | "talentToNeed" | "both";
  /** 0 to 1; null when nothing is known */
  value: number | null;
  weight: number;
  /** points of the shown score; the contributions of all criteria add up to it exactly */
  contribution: number;
  reasons: Reason[];
  evidence: Evidence[][];
  /** e.g. ["jacket foundation", "導管架"]: how two texts were joined */
  paths: { from: string; to: string; link: ConceptLink | "text"; conceptIds: string[] }[];
};

export type ConflictId =
  | "direction"
  | "mode"
  | "education"
  | "language"
  | "experience"
  | "availability"
  | "qualification"
  | "pay";

export type HardCheck = {
  id: ConflictId | "pathway";
  outcome: "pass" | "conflict" | "unknown" | "information";
  reason: Reason;
};

export type MatchResult = {
  needId: string;
  talentId: string;
  /** 0 to 100 with one decimal: the sum of the contributions */
  score: number;
  /** what lists are sorted by: the score before rounding, lowered by conflicts; equal ones go by id */
  order: number;
  /** 0 to 100: how the talent looks from the need's side, and the need from the talent's */
  needToTalent: number;
  talentToNeed: number;
  conflicts: ConflictId[];
  checks: HardCheck[];
  criteria: Criterion[];
  missing: Reason[];
  wouldChange: Advice[];
  engineVersion: string;
  dictionaryVersion: string;
  weightsVersion: string;
};
