import { readFileSync } from "node:fs";
import path from "node:path";
import {
  CHECKLISTS,
  type Checklist,
  type ChecklistItem,
  type ChecklistName,
  checklist,
} from "./checklist-schema.ts";

/** What of a case chooses its items. */
export type CaseFacts = {
  direction: string;
  /** null when the profile does not say */
  pathway: string | null;
  /** of the terms that stand, else null: then what depends on it is left out */
  mode: string | null;
  qualified: boolean;
  unlettered: boolean;
};

let loaded: Record<ChecklistName, Checklist> | undefined;

/** The data files, read and checked once. */
export function checklists(): Record<ChecklistName, Checklist> {
  loaded ??= Object.fromEntries(
    CHECKLISTS.map((name) => {
      const file = path.join(process.cwd(), "lib/tasks/checklists", `${name}.json`);
      return [name, checklist.parse(JSON.parse(readFileSync(file, "utf8")))];
    }),
  ) as Record<ChecklistName, Checklist>;
  return loaded;
}

export function fits({ when = {} }: Pick<ChecklistItem, "when">, facts: CaseFacts): boolean {
  const { direction, pathways, modes, qualified, unlettered } = when;
  return (
    (!direction || direction === facts.direction) &&
    (!pathways || (pathways as readonly string[]).includes(facts.pathway ?? "unknown")) &&
    (!modes || (facts.mode !== null && (modes as readonly string[]).includes(facts.mode))) &&
    (!qualified || facts.qualified) &&
    (!unlettered || facts.unlettered)
  );
}

/** The items of a checklist for a case; those of the family only when `optIn`. */
export const itemsFor = (name: ChecklistName, facts: CaseFacts, optIn = false): ChecklistItem[] =>
  checklists()[name].items.filter((item) => Boolean(item.optIn) === optIn && fits(item, facts));

export const checklistItems = (name: ChecklistName): readonly ChecklistItem[] => checklists()[name].items;

export const itemId = (name: ChecklistName, { key }: Pick<ChecklistItem, "key">) => `${name}.${key}`;

/** The items whose accepted answers the talent reads. */
export const sharedItems = (): string[] =>
  CHECKLISTS.flatMap((name) =>
    checklists()
      [name].items.filter(({ shared }) => shared)
      .map((item) => itemId(name, item)),
  );

/** The item that a task came from, as the data files say it today; undefined when it is no longer there. */
export function itemOf(id: string | null): ChecklistItem | undefined {
  const [name, key] = (id ?? "").split(".") as [ChecklistName, string];
  return (CHECKLISTS as readonly string[]).includes(name)
    ? checklists()[name].items.find((item) => item.key === key)
    : undefined;
}
