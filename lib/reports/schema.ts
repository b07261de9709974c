import { z } from "zod";
import { RUNNING } from "#lib/introductions/policy.ts";
import { CHAINS, NEED_DIRECTIONS, OFFICES } from "#lib/terms/terms.ts";

/** What the funnel counts, in its order; each is a condition in lib/reports/figures.ts. People are counted once. */
export const MATCH_FIGURES = ["approved", "invited", "willing"] as const;
export const CASE_FIGURES = [
  "begun",
  "met",
  "offered",
  "accepted",
  "landed",
  "retained",
  "noFit",
  "withdrawn",
] as const;
/** Counted over cases of whatever age. */
export const LOAD_FIGURES = ["running", "overdue", "dueSoon", "ours"] as const;
/** The numbers of the Today page: what nobody has or is long overdue, and what waits for a countersignature. */
export const DESK_FIGURES = ["stuck", "unsigned"] as const;
/** Cases that began in the period by one stage: those that have left it, and those that are in it. */
export const STAY_FIGURES = ["left", "there"] as const;
/** Cases that began in the period and to which the workstation has not said a word yet. */
const RESPONSE_FIGURES = ["unanswered"] as const;
export const FIGURES = [
  ...MATCH_FIGURES,
  ...CASE_FIGURES,
  ...LOAD_FIGURES,
  ...DESK_FIGURES,
  ...STAY_FIGURES,
  ...RESPONSE_FIGURES,
] as const;
export type MatchFigure = (typeof MATCH_FIGURES)[number];
export type CaseFigure = (typeof CASE_FIGURES)[number];
export type LoadFigure = (typeof LOAD_FIGURES)[number];
export type DeskFigure = (typeof DESK_FIGURES)[number];
export type Figure = (typeof FIGURES)[number];
const among = (figures: readonly Figure[], figure: Figure) => figures.includes(figure);
export const isMatchFigure = (figure: Figure): figure is MatchFigure => among(MATCH_FIGURES, figure);
export const isDeskFigure = (figure: Figure): figure is DeskFigure => among(DESK_FIGURES, figure);
/** Counted now, whenever the cases began; all others count what belongs to a period. */
export const isOfNow = (figure: Figure): figure is LoadFigure | DeskFigure =>
  isDeskFigure(figure) || among(LOAD_FIGURES, figure);
/** Each person counts once; all others count cases. */
export const countsPeople = (figure: Figure): figure is MatchFigure | CaseFigure =>
  isMatchFigure(figure) || among(CASE_FIGURES, figure);

export const DIMENSIONS = ["office", "chain", "direction", "month"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const one = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);
const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);

/** Filters of the figures as they stand in the URL. Months (YYYY-MM) are of Hong Kong time and both inclusive. */
export const figureFilters = z.object({
  from: month,
  to: month,
  office: one(OFFICES),
  chain: one(CHAINS),
  direction: one(NEED_DIRECTIONS),
  by: z.enum(DIMENSIONS).catch("month"),
});
export type FigureFilters = z.output<typeof figureFilters>;

/** One number's cases: the figure, its filters, the officer whose load it is, and the stage of a stay. */
export const figureCases = figureFilters
  .omit({ by: true })
  .extend({
    figure: z.enum(FIGURES).catch("begun"),
    stage: one(RUNNING),
    owner: z
      .union([z.literal("none"), z.uuid()])
      .optional()
      .catch(undefined),
    after: z
      .string()
      .regex(/^\d+\.[0-9a-f-]{36}$/)
      .optional()
      .catch(undefined),
  })
  // a stay is one in a named stage
  .transform((asked) =>
    among(STAY_FIGURES, asked.figure) && !asked.stage ? { ...asked, figure: "begun" as const } : asked,
  );
export type FigureCases = z.output<typeof figureCases>;

export const FIGURE_FORMATS = ["xlsx", "pdf"] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];
