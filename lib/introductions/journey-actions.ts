"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/action.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { DomainError, InvalidError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { filesOf, withUploads } from "./files.ts";
import { answerFollowUp } from "./follow-up-commands.ts";
import { followUpInput } from "./follow-up-schema.ts";
import { countersignLanding, recordLanding, returnLanding } from "./landing-commands.ts";
import { countersignInput, landingInput, returnLandingInput } from "./landing-schema.ts";
import { acceptOffer, declineOffer, recordOffer } from "./offer-commands.ts";
import { acceptOfferInput, declineOfferInput, offerInput } from "./offer-schema.ts";
import { pageOfCase } from "./page-of-case.ts";

type About = { viewer: Viewer; introductionId: string; locale: AppLocale; done: string };

/** Carries a command out and shows the terms as they now are, also when somebody else was quicker. */
async function done({ viewer, introductionId, locale, done }: About, work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    if (error instanceof DomainError) revalidatePath("/[locale]", "layout");
    throw error;
  }
  revalidatePath("/[locale]", "layout");
  redirect({ href: await pageOfCase(viewer, introductionId, "terms", done), locale });
}

export const recordOfferAction = action(
  "recordOfferAction",
  offerInput,
  async (viewer, input, { locale, form, key }) => {
    const { introductionId } = input;
    const files = await filesOf(form, "evidence");
    await done({ viewer, introductionId, locale, done: "recorded" }, () =>
      withUploads(files.slice(0, 1), { path: "evidence", locale }, ([upload]) =>
        recordOffer(viewer, { ...input, upload }, key),
      ),
    );
  },
);

export const acceptOfferAction = action(
  "acceptOfferAction",
  acceptOfferInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "accepted" }, () => acceptOffer(viewer, input));
  },
);

export const declineOfferAction = action(
  "declineOfferAction",
  declineOfferInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "declined" }, () => declineOffer(viewer, input));
  },
);

export const recordLandingAction = action(
  "recordLandingAction",
  landingInput,
  async (viewer, input, { locale, form }) => {
    const { introductionId } = input;
    const files = await filesOf(form, "proof");
    if (files.length === 0) throw new InvalidError([{ path: "proof", key: "proofNeeded" }]);
    await done({ viewer, introductionId, locale, done: "landingRecorded" }, () =>
      withUploads(files.slice(0, 1), { path: "proof", locale }, ([upload]) =>
        recordLanding(viewer, { ...input, upload: upload! }),
      ),
    );
  },
);

export const countersignLandingAction = action(
  "countersignLandingAction",
  countersignInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "countersigned" }, () =>
      countersignLanding(viewer, input),
    );
  },
);

export const returnLandingAction = action(
  "returnLandingAction",
  returnLandingInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await done({ viewer, introductionId, locale, done: "landingReturned" }, () =>
      returnLanding(viewer, input),
    );
  },
);

export const answerFollowUpAction = action(
  "answerFollowUpAction",
  followUpInput,
  async (viewer, { introductionId, ...input }, { locale }) => {
    await done({ viewer, introductionId, locale, done: "answered" }, () => answerFollowUp(viewer, input));
  },
);
