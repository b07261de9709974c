import { z } from "zod";
import { MODES, NEED_DIRECTIONS, PATHWAYS } from "#lib/terms/terms.ts";

const words = z.strictObject({
  "zh-Hant": z.string().min(1),
  "zh-Hans": z.string().min(1),
  en: z.string().min(1),
});

export const FIELD_TYPES = ["text", "date", "month", "number", "choice"] as const;

export const taskField = z
  .strictObject({
    key: z.string().regex(/^[a-z][A-Za-z]*$/),
    type: z.enum(FIELD_TYPES),
    required: z.boolean().optional(),
    /** a day or month that cannot lie in the past */
    ahead: z.boolean().optional(),
    label: words,
    options: z.array(z.strictObject({ value: z.string(), label: words })).optional(),
  })
  .refine((field) => (field.type === "choice") === Boolean(field.options?.length), "a choice has options");
export type TaskField = z.output<typeof taskField>;

/** Whom an item is for; what is left out does not matter. `unknown`: the profile does not say the pathway. */
const when = z.strictObject({
  direction: z.enum(NEED_DIRECTIONS).optional(),
  pathways: z.array(z.enum([...PATHWAYS, "unknown"])).optional(),
  modes: z.array(z.enum(MODES)).optional(),
  /** the profile names a qualification */
  qualified: z.boolean().optional(),
  /** the terms came without a letter or contract */
  unlettered: z.boolean().optional(),
});

const item = z.strictObject({
  key: z.string().regex(/^[a-z][a-z-]*$/),
  side: z.enum(["TALENT", "ENTERPRISE", "STAFF"]),
  kind: z.enum(["UPLOAD", "QUESTION", "FORM", "DO"]),
  due: z.strictObject({ from: z.enum(["MEETING", "OFFER", "ACCEPTED", "ARRIVAL"]), days: z.int() }),
  when: when.optional(),
  /** only where the person asks for it: matters of the family */
  optIn: z.boolean().optional(),
  /** has no point any more once the person is there */
  beforeArrival: z.boolean().optional(),
  /** asks for identity papers */
  identity: z.boolean().optional(),
  /** what an enterprise answers is read by the talent too, once the workstation has accepted it; never the other way round */
  shared: z.boolean().optional(),
  title: words,
  text: words,
  fields: z.array(taskField).optional(),
  /** what it rests on: a law, a notice, a guide, and from when */
  source: z.strictObject({ name: z.string(), date: z.iso.date(), url: z.url().optional() }).nullable(),
  verified: z.strictObject({ by: z.string().min(1), at: z.iso.date() }).nullable(),
});
export type ChecklistItem = z.output<typeof item>;

export const checklist = z
  .strictObject({ $comment: z.string(), title: words, items: z.array(item) })
  .refine((list) => new Set(list.items.map(({ key }) => key)).size === list.items.length, "keys repeat")
  .refine(
    (list) => list.items.every((one) => (one.kind === "FORM") === Boolean(one.fields?.length)),
    "a form has fields, and nothing else has",
  )
  .refine(
    (list) => list.items.every((one) => !one.shared || one.side === "ENTERPRISE"),
    "only what an enterprise answers is shared",
  );
export type Checklist = z.output<typeof checklist>;

export const CHECKLISTS = ["interview", "offer", "landing"] as const;
export type ChecklistName = (typeof CHECKLISTS)[number];
