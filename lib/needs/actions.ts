"use server";

import { action } from "#lib/action.ts";
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
import { estimateFit } from "./estimate.ts";
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

/** The form's buttons: keep it as a draft, submit it for checking, or change one that is open. */
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
      submit: `${page}?done=submitted`,
      revise: `${page}?done=revised`,
    };
    redirect({ href: next[intent], locale });
  },
);

export const estimateFitAction = action("estimateFitAction", needForm, async (viewer, input) => {
  const { needId: _need, version: _version, intent: _intent, ...fields } = input;
  return { data: await estimateFit(viewer, fields) };
});

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
const reviewed = (needId: string, done: string) => `/staff/needs/${needId}?done=${done}`;

export const openNeedAction = action(
  "openNeedAction",
  openNeedInput,
  async (viewer, { needId, note }, { locale }) => {
    await openNeed(viewer, needId, { note: note || undefined });
    redirect({ href: reviewed(needId, "opened"), locale });
  },
);

export const returnNeedAction = action(
  "returnNeedAction",
  needReasonInput,
  async (viewer, { needId, reason }, { locale }) => {
    await returnNeed(viewer, needId, { reason });
    redirect({ href: reviewed(needId, "returned"), locale });
  },
);

export const handOverNeedAction = action(
  "handOverNeedAction",
  handOverNeedInput,
  async (viewer, { needId, office, note }, { locale }) => {
    await handOverNeed(viewer, needId, { office, note });
    redirect({ href: reviewed(needId, "handedOver"), locale });
  },
);

export const takeNeedAction = action(
  "takeNeedAction",
  staffNeedRef,
  async (viewer, { needId }, { locale }) => {
    await takeNeed(viewer, needId);
    redirect({ href: reviewed(needId, "taken"), locale });
  },
);

export const pauseNeedForOwnerAction = action(
  "pauseNeedForOwnerAction",
  needRef,
  async (viewer, { needId, version }, { locale }) => {
    await pauseNeed(viewer, needId, version);
    redirect({ href: reviewed(needId, "paused"), locale });
  },
);

export const resumeNeedForOwnerAction = action(
  "resumeNeedForOwnerAction",
  needRef,
  async (viewer, { needId, version }, { locale }) => {
    await resumeNeed(viewer, needId, version);
    redirect({ href: reviewed(needId, "resumed"), locale });
  },
);

export const closeNeedForOwnerAction = action(
  "closeNeedForOwnerAction",
  needReasonInput,
  async (viewer, { needId, reason }, { locale }) => {
    await closeNeed(viewer, needId, { reason });
    redirect({ href: reviewed(needId, "closed"), locale });
  },
);
