"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/action.ts";
import { DomainError } from "#lib/errors.ts";
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
import {
  acceptHandOver,
  assignCase,
  cancelHandOver,
  offerHandOver,
  returnHandOver,
} from "./owner-commands.ts";

/**
 * Carries a command out and has the page read anew, also when somebody else was quicker: the form keeps what was typed, and
 * stands beside the case as it is now.
 */
async function fresh(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    if (error instanceof DomainError) revalidatePath("/[locale]", "layout");
    throw error;
  }
  revalidatePath("/[locale]", "layout");
}

const page = (id: string, done: string) => `/staff/introductions/${id}?done=${done}`;

/** From the board and from the case: whoever has no JavaScript comes to the case's page. */
export const moveCaseAction = action("moveCaseAction", moveInput, async (viewer, input, { locale, form }) => {
  await fresh(() => moveByHand(viewer, input));
  if (form.get("_board")) return;
  redirect({ href: page(input.introductionId, input.move), locale });
});

export const setNextStepAction = action("setNextStepAction", stepInput, async (viewer, input, { locale }) => {
  await fresh(() => setNextStep(viewer, input));
  redirect({ href: page(input.introductionId, "step"), locale });
});

export const assignCaseAction = action("assignCaseAction", assignInput, async (viewer, input, { locale }) => {
  await fresh(() => assignCase(viewer, input));
  redirect({ href: page(input.introductionId, "assigned"), locale });
});

export const takeCaseAction = action("takeCaseAction", caseRef, async (viewer, input, { locale }) => {
  await fresh(() => assignCase(viewer, { ...input, ownerId: viewer.accountId ?? "" }));
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
