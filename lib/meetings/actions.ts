"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/action.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { translator } from "#lib/i18n/translate.ts";
import { pageOfCase } from "#lib/introductions/page-of-case.ts";
import { fresh, toCasePage } from "#lib/introductions/to-case-page.ts";
import { publicUrl } from "#lib/public-url.ts";
import { chooseTime, proposeMeeting, rescheduleMeeting } from "./commands.ts";
import { removeCalendarFeed, renewCalendarFeed } from "./feed-commands.ts";
import { cancelMeeting, recordMeeting } from "./outcome-commands.ts";
import * as schema from "./schema.ts";
import { giveOpinion, saveEvidence } from "./score-commands.ts";
import { offerSlots, takeSlot, withdrawSlot } from "./slot-commands.ts";
import { cancelVisit, planVisit } from "./visit-commands.ts";

const done = (about: Parameters<typeof toCasePage>[1], work: () => Promise<unknown>) =>
  toCasePage("meetings", about, work);

export const proposeMeetingAction = action(
  "proposeMeetingAction",
  schema.proposeMeetingInput,
  async (viewer, input, { locale, key }) => {
    const { introductionId, fixed } = input;
    await done({ viewer, introductionId, locale, done: fixed ? "fixed" : "proposed" }, () =>
      proposeMeeting(viewer, input, key),
    );
  },
);

export const chooseTimeAction = action(
  "chooseTimeAction",
  schema.chooseTimeInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    const { confirmed } = await fresh(() => chooseTime(viewer, input));
    const name = confirmed ? "chosen" : "agreed";
    redirect({ href: await pageOfCase(viewer, introductionId, "meetings", name), locale });
  },
);

export const rescheduleMeetingAction = action(
  "rescheduleMeetingAction",
  schema.rescheduleInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "rescheduled" }, () =>
      rescheduleMeeting(viewer, input),
    );
  },
);

export const cancelMeetingAction = action(
  "cancelMeetingAction",
  schema.cancelMeetingInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "cancelled" }, () => cancelMeeting(viewer, input));
  },
);

export const recordMeetingAction = action(
  "recordMeetingAction",
  schema.outcomeInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "recorded" }, () => recordMeeting(viewer, input));
  },
);

export const planVisitAction = action(
  "planVisitAction",
  schema.visitInput,
  async (viewer, input, { locale, key }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "visitPlanned" }, () => planVisit(viewer, input, key));
  },
);

export const cancelVisitAction = action(
  "cancelVisitAction",
  schema.cancelVisitInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "visitCancelled" }, () => cancelVisit(viewer, input));
  },
);

/** From a case's page or from the need's own. */
const pageOfSlots = (viewer: Viewer, introductionId: string | null, needId: string | null, name: string) =>
  introductionId
    ? pageOfCase(viewer, introductionId, "meetings", name)
    : Promise.resolve(needId ? `/enterprise/needs/${needId}?done=${name}` : null);

export const offerSlotsAction = action(
  "offerSlotsAction",
  schema.offerSlotsInput,
  async (viewer, { introductionId, ...input }, { locale, key }) => {
    await fresh(() => offerSlots(viewer, input, key));
    const href = await pageOfSlots(viewer, introductionId, input.needId, "slotsOffered");
    if (href) redirect({ href, locale });
  },
);

export const withdrawSlotAction = action(
  "withdrawSlotAction",
  schema.withdrawSlotInput,
  async (viewer, { slotId, introductionId }, { locale }) => {
    await fresh(() => withdrawSlot(viewer, { slotId }));
    const href = await pageOfSlots(viewer, introductionId, null, "slotWithdrawn");
    if (href) redirect({ href, locale });
  },
);

export const takeSlotAction = action(
  "takeSlotAction",
  schema.takeSlotInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "slotTaken" }, () => takeSlot(viewer, input));
  },
);

export const saveEvidenceAction = action(
  "saveEvidenceAction",
  schema.evidenceInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "evidence" }, () => saveEvidence(viewer, input));
  },
);

export const giveOpinionAction = action(
  "giveOpinionAction",
  schema.opinionInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "opinion" }, () => giveOpinion(viewer, input));
  },
);

/** The address is shown once, in the answer: it is stored only as a hash. */
export const renewCalendarFeedAction = action(
  "renewCalendarFeedAction",
  schema.feedInput,
  async (viewer, _input, { locale }) => {
    const { token, first } = await renewCalendarFeed(viewer);
    revalidatePath("/[locale]/settings", "page");
    const address = `${publicUrl().replace(/\/$/, "")}/api/calendar/${token}`;
    const message = translator(locale, "meetings")(first ? "feed.made" : "feed.replaced", { address });
    return { message, data: address };
  },
);

export const removeCalendarFeedAction = action(
  "removeCalendarFeedAction",
  schema.feedInput,
  async (viewer, _input, { locale }) => {
    await removeCalendarFeed(viewer);
    revalidatePath("/[locale]/settings", "page");
    return { message: translator(locale, "meetings")("feed.removed") };
  },
);
