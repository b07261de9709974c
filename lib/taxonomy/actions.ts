"use server";

import { action } from "#lib/action.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { translator } from "#lib/i18n/translate.ts";
import {
  addConcept,
  editConcept,
  mergeConcept,
  restoreConcept,
  retireConcept,
  reviewConcept,
  undoMerge,
} from "./commands.ts";
import { drafted } from "./draft.ts";
import { addAlias, dismissPhrase, reopenPhrase } from "./phrase-commands.ts";
import {
  addInput,
  aliasInput,
  conceptPath,
  conceptRef,
  dismissInput,
  editInput,
  mergeInput,
  phraseInput,
  retireInput,
} from "./schema.ts";

export const addConceptAction = action(
  "addConceptAction",
  addInput,
  async (viewer, input, { locale, key, form }) => {
    if (input.intent === "draft") return drafted(form, input.hans, translator(locale, "taxonomy"));
    const id = await addConcept(viewer, input, key);
    redirect({ href: `${conceptPath(id)}?done=added`, locale });
  },
);

export const editConceptAction = action(
  "editConceptAction",
  editInput,
  async (viewer, input, { locale, form }) => {
    if (input.intent === "draft") return drafted(form, input.hans, translator(locale, "taxonomy"));
    await editConcept(viewer, input);
    redirect({ href: `${conceptPath(input.conceptId)}?done=edited`, locale });
  },
);

export const reviewConceptAction = action(
  "reviewConceptAction",
  conceptRef,
  async (viewer, input, { locale }) => {
    await reviewConcept(viewer, input);
    redirect({ href: `${conceptPath(input.conceptId)}?done=reviewed`, locale });
  },
);

export const mergeConceptAction = action(
  "mergeConceptAction",
  mergeInput,
  async (viewer, input, { locale }) => {
    await mergeConcept(viewer, input);
    redirect({ href: `${conceptPath(input.conceptId)}?done=merged`, locale });
  },
);

export const undoMergeAction = action("undoMergeAction", conceptRef, async (viewer, input, { locale }) => {
  await undoMerge(viewer, input);
  redirect({ href: `${conceptPath(input.conceptId)}?done=mergeUndone`, locale });
});

export const retireConceptAction = action(
  "retireConceptAction",
  retireInput,
  async (viewer, input, { locale }) => {
    await retireConcept(viewer, input);
    redirect({ href: `${conceptPath(input.conceptId)}?done=retired`, locale });
  },
);

export const restoreConceptAction = action(
  "restoreConceptAction",
  conceptRef,
  async (viewer, input, { locale }) => {
    await restoreConcept(viewer, input);
    redirect({ href: `${conceptPath(input.conceptId)}?done=restored`, locale });
  },
);

export const addAliasAction = action("addAliasAction", aliasInput, async (viewer, input, { locale }) => {
  await addAlias(viewer, input);
  redirect({ href: `/staff/taxonomy/phrases?done=alias`, locale });
});

export const dismissPhraseAction = action(
  "dismissPhraseAction",
  dismissInput,
  async (viewer, input, { locale }) => {
    await dismissPhrase(viewer, input);
    redirect({ href: `/staff/taxonomy/phrases?done=dismissed`, locale });
  },
);

export const reopenPhraseAction = action(
  "reopenPhraseAction",
  phraseInput,
  async (viewer, input, { locale }) => {
    await reopenPhrase(viewer, input);
    redirect({ href: `/staff/taxonomy/phrases?done=reopened`, locale });
  },
);
