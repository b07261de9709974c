import type { Viewer } from "#lib/auth/viewer.ts";
import type { Tx } from "#lib/db.ts";
import type { Kind } from "#lib/notifications/kinds.ts";
import { notify } from "#lib/notifications/notify.ts";
import { unsay } from "#lib/notifications/read.ts";
import type { CaseSide, IntroductionStatus, Office } from "#prisma/generated/enums.ts";
import { casePath, needTitle, readersOf } from "./journey-notices.ts";
import type { MovedCase } from "./move.ts";

async function tellThem(
  tx: Tx,
  viewer: Viewer,
  of: MovedCase,
  kind: Kind,
  to: readonly string[],
  params: Record<string, string | Date> = {},
) {
  await notify(tx, {
    to: to.filter((id) => id !== viewer.accountId),
    kind,
    params: { code: of.code, title: await needTitle(tx, of), ...params },
    path: casePath(of, ""),
    key: `case:${of.id}:${kind}:${of.version}`,
  });
}

/** Tells sides that the case is in another stage, in their own words for it. */
export async function tellMoved(
  tx: Tx,
  viewer: Viewer,
  of: MovedCase,
  sides: readonly CaseSide[],
  status: IntroductionStatus = of.status,
) {
  const to: string[] = [];
  for (const side of sides) to.push(...(await readersOf(tx, of, side)));
  await tellThem(tx, viewer, of, "caseMoved", to, { status });
}

/** A move was a mistake: whoever has not read of it and has no mail of it yet does not hear of it. */
export async function unsayMoved(tx: Tx, of: MovedCase) {
  const to = [...(await readersOf(tx, of, "TALENT")), ...(await readersOf(tx, of, "ENTERPRISE"))];
  await unsay(tx, to, `case:${of.id}:caseMoved:`);
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
