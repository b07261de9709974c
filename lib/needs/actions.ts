"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/action.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import {
  cloneNeed,
  closeNeed,
  pauseNeed,
  postNeed,
  recordFilled,
  resumeNeed,
  saveNeedDraft,
  withdrawNeed,
} from "./commands.ts";
import { suggestConcepts } from "./concept-names.ts";
import { handOverNeed, openNeed, returnNeed, takeNeed } from "./review-commands.ts";
import {
  closeInput,
  fillInput,
  handOverNeedInput,
  needForm,
  needReasonInput,
  needRef,
  openNeedInput,
  staffNeedRef,
  suggestInput,
} from "./schema.ts";

/** The form's buttons: keep it as a draft, look at it, submit it for checking, or change one that is open. */
export const postNeedAction = action(
  "postNeedAction",
  needForm,
  async (viewer, { needId, version, intent, ...fields }, { locale, key }) => {
    const ref = needId ? { needId, version: version ?? undefined } : {};
    const save = intent === "submit" ? postNeed : saveNeedDraft;
    const saved = await save(viewer, { ...fields, locale }, ref, key);
    const page = `/enterprise/needs/${saved.needId}`;
    const next = {
      save: `${page}/edit?saved=1`,
      preview: page,
      submit: `${page}?done=submitted`,
      revise: `${page}?done=revised`,
    };
    redirect({ href: next[intent], locale });
  },
);

export const suggestConceptsAction = action(
  "suggestConceptsAction",
  suggestInput,
  async (_viewer, { q }, { locale }) => ({ data: suggestConcepts(q, locale) }),
);

const back = (needId: string, done: string) => `/enterprise/needs/${needId}?done=${done}`;

export const pauseNeedAction = action(
  "pauseNeedAction",
  needRef,
  async (viewer, { needId, version }, { locale }) => {
    await pauseNeed(viewer, needId, version);
    redirect({ href: back(needId, "paused"), locale });
  },
);

export const resumeNeedAction = action(
  "resumeNeedAction",
  needRef,
  async (viewer, { needId, version }, { locale }) => {
    await resumeNeed(viewer, needId, version);
    redirect({ href: back(needId, "resumed"), locale });
  },
);

export const recordFilledAction = action(
  "recordFilledAction",
  fillInput,
  async (viewer, { needId, version, count }, { locale }) => {
    await recordFilled(viewer, needId, { count }, version);
    redirect({ href: back(needId, "filled"), locale });
  },
);

export const closeNeedAction = action(
  "closeNeedAction",
  closeInput,
  async (viewer, { needId, version, reason }, { locale }) => {
    await closeNeed(viewer, needId, { reason }, version);
    redirect({ href: back(needId, "closed"), locale });
  },
);

export const withdrawNeedAction = action(
  "withdrawNeedAction",
  closeInput,
  async (viewer, { needId, version, reason }, { locale }) => {
    await withdrawNeed(viewer, needId, { reason }, version);
    redirect({ href: back(needId, "withdrawn"), locale });
  },
);

export const cloneNeedAction = action(
  "cloneNeedAction",
  needRef,
  async (viewer, { needId }, { locale, key }) => {
    const copy = await cloneNeed(viewer, needId, key);
    redirect({ href: `/enterprise/needs/${copy.needId}/edit?cloned=1`, locale });
  },
);

// the workstation's side
/** Back to the record with what was done; the lists and their numbers are read anew. */
function reviewed(needId: string, done: string, locale: AppLocale) {
  revalidatePath("/[locale]/staff", "layout");
  redirect({ href: `/staff/needs/${needId}?done=${done}`, locale });
}

export const openNeedAction = action(
  "openNeedAction",
  openNeedInput,
  async (viewer, { needId, note }, { locale }) => {
    await openNeed(viewer, needId, { note: note || undefined });
    reviewed(needId, "opened", locale);
  },
);

export const returnNeedAction = action(
  "returnNeedAction",
  needReasonInput,
  async (viewer, { needId, reason }, { locale }) => {
    await returnNeed(viewer, needId, { reason });
    reviewed(needId, "returned", locale);
  },
);

export const handOverNeedAction = action(
  "handOverNeedAction",
  handOverNeedInput,
  async (viewer, { needId, office, note }, { locale }) => {
    await handOverNeed(viewer, needId, { office, note });
    reviewed(needId, "handedOver", locale);
  },
);

export const takeNeedAction = action(
  "takeNeedAction",
  staffNeedRef,
  async (viewer, { needId }, { locale }) => {
    await takeNeed(viewer, needId);
    reviewed(needId, "taken", locale);
  },
);

export const pauseNeedForOwnerAction = action(
  "pauseNeedForOwnerAction",
  needRef,
  async (viewer, { needId, version }, { locale }) => {
    await pauseNeed(viewer, needId, version);
    reviewed(needId, "paused", locale);
  },
);

export const resumeNeedForOwnerAction = action(
  "resumeNeedForOwnerAction",
  needRef,
  async (viewer, { needId, version }, { locale }) => {
    await resumeNeed(viewer, needId, version);
    reviewed(needId, "resumed", locale);
  },
);

export const closeNeedForOwnerAction = action(
  "closeNeedForOwnerAction",
  needReasonInput,
  async (viewer, { needId, reason }, { locale }) => {
    await closeNeed(viewer, needId, { reason });
    reviewed(needId, "closed", locale);
  },
);
