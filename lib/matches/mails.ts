import type { Tx } from "#lib/db.ts";
import { mailMembers } from "#lib/enterprises/members.ts";
import { formatterOf } from "#lib/i18n/format.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { sendMail } from "#lib/mail/outbox.ts";

type About = { id: string; version: number; talentId: string; needId: string };
type TalentMail =
  | "invitation"
  | "reminder"
  | "expired"
  | "notTakenUp"
  | "declinedByEnterprise"
  | "introducedTalent"
  | "endedForTalent";
type EnterpriseMail = "accepted" | "introducedEnterprise" | "endedForEnterprise";

/** A round of the match is in the key, so that a second round mails again and a repeated job does not. */
const keyOf = (match: About, name: string) => `match:${match.id}:${name}:${match.version}`;

const titleOf = async (tx: Tx, needId: string) =>
  await tx.need.findUniqueOrThrow({ where: { id: needId }, select: { title: true, enterpriseId: true } });

/** To the talent's account or, for a profile that nobody has claimed yet, to the address that the office noted. Texts name the need, never a person. */
export async function mailTalent(
  tx: Tx,
  match: About,
  name: TalentMail,
  { path, until, cause }: { path?: string; until?: Date; cause?: string } = {},
) {
  const talent = await tx.talent.findUniqueOrThrow({
    where: { id: match.talentId },
    select: {
      locale: true,
      account: { select: { id: true, email: true, locale: true, disabledAt: true } },
      contact: { select: { email: true } },
    },
  });
  const to = talent.account
    ? talent.account.disabledAt
      ? null
      : talent.account.email
    : talent.contact?.email;
  if (!to) return;
  const locale = fromDbLocale(talent.account?.locale ?? talent.locale);
  const { title } = await titleOf(tx, match.needId);
  const params = { title, ...(until ? { until: dayIn(locale, until) } : {}), ...(cause ? { cause } : {}) };
  await sendMail(tx, {
    to,
    accountId: talent.account?.id,
    locale,
    template: `matches.${name}`,
    params,
    path: path ?? (await pathOf(tx, match, name)),
    key: keyOf(match, name),
  });
}

/** Once they are introduced, the talent's place is the case. */
async function pathOf(tx: Tx, match: About, name: TalentMail): Promise<string> {
  if (name !== "introducedTalent") return `/talent/invitations/${match.id}`;
  const begun = await tx.introduction.findUniqueOrThrow({
    where: { matchId: match.id },
    select: { id: true },
  });
  return `/talent/introductions/${begun.id}`;
}

/** To everyone of the need's enterprise, in their own language. */
export async function mailEnterprise(
  tx: Tx,
  match: About,
  name: EnterpriseMail,
  params: { cause?: string } = {},
) {
  const { title, enterpriseId } = await titleOf(tx, match.needId);
  const { code } = await tx.talent.findUniqueOrThrow({
    where: { id: match.talentId },
    select: { code: true },
  });
  await mailMembers(tx, enterpriseId, {
    template: `matches.${name}`,
    params: { title, code, ...params },
    path: `/enterprise/introductions/${match.id}`,
    key: keyOf(match, name),
  });
}

const dayIn = (locale: AppLocale, date: Date) => formatterOf(locale).dateTime(date, { dateStyle: "long" });
