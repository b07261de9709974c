import type { Tx } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { type Mail, sendMail } from "#lib/mail/outbox.ts";

/** One mail to each person of an enterprise, in their own language. `key` names the occasion. */
export async function mailMembers(
  tx: Tx,
  enterpriseId: string,
  mail: Pick<Mail, "template" | "params" | "path" | "key">,
) {
  const members = await tx.account.findMany({
    where: { enterpriseId, role: "ENTERPRISE", disabledAt: null },
    select: { id: true, email: true, locale: true },
    take: 50,
  });
  for (const member of members)
    await sendMail(tx, {
      ...mail,
      to: member.email,
      accountId: member.id,
      locale: fromDbLocale(member.locale),
      key: `${mail.key}:${member.id}`,
    });
}
