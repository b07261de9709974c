import { normalise, normaliseText } from "#lib/matching/text.ts";
import type { ConceptRecord } from "./concept.ts";
import { formUnits } from "./forms.ts";

/** Written forms that several concepts claim, as the units by which they are matched. */
export function sharedForms(
  concepts: readonly ConceptRecord[],
): { form: string; claims: { conceptId: string; as: string }[] }[] {
  const claims = new Map<string, { conceptId: string; as: string }[]>();
  for (const concept of concepts)
    for (const as of [concept.hans, concept.hant, concept.en, ...concept.aliases]) {
      const form = formUnits(as, normalise(as), "store")
        .map((unit) => unit.keys[0])
        .join(" ");
      const list = claims.get(form) ?? [];
      if (!list.some((claim) => claim.conceptId === concept.id)) list.push({ conceptId: concept.id, as });
      claims.set(form, list);
    }
  return [...claims]
    .filter(([, list]) => list.length > 1)
    .map(([form, list]) => ({ form, claims: list }))
    .sort((a, b) => (a.form < b.form ? -1 : 1));
}

/** Shared forms whose concepts no link joins: either a mistake, or two meanings of one word that belong in `ambiguous-forms.json`. */
export function unexplainedForms(concepts: readonly ConceptRecord[]): ReturnType<typeof sharedForms> {
  const linked = new Set<string>();
  for (const concept of concepts)
    for (const to of [...concept.broader, ...concept.related, ...concept.same])
      linked.add(`${concept.id} ${to}`).add(`${to} ${concept.id}`);
  type Claim = ReturnType<typeof sharedForms>[number]["claims"][number];
  // "Nuclear engineering" and "nuclear engineer" meet only in their stem: a field and who works in it
  const explained = (a: Claim, b: Claim) =>
    linked.has(`${a.conceptId} ${b.conceptId}`) || normaliseText(a.as) !== normaliseText(b.as);
  return sharedForms(concepts).filter(({ claims }) =>
    claims.some((claim, i) => claims.slice(0, i).some((other) => !explained(claim, other))),
  );
}
