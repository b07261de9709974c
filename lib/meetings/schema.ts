import { z } from "zod";
import { checkbox, day, optional, optionalText, text, whole } from "#lib/forms.ts";

export const MEETING_KINDS = ["interview", "call", "site_visit", "service", "meal"] as const;
export const MEETING_MODES = ["online", "on_site"] as const;
export const OPINIONS = ["yes", "leaning_yes", "leaning_no", "no"] as const;
export const MARKS = [1, 2, 3, 4] as const;
export const MINUTES = [30, 45, 60, 90, 120, 180, 240] as const;
export const MOST_OPTIONS = 5;
export const MOST_SLOTS = 12;
/** Times lie at most so many days ahead. */
export const DAYS_AHEAD = 180;
export const VISIT_DAYS = 21;

/** A time of the clock in Hong Kong and Yantai (both UTC+8, without summer time), as a datetime-local field sends it. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "invalidTime")
  .pipe(z.iso.datetime({ local: true, error: "invalidTime" }))
  .transform((value) => new Date(`${value}:00+08:00`));
const moments = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]).filter((one) => one !== "" && one !== undefined),
  z.array(moment).max(20, "tooMany"),
);
const url = z.preprocess(
  (value) => value ?? "",
  z.union([z.literal(""), z.url({ protocol: /^https$/, error: "invalidUrl" }).max(500)], "invalidUrl"),
);
const minutes = whole(15, 480).refine(
  (value) => (MINUTES as readonly number[]).includes(value),
  "notAChoice",
);
const introduction = { introductionId: z.uuid("notFound") };
const seen = { ...introduction, meetingId: z.uuid("notFound"), version: whole(1, 1_000_000) };
const about = { mode: z.enum(MEETING_MODES, "required"), place: optionalText(300), url };
const times = { minutes, suggested: moments, times: moments };

export const proposeMeetingInput = z.strictObject({
  ...introduction,
  visitId: optional(z.uuid("notFound")),
  kind: z.enum(MEETING_KINDS, "required"),
  title: text(160),
  ...about,
  note: optionalText(1000),
  ...times,
  /** staff and the enterprise set a part of a visit without asking */
  fixed: checkbox(),
});
export const chooseTimeInput = z.strictObject({ ...seen, optionId: z.uuid("required") });
export const rescheduleInput = z.strictObject({ ...seen, ...times, reason: text(500) });
export const cancelMeetingInput = z.strictObject({ ...seen, reason: text(500) });
export const outcomeInput = z.strictObject({
  ...seen,
  outcome: z.enum(["held", "no_show"], "required"),
  noShow: optional(z.enum(["TALENT", "ENTERPRISE"])),
  reason: optionalText(500),
});

export const offerSlotsInput = z.strictObject({
  needId: z.uuid("notFound"),
  /** the case from whose page they are offered; it is where one comes back to */
  introductionId: optional(z.uuid("notFound")),
  ...about,
  ...times,
});
export const takeSlotInput = z.strictObject({ ...introduction, slotId: z.uuid("required") });
export const withdrawSlotInput = z.strictObject({
  slotId: z.uuid("notFound"),
  introductionId: optional(z.uuid("notFound")),
});

export const visitInput = z
  .strictObject({
    ...introduction,
    title: text(160),
    startsOn: day(),
    endsOn: day(),
    note: optionalText(2000),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ["endsOn"], error: "endBeforeStart" });
export const cancelVisitInput = z.strictObject({
  ...introduction,
  visitId: z.uuid("notFound"),
  version: whole(1, 1_000_000),
  reason: text(500),
});

export const evidenceInput = z.strictObject({
  ...introduction,
  meetingId: z.uuid("notFound"),
  items: z
    .array(z.strictObject({ criterion: text(500), seen: optionalText(1500), mark: optional(whole(1, 4)) }))
    .min(1, "required")
    .max(40, "tooMany"),
});
export const opinionInput = z.strictObject({
  ...introduction,
  meetingId: z.uuid("notFound"),
  opinion: z.enum(OPINIONS, "required"),
  summary: text(2000),
});
export const feedInput = z.strictObject({});

export type ProposeMeeting = z.output<typeof proposeMeetingInput>;
export type ChooseTime = z.output<typeof chooseTimeInput>;
export type Reschedule = z.output<typeof rescheduleInput>;
export type CancelMeeting = z.output<typeof cancelMeetingInput>;
export type OutcomeInput = z.output<typeof outcomeInput>;
export type OfferSlots = Omit<z.output<typeof offerSlotsInput>, "introductionId">;
export type TakeSlot = z.output<typeof takeSlotInput>;
export type VisitInput = z.output<typeof visitInput>;
export type CancelVisit = z.output<typeof cancelVisitInput>;
export type EvidenceInput = z.output<typeof evidenceInput>;
export type OpinionInput = z.output<typeof opinionInput>;
export type EvidenceItem = EvidenceInput["items"][number];
