import type { Viewer } from "#lib/auth/viewer.ts";
import type { Tx } from "#lib/db.ts";
import type { Kind } from "#lib/notifications/kinds.ts";
import { notify } from "#lib/notifications/notify.ts";
import { unsay } from "#lib/notifications/read.ts";
import type { CaseSide, Office } from "#prisma/generated/enums.ts";
import { casePath, needTitle, noteResponse, readersOf } from "./journey-notices.ts";
import type { Moved, MovedCase } from "./move.ts";

async function tellThem(
  tx: Tx,
  viewer: Viewer,
  of: MovedCase,
  kind: Kind,
  to: readonly string[],
  params: Record<string, string | Date> = {},
  key = `case:${of.id}:${kind}:${of.version}`,
) {
  await notify(tx, {
    to: to.filter((id) => id !== viewer.accountId),
    kind,
    params: { code: of.code, title: await needTitle(tx, of), ...params },
    path: casePath(of, ""),
    key,
  });
}

/** What is told of one stay in a stage. */
const movedKey = ({ id, stage }: Moved) => `case:${id}:caseMoved:${stage.id}`;

/** Tells sides that the case is in another stage, in their own words for it. */
export async function tellMoved(tx: Tx, viewer: Viewer, of: Moved, sides: readonly CaseSide[]) {
  const to: string[] = [];
  for (const side of sides) to.push(...(await readersOf(tx, of, side)));
  await tellThem(tx, viewer, of, "caseMoved", to, { status: of.status }, movedKey(of));
  if (sides.some((side) => side !== "STAFF")) await noteResponse(tx, viewer, of.id, of.stage.enteredAt);
}

/** A move was a mistake: whoever has heard of it is told so, and nobody else hears of it. Unheard, it was no response either. */
export async function unsayMoved(tx: Tx, viewer: Viewer, of: Moved) {
  const to = [...(await readersOf(tx, of, "TALENT")), ...(await readersOf(tx, of, "ENTERPRISE"))];
  const heard = await unsay(tx, to, movedKey(of));
  await tellThem(tx, viewer, of, "caseMoved", heard, { status: "TAKEN_BACK" }, `${movedKey(of)}:takenBack`);
  if (heard.length === 0)
    await tx.introduction.updateMany({
      where: { id: of.id, firstResponseAt: of.stage.enteredAt },
      data: { firstResponseAt: null },
    });
}

export const tellOwner = (tx: Tx, viewer: Viewer, of: MovedCase, ownerId: string) =>
  tellThem(tx, viewer, of, "caseAssigned", [ownerId]);

/** Tells the officers of the office that is asked. `office` in the text is the one that asks. */
export const tellHandOver = async (tx: Tx, viewer: Viewer, of: MovedCase, to: Office) =>
  tellThem(tx, viewer, of, "caseHandedOver", await readersOf(tx, of, "STAFF", to), { office: of.office });

export const tellHandOverAnswer = (
  tx: Tx,
  viewer: Viewer,
  of: MovedCase,
  offeredBy: string | null,
  answer: "acknowledged" | "returned",
) => tellThem(tx, viewer, of, "caseHandOverAnswered", offeredBy ? [offeredBy] : [], { answer });

/** A case whose date has passed: to its officer, or to all of its office. Once a date and circle. */
export async function tellOverdue(tx: Tx, of: MovedCase, dueOn: Date, circle: "owner" | "office") {
  const to = await readersOf(tx, of, "STAFF", circle === "office" ? of.office : undefined);
  await notify(tx, {
    to,
    kind: "caseOverdue",
    params: { code: of.code, title: await needTitle(tx, of), on: dueOn },
    path: casePath(of, ""),
    key: `case:${of.id}:overdue:${dueOn.toISOString().slice(0, 10)}:${circle}`,
  });
}

export const tellEnterpriseLeft = async (tx: Tx, viewer: Viewer, of: MovedCase) =>
  tellThem(tx, viewer, of, "caseEnterpriseLeft", await readersOf(tx, of, "STAFF"));
