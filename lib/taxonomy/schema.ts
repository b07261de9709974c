import { z } from "zod";
import { checkbox, lines, optional, text } from "#lib/forms.ts";
import type { ConceptContent } from "./concept.ts";

export const KINDS = [
  "skill",
  "tool",
  "standard",
  "qualification",
  "discipline",
  "occupation",
  "industry",
] as const;
export const STATUSES = ["drafted", "reviewed"] as const;
export const SOURCES = ["project", "edited", "esco", "retired"] as const;
export type Source = (typeof SOURCES)[number];

const conceptId = () => text(120);
const version = () => z.coerce.number().int().min(0);
/** Lines of lib/taxonomy/refs.ts */
const links = () => lines(40, 250);

const content = {
  kind: z.enum(KINDS),
  hans: text(80),
  hant: text(80),
  en: text(120),
  aliases: lines(80, 120),
  broader: links(),
  related: links(),
  same: links(),
  /** the writer was told that a word has another meaning too, and goes on */
  sharedForms: checkbox(),
};

export const contentIn = (input: ConceptContent): ConceptContent => {
  const { kind, hans, hant, en, aliases, broader, related, same } = input;
  const labels = new Set([hans, hant, en]);
  const once = (list: string[]) => [...new Set(list)];
  return {
    kind,
    hans,
    hant,
    en,
    aliases: once(aliases).filter((alias) => !labels.has(alias)),
    broader: once(broader),
    related: once(related),
    same: once(same),
  };
};

/** "draft" asks for a first draft of the traditional name from the simplified one; nothing is saved and nothing else is looked at. */
const draft = z.looseObject({ intent: z.literal("draft"), hans: text(80) });
const saving = { intent: z.literal("save") };
const saves = (values: unknown) => ({ intent: "save", ...(values as object) });

export const editInput = z.preprocess(
  saves,
  z.discriminatedUnion("intent", [
    draft,
    z.strictObject({ conceptId: conceptId(), version: version(), ...saving, ...content }),
  ]),
);
export type EditInput = Extract<z.output<typeof editInput>, { intent: "save" }>;

/** A new concept; its id is made of the English name unless one is given. */
export const addInput = z.preprocess(
  saves,
  z.discriminatedUnion("intent", [
    draft,
    z.strictObject({ newId: optional(text(60)), ...saving, ...content }),
  ]),
);
export type AddInput = Extract<z.output<typeof addInput>, { intent: "save" }>;

export const conceptRef = z.strictObject({ conceptId: conceptId(), version: version() });
export type ConceptRef = z.output<typeof conceptRef>;

export const mergeInput = z.strictObject({ conceptId: conceptId(), version: version(), into: text(250) });
export type MergeInput = z.output<typeof mergeInput>;

export const retireInput = z.strictObject({ conceptId: conceptId(), version: version(), reason: text(300) });
export type RetireInput = z.output<typeof retireInput>;

const form = () => text(200);
export const aliasInput = z.strictObject({ form: form(), conceptId: conceptId(), sharedForms: checkbox() });
export type AliasInput = z.output<typeof aliasInput>;
export const dismissInput = z.strictObject({ form: form(), reason: text(300) });
export type DismissInput = z.output<typeof dismissInput>;
export const phraseInput = z.strictObject({ form: form() });
export type PhraseInput = z.output<typeof phraseInput>;

export const conceptFilters = z.object({
  q: z.string().max(100).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
  status: z.enum(STATUSES).optional().catch(undefined),
  source: z.enum(SOURCES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});
export type ConceptFilters = z.output<typeof conceptFilters>;

/** A concept as lists show it. */
export type ConceptSummary = {
  id: string;
  kind: (typeof KINDS)[number];
  label: string;
  hans: string;
  hant: string;
  en: string;
  status: (typeof STATUSES)[number];
  source: Source;
};

// an id of ESCO has a slash, which an address would take for a further level
export const conceptPath = (id: string): string =>
  `/staff/taxonomy/${encodeURIComponent(id.replaceAll("/", "~"))}`;
export const idFromPath = (part: string): string => decodeURIComponent(part).replaceAll("~", "/");
