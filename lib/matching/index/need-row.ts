import type { CriterionId } from "../types.ts";
import type { Weights } from "../weights.ts";

export const criterionOrder: readonly CriterionId[] = [
  "mustHave",
  "field",
  "experience",
  "preferred",
  "education",
  "language",
  "terms",
  "pay",
  "freshness",
];

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
  /** it says nothing but a title: the field then is that of the title */
  titleOnly: boolean;
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
  /** points of each criterion of `criterionOrder`, both directions together */
  points: number[];
};

export const pointsOf = (weights: Weights): number[] =>
  criterionOrder.map((id) => weights[id].need + weights[id].talent);

/** Which criteria of `criterionOrder` a need asks about; the profile decides about those that may be either. */
export const asks = (need: NeedRow): boolean[] => [
  need.mustHave.length > 0,
  need.hasField,
  true,
  need.preferred.length > 0,
  need.educationMin >= 0 || need.disciplines !== null,
  need.languages.length > 0,
  true,
  need.payMax !== null,
  true,
];
