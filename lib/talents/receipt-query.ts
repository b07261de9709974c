import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type ReceiptHead, receiptData } from "#lib/consents/receipt.ts";
import { receiptPage } from "#lib/consents/receipt-page.ts";
import { transaction } from "#lib/db.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { publicUrl } from "#lib/public-url.ts";
import { getConsentWithItsTransfer, getOwnConsents } from "./ledger-queries.ts";
import { ownTalent } from "./policy.ts";
import { displayNameOf, nameSelect } from "./profile.ts";

export type ReceiptFormat = "html" | "json";

/** Receipts of the viewer's consents, one with its transfer or all, as a file to keep. Null when there is no such consent of theirs. */
export async function getReceipts(
  viewer: Viewer,
  { consentId, format, locale }: { consentId?: string; format: ReceiptFormat; locale: AppLocale },
): Promise<{ name: string; body: string } | null> {
  const person = await transaction(viewer, (tx) =>
    tx.talent.findFirst({
      where: ownTalent(viewer),
      select: { code: true, identity: { select: nameSelect } },
    }),
  );
  if (!person) return null;
  const sources = await (consentId ? getConsentWithItsTransfer(viewer, consentId) : getOwnConsents(viewer));
  if (consentId && sources.length === 0) return null;
  const head: ReceiptHead = {
    person: person.identity ? displayNameOf(person.identity) : "",
    code: person.code,
    madeAt: now(),
    all: !consentId,
    withdrawAt: `${publicUrl()}/${locale}/talent/privacy`,
  };
  const body =
    format === "json"
      ? `${JSON.stringify(receiptData(sources, head), null, 2)}\n`
      : receiptPage(sources, head, locale);
  return { name: `consent-${consentId ? consentId.slice(0, 8) : person.code}.${format}`, body };
}
