import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { notify } from "#lib/notifications/notify.ts";
import { matchableTalent } from "./policy.ts";

const teller = systemViewer("alerts");
/** From this score on, and without a conflict, a new need is worth a mail. */
const ALERT_SCORE = 55;
const MOST = 100;
const AGAIN_AFTER_MS = 20_000;

/** Tells talents who asked for it that a new need fits them: once a need and talent. Waits until the need has been ranked. */
export async function sendAlerts(needId: string): Promise<void> {
  await transaction(teller, async (tx) => {
    const need = await tx.need.findUnique({
      where: { id: needId },
      select: { title: true, status: true, openedAt: true, matchedAt: true },
    });
    if (need?.status !== "OPEN") return;
    if (!need.matchedAt || (need.openedAt && need.matchedAt < need.openedAt)) {
      const startAfter = new Date(now().getTime() + AGAIN_AFTER_MS);
      await enqueue(tx, "needs.sendAlerts", { needId }, { startAfter });
      return;
    }
    const fitting = await tx.match.findMany({
      where: {
        needId,
        status: { in: ["SUGGESTED", "IN_REVIEW"] },
        origin: "SUGGESTED",
        score: { gte: ALERT_SCORE },
        conflicts: { isEmpty: true },
        talent: { ...matchableTalent, alerts: true, account: { disabledAt: null } },
      },
      orderBy: [{ priority: "desc" }, { id: "asc" }],
      take: MOST,
      select: { talent: { select: { accountId: true } } },
    });
    await notify(tx, {
      to: fitting.flatMap(({ talent }) => talent.accountId ?? []),
      kind: "needFits",
      params: { title: need.title },
      path: `/needs/${needId}`,
      key: `alert:${needId}`,
    });
  });
}
