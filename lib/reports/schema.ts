import { z } from "zod";
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
export const FIGURES = [...MATCH_FIGURES, ...CASE_FIGURES, ...LOAD_FIGURES, ...DESK_FIGURES] as const;
export type MatchFigure = (typeof MATCH_FIGURES)[number];
export type CaseFigure = (typeof CASE_FIGURES)[number];
export type LoadFigure = (typeof LOAD_FIGURES)[number];
export type DeskFigure = (typeof DESK_FIGURES)[number];
export type Figure = (typeof FIGURES)[number];
export const isMatchFigure = (figure: Figure): figure is MatchFigure =>
  (MATCH_FIGURES as readonly string[]).includes(figure);

export const isDeskFigure = (figure: Figure): figure is DeskFigure =>
  (DESK_FIGURES as readonly string[]).includes(figure);
/** Counted now and in cases, whenever they began; all others count people in a period. */
export const isOfNow = (figure: Figure): figure is LoadFigure | DeskFigure =>
  isDeskFigure(figure) || (LOAD_FIGURES as readonly string[]).includes(figure);

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

/** One number's cases: the figure, its filters, and the officer whose load it is. */
export const figureCases = figureFilters.omit({ by: true }).extend({
  figure: z.enum(FIGURES).catch("begun"),
  owner: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
  after: z
    .string()
    .regex(/^\d+\.[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type FigureCases = z.output<typeof figureCases>;

export const FIGURE_FORMATS = ["xlsx", "pdf"] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];
