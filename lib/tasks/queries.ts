import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { dayOf } from "#lib/days.ts";
import { type Tx, transaction } from "#lib/db.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { actableBy } from "#lib/introductions/acting.ts";
import { casesOpenTo, overdueDays, sideOf } from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide } from "#prisma/generated/enums.ts";
import { factsOf } from "./case-facts.ts";
import type { TaskField } from "./checklist-schema.ts";
import { itemId, itemOf, itemsFor, sharedItems } from "./checklists.ts";
import { checklistsAt, PENDING, pending, readsTasksOf } from "./policy.ts";
import type { CaseTasks, OtherTask, TaskAnswered, TaskView } from "./schema.ts";
import { inLanguage, textsOf } from "./store.ts";

const MOST = 200;

const otherSelect = {
  id: true,
  side: true,
  status: true,
  titles: true,
  dueOn: true,
  decidedAt: true,
} as const satisfies Prisma.CaseTaskSelect;
const answeredSelect = {
  id: true,
  fields: true,
  answer: true,
  file: { select: { id: true, filename: true } },
} as const satisfies Prisma.CaseTaskSelect;
const viewSelect = {
  ...otherSelect,
  ...answeredSelect,
  item: true,
  kind: true,
  texts: true,
  submittedAt: true,
  decidedById: true,
  reason: true,
  assigneeId: true,
  version: true,
} as const satisfies Prisma.CaseTaskSelect;
type Other = Prisma.CaseTaskGetPayload<{ select: typeof otherSelect }>;
type Answered = Prisma.CaseTaskGetPayload<{ select: typeof answeredSelect }>;
type Row = Prisma.CaseTaskGetPayload<{ select: typeof viewSelect }>;

const SIDES = ["TALENT", "ENTERPRISE", "STAFF"] as const;
const order = [
  { dueOn: { sort: "asc", nulls: "last" } },
  { createdAt: "asc" },
  { id: "asc" },
] satisfies Prisma.CaseTaskOrderByWithRelationInput[];

/**
 * The tasks of a case: for staff all of them; for a side its own whole, and of the others what it may know. Null when the case is
 * not the viewer's.
 */
export async function getCaseTasks(
  viewer: Viewer,
  introductionId: string,
  locale: AppLocale,
): Promise<CaseTasks | null> {
  return transaction(viewer, async (tx) => {
    const found = await tx.introduction.findFirst({
      where: { AND: [{ id: introductionId }, casesOpenTo(viewer)] },
      select: { id: true, status: true, talentId: true, needId: true },
    });
    if (!found) return null;
    const acts =
      (await tx.introduction.count({ where: { AND: [{ id: introductionId }, actableBy(viewer)] } })) === 1;
    const side = sideOf(viewer);
    const whole = isStaff(viewer) ? [...SIDES] : [side];
    const ofSides = (sides: CaseSide[]) => ({ introductionId, side: { in: sides } });
    const own = await tx.caseTask.findMany({
      where: ofSides(whole),
      orderBy: order,
      take: MOST,
      select: viewSelect,
    });
    const rest = SIDES.filter((one) => !whole.includes(one));
    const readable = ofSides(rest.filter((one) => readsTasksOf(side, one)));
    const others = await tx.caseTask.findMany({
      where: readable,
      orderBy: order,
      take: MOST,
      select: otherSelect,
    });
    const shared = await tx.caseTask.findMany({
      where: { ...readable, item: { in: sharedItems() }, status: "ACCEPTED" },
      take: MOST,
      select: answeredSelect,
    });
    const given = new Map(shared.map((row) => [row.id, toAnswered(row)]));
    const hidden = await tx.caseTask.count({
      where: { ...ofSides(rest.filter((one) => !readsTasksOf(side, one))), status: pending },
    });
    const names = isStaff(viewer)
      ? await namesOf(
          own.map((row) => row.assigneeId),
          tx,
        )
      : new Map<string, string>();
    return {
      mine: own.map((row) => toView(row, locale, names)),
      others: others.map((row) => ({ ...toOther(row, locale), given: given.get(row.id) ?? null })),
      hidden,
      offers: acts && side !== "ENTERPRISE" ? await offersOf(tx, found, locale) : [],
      officers: isStaff(viewer) ? await officersOf(tx) : [],
      can: { act: acts, manage: acts && isStaff(viewer) },
    };
  });
}

/** Matters of the family that nobody has asked for yet. */
async function offersOf(
  tx: Tx,
  found: Parameters<typeof factsOf>[1] & { id: string; status: Parameters<typeof checklistsAt>[0] },
  locale: AppLocale,
): Promise<CaseTasks["offers"]> {
  const names = checklistsAt(found.status);
  if (names.length === 0) return [];
  const facts = await factsOf(tx, found);
  const laid = await tx.caseTask.findMany({
    where: { introductionId: found.id, item: { not: null } },
    select: { item: true },
    take: MOST,
  });
  return names.flatMap((name) =>
    itemsFor(name, facts, true)
      .map((item) => ({ item, id: itemId(name, item) }))
      .filter(({ id }) => laid.every((row) => row.item !== id))
      .map(({ item, id }) => ({
        item: id,
        title: inLanguage(item.title, locale)!,
        text: inLanguage(item.text, locale)!,
      })),
  );
}

const officersOf = async (tx: Tx) => {
  const officers = await tx.account.findMany({
    where: { role: { in: ["OFFICER", "ADMIN"] }, office: { not: null }, disabledAt: null },
    orderBy: [{ office: "asc" }, { displayName: "asc" }],
    select: { id: true, displayName: true, office: true },
    take: 100,
  });
  return officers.map(({ id, displayName, office }) => ({ id, name: displayName, office: office! }));
};

const NO_TITLE = { text: "–", lang: "en" as const };

function toAnswered(row: Answered): TaskAnswered {
  const answer = row.answer as { words?: string; values?: Record<string, string> };
  return {
    fields: row.fields as unknown as TaskField[],
    words: answer.words ?? "",
    values: answer.values ?? {},
    file: row.file,
  };
}

function toOther(row: Other, locale: AppLocale): Omit<OtherTask, "given"> {
  const dueOn = row.dueOn && dayOf(row.dueOn);
  return {
    id: row.id,
    side: row.side,
    status: row.status,
    title: inLanguage(textsOf(row.titles), locale) ?? NO_TITLE,
    dueOn,
    overdueDays: PENDING.includes(row.status) ? overdueDays(dueOn, today()) : 0,
    decidedAt: row.decidedAt,
  };
}

function toView(row: Row, locale: AppLocale, names: ReadonlyMap<string, string>): TaskView {
  const item = itemOf(row.item);
  return {
    ...toOther(row, locale),
    ...toAnswered(row),
    item: row.item,
    kind: row.kind,
    text: inLanguage(textsOf(row.texts), locale),
    submittedAt: row.submittedAt,
    passed: row.status === "WAIVED" && row.decidedById === null,
    reason: row.reason,
    shared: item?.shared ?? false,
    source: item?.source ? { ...item.source, verified: item.verified } : null,
    assignee: row.assigneeId ? (names.get(row.assigneeId) ?? null) : null,
    assigneeId: row.assigneeId,
    version: row.version,
  };
}
