import type { Weights } from "../weights.ts";

/** A requirement of which each group counts by its best concept; `full` is what all of them together give, 0 to 1. */
export type WantedPhrase = { full: number; groups: { weight: number; members: number[] }[] };

/** A need as the index takes it. Members, weights and disciplines refer to positions in `wanted`. */
export type NeedRow = {
  id: string;
  /** numbers of the wanted concepts, each once */
  wanted: number[];
  /** share of the field of work and of the title that each stands for; each list adds up to 1 or is all 0 */
  fieldWeights: number[];
  titleWeights: number[];
  /** false when the need says nothing about its work */
  hasField: boolean;
  mustHave: WantedPhrase[];
  preferred: WantedPhrase[];
  /** null when no discipline is asked for */
  disciplines: number[] | null;
  direction: 0 | 1 | 2;
  /** bits of `modes`, 0 when none is named */
  modes: number;
  internship: boolean;
  /** rank, -1 when none is asked for */
  educationMin: number;
  /** null when no minimum is named */
  yearsMin: number | null;
  seniority: number;
  languages: { language: number; rank: number; required: boolean }[];
  /** numbers of the licences asked for */
  licences: number[];
  daysPerMonth: number;
  /** upper end, yuan a year */
  payMax: number | null;
  start: number | null;
  deadline: number | null;
  weights: Weights;
};

/** Points of 100 that each criterion can give for this need when all that it asks about are counted. */
export type Points = {
  mustHave: number;
  field: number;
  experience: number;
  preferred: number;
  education: number;
  language: number;
  terms: number;
  pay: number;
  freshness: number;
};

export function pointsOf(need: NeedRow): Points {
  const { weights } = need;
  const both = (id: keyof Weights, asked: boolean) => (asked ? weights[id].need + weights[id].talent : 0);
  return {
    mustHave: both("mustHave", need.mustHave.length > 0),
    field: both("field", need.hasField),
    experience: both("experience", true),
    preferred: both("preferred", need.preferred.length > 0),
    education: both("education", need.educationMin >= 0 || need.disciplines !== null),
    language: both("language", need.languages.length > 0),
    terms: both("terms", true),
    pay: both("pay", need.payMax !== null),
    freshness: both("freshness", true),
  };
}
