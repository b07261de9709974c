import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { type Mail, sendMail } from "#lib/mail/outbox.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { derive } from "./derive.ts";
import { identityColumns } from "./identity.ts";
import { MOVES, type Verb } from "./policy.ts";
import {
  columnsOf,
  EMPTY_PROFILE,
  type Identity,
  identityOf,
  identitySelect,
  type Member,
  type Profile,
  profileOf,
  profileSelect,
} from "./profile.ts";

/** What the commands of this domain share: reading a profile to change it, writing it with all that is derived, moving its state. */
const subjectSelect = {
  id: true,
  code: true,
  kind: true,
  status: true,
  version: true,
  locale: true,
  accountId: true,
  ...profileSelect,
  ...identitySelect,
  members: {
    where: { status: "CONSENTED" },
    orderBy: { invitedAt: "asc" },
    select: { role: true, skills: true, identity: { select: { name: true } } },
  },
} as const satisfies Prisma.TalentSelect;

export type Subject = {
  id: string;
  code: string;
  kind: "INDIVIDUAL" | "TEAM";
  status: keyof typeof import("#prisma/generated/enums.ts").ProfileStatus;
  version: number;
  locale: AppLocale;
  accountId: string | null;
  profile: Profile;
  identity: Identity;
  members: (Member & { name: string })[];
};

/** The one profile that `where` names, to be changed. @throws NotFoundError */
export async function readSubject(tx: Tx, where: Prisma.TalentWhereInput): Promise<Subject> {
  const row = await tx.talent.findFirst({ where, select: subjectSelect });
  if (!row) throw new NotFoundError();
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    status: row.status,
    version: row.version,
    locale: fromDbLocale(row.locale),
    accountId: row.accountId,
    profile: profileOf(row),
    identity: identityOf(row),
    members: row.members.map(({ role, skills, identity }) => ({ role, skills, name: identity?.name ?? "" })),
  };
}

/** All columns of a profile, those that are derived included. */
export function profileColumns(subject: Pick<Subject, "code" | "profile" | "identity" | "members">) {
  const { code, profile, identity, members } = subject;
  const given = (values: (string | null)[]) => values.filter((value): value is string => Boolean(value));
  const derived = derive(profile, {
    code,
    members: members.map(({ role, skills }) => ({ role, skills })),
    names: given([identity.nameZh, identity.nameEn, ...members.map((member) => member.name)]),
    contacts: given([identity.email, identity.phone, identity.wechat, identity.whatsapp]),
    dictionary: currentDictionary(),
    today: today(),
  });
  return { ...columnsOf(profile), ...derived };
}

/** The columns of a profile of which nothing is left. */
export const blankColumns = () =>
  profileColumns({
    code: "",
    profile: EMPTY_PROFILE,
    identity: { nameZh: null, nameEn: null, email: null, phone: null, wechat: null, whatsapp: null },
    members: [],
  });

/**
 * Writes a changed profile if it still is in the version that it was read in.
 * @throws ConflictError when somebody changed it meanwhile
 */
export async function writeSubject(
  tx: Tx,
  subject: Subject,
  more: Prisma.TalentUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.talent.updateMany({
    where: { id: subject.id, version: subject.version, status: subject.status },
    data: { ...profileColumns(subject), version: { increment: 1 }, ...more },
  });
  if (count !== 1) throw new ConflictError();
  const { names, contact } = identityColumns(subject.identity);
  const [where, select] = [{ talentId: subject.id }, { talentId: true }];
  await tx.talentIdentity.upsert({ where, select, create: { ...where, ...names }, update: names });
  await tx.talentContact.upsert({ where, select, create: { ...where, ...contact }, update: contact });
  await refreshPhrases(tx, subject);
}

/** Writes what follows from a team's members anew, after one joined or left. */
export async function rewriteDerived(tx: Tx, talentId: string): Promise<void> {
  // two answers at once would each miss the other's member; not FOR UPDATE, because a consent's row already shares the key
  await tx.$queryRaw`SELECT id FROM "Talent" WHERE id = ${talentId}::uuid FOR NO KEY UPDATE`;
  const subject = await readSubject(tx, { id: talentId });
  await writeSubject(tx, subject, { updatedAt: now() });
  await refreshMatches(tx, subject);
}

/** Has the queue of unknown words look at the profile; a draft is nobody's business yet. */
export async function refreshPhrases(
  tx: Tx,
  { id, status }: { id: string; status: Subject["status"] },
): Promise<void> {
  if (status !== "DRAFT") await enqueue(tx, "talents.notePhrases", { talentId: id }, { key: id });
}

/** Ranks a profile anew for every open need, if it is listed or was until now. */
export async function refreshMatches(tx: Tx, { id }: { id: string }): Promise<void> {
  await enqueue(tx, "matches.refreshTalent", { talentId: id }, { key: id });
}

type MoveOptions = {
  reason?: string;
  detail?: Prisma.InputJsonObject;
  data?: Prisma.TalentUncheckedUpdateManyInput;
  /** the version that was looked at, where the decision rests on it */
  version?: number | null;
};

const movedSelect = {
  id: true,
  status: true,
  version: true,
  locale: true,
  matchable: true,
  accountId: true,
} as const satisfies Prisma.TalentSelect;
export type Moved = Prisma.TalentGetPayload<{ select: typeof movedSelect }>;

/**
 * Carries out one verb on the profile that `scope` names: a conditional write and its audit event.
 * @throws NotFoundError when it is not within the scope, ConflictError when it is in another state by now
 */
export async function move(
  tx: Tx,
  viewer: Viewer,
  verb: Verb,
  scope: Prisma.TalentWhereInput,
  options: MoveOptions = {},
): Promise<Moved> {
  const { from, to, event } = MOVES[verb];
  const [moved] = await tx.talent.updateManyAndReturn({
    where: {
      AND: [scope, { status: { in: [...from] } }, options.version ? { version: options.version } : {}],
    },
    data: { ...options.data, status: to, version: { increment: 1 } },
    select: movedSelect,
  });
  if (!moved) {
    if (await tx.talent.findFirst({ where: scope, select: { id: true } })) throw new ConflictError();
    throw new NotFoundError();
  }
  await audit(tx, viewer, {
    action: event,
    record: ["talent", moved.id],
    reason: options.reason,
    detail: options.detail,
  });
  await refreshPhrases(tx, moved);
  return moved;
}

/** Mails a talent at their account's address, or the one that staff noted; nothing when there is neither. */
export async function mailTalent(
  tx: Tx,
  talentId: string,
  mail: Omit<Mail, "to" | "accountId" | "locale">,
): Promise<void> {
  const row = await tx.talent.findUniqueOrThrow({
    where: { id: talentId },
    select: {
      locale: true,
      account: { select: { id: true, email: true, locale: true } },
      contact: { select: { email: true } },
    },
  });
  const to = row.account?.email ?? row.contact?.email;
  if (!to) return;
  const locale = fromDbLocale(row.account?.locale ?? row.locale);
  await sendMail(tx, { ...mail, to, accountId: row.account?.id, locale });
}
