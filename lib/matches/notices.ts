import type { Tx } from "#lib/db.ts";
import { formatterOf } from "#lib/i18n/format.ts";
import { fromDbLocale, LOCALES } from "#lib/i18n/locales.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import { notify } from "#lib/notifications/notify.ts";
import { paramsIn, type Texts } from "#lib/notifications/params.ts";

type About = { id: string; version: number; talentId: string; needId: string };
type TalentNews =
  | "invitation"
  | "reminder"
  | "expired"
  | "notTakenUp"
  | "declinedByEnterprise"
  | "introducedTalent"
  | "endedForTalent";
type EnterpriseNews = "accepted" | "introducedEnterprise" | "endedForEnterprise";

/** A round of the match is in the key, so that a second round is told again and a repeated job tells nobody twice. */
const keyOf = (match: About, name: string) => `match:${match.id}:${name}:${match.version}`;

const titleOf = async (tx: Tx, needId: string) =>
  await tx.need.findUniqueOrThrow({ where: { id: needId }, select: { title: true, enterpriseId: true } });

/**
 * To the talent, in the portal and by mail; of a profile that nobody has claimed yet, by mail to the address that the office
 * noted. Texts name the need, never a person.
 */
export async function tellTalent(
  tx: Tx,
  match: About,
  name: TalentNews,
  { path, until, cause }: { path?: string; until?: Date; cause?: string } = {},
) {
  const talent = await tx.talent.findUniqueOrThrow({
    where: { id: match.talentId },
    select: { locale: true, accountId: true, contact: { select: { email: true } } },
  });
  const { title } = await titleOf(tx, match.needId);
  const news = {
    params: { title, ...(until ? { until: dayIn(until) } : {}), ...(cause ? { cause } : {}) },
    path: path ?? (await pathOf(tx, match, name)),
    key: keyOf(match, name),
  };
  const { accountId, contact } = talent;
  if (accountId) await notify(tx, { ...news, to: accountId, kind: `matches.${name}` });
  else if (contact?.email) {
    const locale = fromDbLocale(talent.locale);
    const params = paramsIn(locale, news.params);
    await sendMail(tx, { ...news, params, to: contact.email, locale, template: `matches.${name}` });
  }
}

/** Once they are introduced, the talent's place is the case. */
async function pathOf(tx: Tx, match: About, name: TalentNews): Promise<string> {
  if (name !== "introducedTalent") return `/talent/invitations/${match.id}`;
  const begun = await tx.introduction.findUniqueOrThrow({
    where: { matchId: match.id },
    select: { id: true },
  });
  return `/talent/introductions/${begun.id}`;
}

/** To everyone of the need's enterprise, in the portal and by mail. */
export async function tellEnterprise(
  tx: Tx,
  match: About,
  name: EnterpriseNews,
  params: { cause?: string } = {},
) {
  const { title, enterpriseId } = await titleOf(tx, match.needId);
  const { code } = await tx.talent.findUniqueOrThrow({
    where: { id: match.talentId },
    select: { code: true },
  });
  const members = await tx.account.findMany({
    where: { enterpriseId, role: "ENTERPRISE", disabledAt: null },
    select: { id: true },
    take: 60,
  });
  await notify(tx, {
    to: members.map(({ id }) => id),
    kind: `matches.${name}`,
    params: { title, code, ...params },
    path: `/enterprise/introductions/${match.id}`,
    key: keyOf(match, name),
  });
}

const dayIn = (date: Date): Texts =>
  Object.fromEntries(
    LOCALES.map((locale) => [locale, formatterOf(locale).dateTime(date, { dateStyle: "long" })]),
  );
