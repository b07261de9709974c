import { now } from "#lib/clock.ts";
import { newCode } from "#lib/codes.ts";
import type { Tx } from "#lib/db.ts";
import { type AppLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { identityColumns } from "./identity.ts";
import { EMPTY_PROFILE, type Identity, type Profile } from "./profile.ts";
import { profileColumns } from "./store.ts";

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** A name typed in one field, put into the one of its script. */
export const nameFields = (name: string) => (hasHan(name) ? { nameZh: name } : { nameEn: name });

type NewTalent = {
  kind: "INDIVIDUAL" | "TEAM";
  locale: AppLocale;
  accountId?: string;
  identity: Identity;
  profile?: Profile;
  demo?: boolean;
};

/** A new row with its identity, in the caller's transaction. `more` sets what differs from a draft. */
export async function createTalent(
  tx: Tx,
  talent: NewTalent,
  more: Partial<Parameters<Tx["talent"]["create"]>[0]["data"]> = {},
): Promise<string> {
  const { kind, locale, accountId, identity, profile = EMPTY_PROFILE, demo = false } = talent;
  const code = await newCode("T", 6, (where) => tx.talent.findUnique({ where, select: { id: true } }));
  const { id } = await tx.talent.create({
    data: {
      ...profileColumns({ code, profile, identity, members: [] }),
      code,
      kind,
      demo,
      locale: toDbLocale(locale),
      accountId: accountId ?? null,
      officeSince: now(),
      createdAt: now(),
      updatedAt: now(),
      ...(more as object),
    },
    select: { id: true },
  });
  const { names, contact } = identityColumns(identity);
  await tx.talentIdentity.createMany({ data: [{ talentId: id, ...names }] });
  await tx.talentContact.createMany({ data: [{ talentId: id, ...contact }] });
  return id;
}
