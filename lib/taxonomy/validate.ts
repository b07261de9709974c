import { type ConceptContent, type ConceptRecord, formsOf } from "./concept.ts";
import { formKey } from "./layer.ts";

export const conceptIdForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Addresses below /staff/taxonomy that are no concepts. */
const taken = new Set(["new", "phrases"]);
export const isNewId = (id: string): boolean => id.length <= 60 && conceptIdForm.test(id) && !taken.has(id);

type Issue = { path: string; key: string; params?: Record<string, string | number> };
export type Problem = Issue & {
  /** what the writer may go on with after having been told */
  overridable?: boolean;
};

/** A circle of "is a kind of" that leads through the concept, as ids from it back to it; null when there is none. */
export function broaderCircle(concepts: readonly ConceptRecord[], id: string): string[] | null {
  const broader = new Map(concepts.map((concept) => [concept.id, concept.broader]));
  const cameFrom = new Map<string, string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const next of broader.get(at) ?? []) {
      if (next === id) {
        const way = [id];
        for (let back: string | undefined = at; back && back !== id; back = cameFrom.get(back))
          way.unshift(back);
        return [id, ...way];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      open.push(next);
    }
  return null;
}

/** Other concepts that have one of the written forms, unless a link already says how the two belong together. */
export function clashes(
  concepts: readonly ConceptRecord[],
  id: string,
  content: ConceptContent,
): { form: string; other: ConceptRecord }[] {
  const mine = new Map(formsOf({ id, ...content, status: "" }).map((form) => [formKey(form), form]));
  const linked = new Set([...content.broader, ...content.related, ...content.same]);
  const found: { form: string; other: ConceptRecord }[] = [];
  for (const other of concepts) {
    if (other.id === id || linked.has(other.id)) continue;
    if ([...other.broader, ...other.related, ...other.same].includes(id)) continue;
    const form = formsOf(other).find((each) => mine.has(formKey(each)));
    if (form) found.push({ form: mine.get(formKey(form)) as string, other });
  }
  return found;
}

const linkKinds = ["broader", "related", "same"] as const;

/**
 * What is wrong with a concept among all others. `others` are the concepts that count, `exists` also knows those of a classification
 * below. The concept itself may be among the others in its earlier form.
 */
export function problemsOf(
  id: string,
  content: ConceptContent,
  others: readonly ConceptRecord[],
  exists: (id: string) => boolean,
): Problem[] {
  const problems: Problem[] = [];
  for (const kind of linkKinds)
    for (const to of content[kind]) {
      if (to === id) problems.push({ path: kind, key: "linkToItself" });
      else if (!exists(to)) problems.push({ path: kind, key: "linkToNothing", params: { id: to } });
    }
  const twice = content.broader.find((to) => content.related.includes(to) || content.same.includes(to));
  if (twice) problems.push({ path: "broader", key: "linkTwice", params: { id: twice } });
  if (formsOf({ id, ...content, status: "" }).some((form) => formKey(form) === ""))
    problems.push({ path: "aliases", key: "formEmpty" });
  const after = [...others.filter((each) => each.id !== id), { id, ...content, status: "drafted" }];
  const circle = broaderCircle(after, id);
  if (circle) problems.push({ path: "broader", key: "broaderCircle", params: { way: circle.join(" → ") } });
  for (const { form, other } of clashes(others, id, content).slice(0, 5))
    problems.push({
      path: "aliases",
      key: "formTaken",
      params: { form, hans: other.hans, en: other.en, id: other.id },
      overridable: true,
    });
  return problems;
}
