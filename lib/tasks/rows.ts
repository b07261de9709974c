import { now, today } from "#lib/clock.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { ChecklistItem, ChecklistName } from "./checklist-schema.ts";
import { itemId } from "./checklists.ts";
import { dueOf, type Milestones } from "./due.ts";

/** A new task from an item of a checklist. */
export function rowOf(
  introductionId: string,
  name: ChecklistName,
  item: ChecklistItem,
  milestones: Milestones,
): Prisma.CaseTaskCreateManyInput {
  const due = dueOf(item.due, milestones, today());
  return {
    introductionId,
    item: itemId(name, item),
    side: item.side,
    kind: item.kind,
    titles: item.title,
    texts: item.text,
    fields: item.fields ?? [],
    identity: item.identity ?? false,
    dueOn: due ? new Date(due) : null,
    dueFrom: item.due.from,
    dueDays: item.due.days,
    createdAt: now(),
    updatedAt: now(),
  };
}
