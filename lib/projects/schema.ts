import { z } from "zod";

/** A text in the three languages, as the columns `name` and `summary` hold it. */
export const inThreeLanguages = z.object({ "zh-Hans": z.string(), "zh-Hant": z.string(), en: z.string() });

export const PROJECT_STATUSES = ["PLANNED", "ACTIVE", "AT_RISK", "PAUSED", "COMPLETED", "CANCELLED"] as const;

export type ProjectSummary = {
  id: string;
  ordinal: number;
  name: string;
  summary: string;
  /** false: inferred by the workstation, shown as "to be confirmed" */
  stated: boolean;
  status: (typeof PROJECT_STATUSES)[number];
  /** a key below `projects.sources`, or the source in words */
  source: string;
  /** YYYY-MM-DD */
  startsOn: string | null;
  endsOn: string | null;
};
