import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { giveToEnterprise } from "#lib/consents/commands.ts";
import { BASE, consentedTo } from "#lib/consents/policy.ts";
import type { Giveable } from "#lib/consents/schema.ts";
import { transaction } from "#lib/db.ts";
import { InvalidError, NotFoundError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { holdOwn } from "#lib/talents/own.ts";

/**
 * The talent gives more to the enterprise of a match that they accepted, or again what they withdrew; it opens as far as the
 * state of the match opens it.
 * @throws InvalidError give, crossBorderConsent; NotFoundError unless it is theirs, runs, and they still consent to it
 */
export async function giveMore(
  viewer: Viewer,
  matchId: string,
  { give, crossBorderConsent }: { give: readonly Giveable[]; crossBorderConsent: boolean },
  locale?: AppLocale,
): Promise<void> {
  if (give.length === 0) throw new InvalidError([{ path: "give", key: "giveNeeded" }]);
  if (!crossBorderConsent)
    throw new InvalidError([{ path: "crossBorderConsent", key: "crossBorderConsentNeeded" }]);
  await transaction(viewer, async (tx) => {
    const talentId = await holdOwn(tx, viewer);
    // locked, so that an end of the match comes before this or takes these consents with it
    await tx.$queryRaw`SELECT id FROM "Match" WHERE id = ${matchId}::uuid FOR NO KEY UPDATE`;
    const match = await tx.match.findFirst({
      where: {
        id: matchId,
        talentId,
        status: { in: ["TALENT_ACCEPTED", "INTRODUCED"] },
        ...consentedTo(BASE),
      },
      select: { need: { select: { enterpriseId: true } } },
    });
    if (!match) throw new NotFoundError();
    const { enterpriseId } = match.need;
    await giveToEnterprise(tx, viewer, { talentId, enterpriseId, matchId }, give, locale);
    await audit(tx, viewer, {
      action: "match.moreGiven",
      record: ["match", matchId],
      detail: { given: [...give] },
    });
  });
}
