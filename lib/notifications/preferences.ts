import { audit } from "#lib/audit/record.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { type Tx, transaction } from "#lib/db.ts";
import type { MailPace, Role } from "#prisma/generated/enums.ts";
import { type Kind, kindsOf, type Preference, preferenceOf, ruleOf } from "./kinds.ts";
import { readUnsubscribeToken } from "./unsubscribe.ts";

const put = (tx: Tx, accountId: string, kind: Kind, choice: Preference) =>
  tx.notificationPreference.upsert({
    where: { accountId_kind: { accountId, kind } },
    create: { accountId, kind, ...choice },
    update: choice,
    select: { kind: true },
  });

/** How the viewer wants to hear of each kind; fixed ones and those of other roles are left as they are. */
export async function choosePreferences(
  viewer: Viewer,
  choices: Partial<Record<Kind, Preference>>,
): Promise<void> {
  const { accountId } = viewer;
  if (!accountId) return;
  await transaction(viewer, async (tx) => {
    for (const kind of kindsOf(viewer.role as Role)) {
      const choice = choices[kind];
      if (choice && !ruleOf(kind).fixed) await put(tx, accountId, kind, choice);
    }
    await audit(tx, viewer, { action: "account.notificationsChosen", record: ["account", accountId] });
  });
}

/** Stops the mails that a link in one of them names; the portal still shows what they told. False for a link that is not ours. */
export async function unsubscribe(token: string): Promise<boolean> {
  const stopped = readUnsubscribeToken(token);
  if (!stopped) return false;
  const { accountId } = stopped;
  return transaction(systemViewer("mail link"), async (tx) => {
    const account = await tx.account.findUnique({ where: { id: accountId }, select: { role: true } });
    if (!account) return false;
    const chosen = await tx.notificationPreference.findMany({ where: { accountId }, take: 100 });
    const of = (kind: Kind) =>
      preferenceOf(
        kind,
        account.role,
        chosen.find((one) => one.kind === kind),
      );
    const kinds =
      stopped.kind === "digest"
        ? kindsOf(account.role).filter((kind) => of(kind).mail === "DAILY")
        : [stopped.kind];
    const never: MailPace = "NEVER";
    for (const kind of kinds)
      if (!ruleOf(kind).fixed && of(kind).mail !== never)
        await put(tx, accountId, kind, { inApp: true, mail: never });
    await audit(
      tx,
      { ...systemViewer("mail link"), accountId, role: account.role },
      { action: "account.unsubscribed", record: ["account", accountId], detail: { kind: stopped.kind } },
    );
    return true;
  });
}
