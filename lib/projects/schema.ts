import { z } from "zod";
import { day, optional, text } from "#lib/forms.ts";
import { OFFICES } from "#lib/terms/terms.ts";

/** A text in the three languages, as the columns `name` and `summary` hold it. */
export const inThreeLanguages = z.object({ "zh-Hans": z.string(), "zh-Hant": z.string(), en: z.string() });
export type InThreeLanguages = z.output<typeof inThreeLanguages>;

export const PROJECT_STATUSES = ["PLANNED", "ACTIVE", "AT_RISK", "PAUSED", "COMPLETED", "CANCELLED"] as const;
export const PROJECT_BASES = ["STATED", "INFERRED"] as const;

const texts = (maximum: number) =>
  z.strictObject({ "zh-Hans": text(maximum), "zh-Hant": text(maximum), en: text(maximum) });

/** Fields `name.zh-Hans`, `name.zh-Hant`, `name.en`, `summary.…` and so on. */
export const projectInput = z
  .strictObject({
    projectId: text(60),
    version: z.coerce.number().int(),
    name: texts(80),
    summary: texts(400),
    basis: z.enum(PROJECT_BASES),
    status: z.enum(PROJECT_STATUSES),
    source: text(300),
    leadOffice: z.enum(OFFICES),
    startsOn: optional(day()),
    endsOn: optional(day()),
  })
  .refine((project) => !project.startsOn || !project.endsOn || project.startsOn <= project.endsOn, {
    path: ["endsOn"],
    message: "endBeforeStart",
  });
export type ProjectInput = z.output<typeof projectInput>;

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

/** A project as staff edit it. */
export type ProjectForStaff = Omit<ProjectInput, "projectId"> & {
  id: string;
  ordinal: number;
  updatedAt: Date;
};
