"use server";

import { action } from "#lib/action.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { InvalidError } from "#lib/errors.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { moveByHand, setNextStep } from "./case-commands.ts";
import {
  acceptHandOverInput,
  assignInput,
  caseRef,
  endInput,
  handOverCaseInput,
  moveInput,
  returnHandOverInput,
  stepInput,
} from "./case-schema.ts";
import { endCase } from "./ending-commands.ts";
import { filesOf, withUploads } from "./files.ts";
import { answerFollowUp } from "./follow-up-commands.ts";
import { followUpInput } from "./follow-up-schema.ts";
import { countersignLanding, recordLanding, returnLanding } from "./landing-commands.ts";
import { countersignInput, landingInput, returnLandingInput } from "./landing-schema.ts";
import { acceptOffer, declineOffer, recordOffer, takeBackOffer } from "./offer-commands.ts";
import { acceptOfferInput, endOfferInput, offerInput } from "./offer-schema.ts";
import {
  acceptHandOver,
  assignCase,
  cancelHandOver,
  offerHandOver,
  returnHandOver,
} from "./owner-commands.ts";
import { fresh, toCasePage } from "./to-case-page.ts";

const STAYS = { stays: true };
const page = (id: string, done: string) => `/staff/introductions/${id}?done=${done}`;

/** From the board and from the case: whoever has no JavaScript comes to the case's page. */
export const moveCaseAction = action("moveCaseAction", moveInput, async (viewer, input, { locale, form }) => {
  await fresh(() => moveByHand(viewer, input), STAYS);
  if (form.get("_board")) return;
  redirect({ href: page(input.introductionId, input.move), locale });
});

export const setNextStepAction = action("setNextStepAction", stepInput, async (viewer, input, { locale }) => {
  await fresh(() => setNextStep(viewer, input), STAYS);
  redirect({ href: page(input.introductionId, "step"), locale });
});

export const assignCaseAction = action("assignCaseAction", assignInput, async (viewer, input, { locale }) => {
  await fresh(() => assignCase(viewer, input), STAYS);
  redirect({ href: page(input.introductionId, "assigned"), locale });
});

export const takeCaseAction = action("takeCaseAction", caseRef, async (viewer, input, { locale }) => {
  await fresh(() => assignCase(viewer, { ...input, ownerId: viewer.accountId ?? "" }), STAYS);
  redirect({ href: page(input.introductionId, "taken"), locale });
});

export const offerHandOverAction = action(
  "offerHandOverAction",
  handOverCaseInput,
  async (viewer, input, { locale }) => {
    await fresh(() => offerHandOver(viewer, input));
    redirect({ href: page(input.introductionId, "handOverOffered"), locale });
  },
);

export const acceptHandOverAction = action(
  "acceptHandOverAction",
  acceptHandOverInput,
  async (viewer, input, { locale }) => {
    await fresh(() => acceptHandOver(viewer, input));
    redirect({ href: page(input.introductionId, "handedOver"), locale });
  },
);

export const returnHandOverAction = action(
  "returnHandOverAction",
  returnHandOverInput,
  async (viewer, input, { locale }) => {
    await fresh(() => returnHandOver(viewer, input));
    redirect({ href: page(input.introductionId, "handOverReturned"), locale });
  },
);

export const cancelHandOverAction = action(
  "cancelHandOverAction",
  caseRef,
  async (viewer, input, { locale }) => {
    await fresh(() => cancelHandOver(viewer, input));
    redirect({ href: page(input.introductionId, "handOverCancelled"), locale });
  },
);

export const endCaseAction = action("endCaseAction", endInput, async (viewer, input, { locale }) => {
  await fresh(() => endCase(viewer, input));
  redirect({ href: page(input.introductionId, "ended"), locale });
});

/** As `endCaseAction`, from a talent's or an enterprise's own page of the case. */
export const endOwnCaseAction = action("endOwnCaseAction", endInput, async (viewer, input, { locale }) => {
  await fresh(() => endCase(viewer, input));
  redirect({
    href:
      viewer.role === "TALENT"
        ? `/talent/introductions/${input.introductionId}?done=ended`
        : "/enterprise/introductions?done=ended",
    locale,
  });
});

const toTerms = (
  about: Parameters<typeof toCasePage>[1],
  work: () => Promise<unknown>,
  where?: Parameters<typeof toCasePage>[3],
) => toCasePage("terms", about, work, where);

function mustBeSure(viewer: Viewer, role: Viewer["role"], sure: boolean) {
  if (viewer.role === role && !sure) throw new InvalidError([{ path: "sure", key: "required" }]);
}

export const recordOfferAction = action(
  "recordOfferAction",
  offerInput,
  async (viewer, { sure, ...input }, { locale, form, key }) => {
    const { introductionId } = input;
    mustBeSure(viewer, "ENTERPRISE", sure);
    const files = await filesOf(form, "evidence");
    await toTerms(
      { viewer, introductionId, locale, done: "recorded" },
      () =>
        withUploads(files.slice(0, 1), { path: "evidence", locale }, ([upload]) =>
          recordOffer(viewer, { ...input, upload }, key),
        ),
      STAYS,
    );
  },
);

export const acceptOfferAction = action(
  "acceptOfferAction",
  acceptOfferInput,
  async (viewer, { sure, ...input }, { locale }) => {
    const { introductionId } = input;
    mustBeSure(viewer, "TALENT", sure);
    await toTerms({ viewer, introductionId, locale, done: "accepted" }, () => acceptOffer(viewer, input));
  },
);

export const declineOfferAction = action(
  "declineOfferAction",
  endOfferInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await toTerms({ viewer, introductionId, locale, done: "declined" }, () => declineOffer(viewer, input));
  },
);

export const takeBackOfferAction = action(
  "takeBackOfferAction",
  endOfferInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await toTerms({ viewer, introductionId, locale, done: "takenBack" }, () => takeBackOffer(viewer, input));
  },
);

export const recordLandingAction = action(
  "recordLandingAction",
  landingInput,
  async (viewer, input, { locale, form }) => {
    const { introductionId } = input;
    const files = await filesOf(form, "proof");
    if (files.length === 0) throw new InvalidError([{ path: "proof", key: "proofNeeded" }]);
    await toTerms({ viewer, introductionId, locale, done: "landingRecorded" }, () =>
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
    await toTerms({ viewer, introductionId, locale, done: "countersigned" }, () =>
      countersignLanding(viewer, input),
    );
  },
);

export const returnLandingAction = action(
  "returnLandingAction",
  returnLandingInput,
  async (viewer, input, { locale }) => {
    const { introductionId } = input;
    await toTerms({ viewer, introductionId, locale, done: "landingReturned" }, () =>
      returnLanding(viewer, input),
    );
  },
);

export const answerFollowUpAction = action(
  "answerFollowUpAction",
  followUpInput,
  async (viewer, { introductionId, ...input }, { locale }) => {
    await toTerms({ viewer, introductionId, locale, done: "answered" }, () => answerFollowUp(viewer, input));
  },
);
