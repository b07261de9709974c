import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { grantOnly } from "#lib/consents/commands.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { toDbLocale } from "#lib/i18n/locales.ts";
import { createTalent } from "./create.ts";
import { mailClaimLink, type Split } from "./entry-commands.ts";
import { EMPTY_PROFILE } from "./profile.ts";
import type { TalentRecord } from "./record.ts";
import { readSubject, refreshMatches, refreshPhrases, type Subject, writeSubject } from "./store.ts";

/** A record of the exchange format, as profile and identity. */
function splitRecord(record: TalentRecord): Split {
  const {
    id,
    kind,
    locale,
    updatedAt,
    expectedPay: pay,
    nameZh,
    nameEn,
    email,
    phone,
    wechat,
    whatsapp,
    ...profile
  } = record;
  return {
    profile: {
      ...EMPTY_PROFILE,
      ...profile,
      payMin: pay?.min ?? null,
      payMax: pay?.max ?? null,
      payCurrency: pay?.currency ?? null,
      payPeriod: pay?.period ?? null,
    },
    identity: { nameZh, nameEn, email, phone, wechat, whatsapp },
  };
}

export const externalIdHash = (externalId: string) =>
  createHash("sha256").update(`talent:${externalId}`).digest("hex");

/**
 * Takes one record of another database in, as a profile that its person can claim. Sent again it changes nothing; sent changed
 * it updates, until the person has claimed it: from then on it is theirs. What was erased does not come back.
 */
export async function importTalent(
  viewer: Viewer,
  record: TalentRecord,
  { state }: { state: "submitted" | "listed" },
): Promise<"created" | "updated" | "unchanged"> {
  if (!isStaff(viewer)) throw new NotFoundError();
  return transaction(viewer, async (tx) => {
    // two imports of the same file at once take turns at each record
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`talent:${record.id}`}, 0))`;
    if (await tx.erasedTalent.findUnique({ where: { externalIdHash: externalIdHash(record.id) } }))
      return "unchanged";
    const known = await tx.talent.findUnique({ where: { externalId: record.id }, select: { id: true } });
    return known ? updateImported(tx, viewer, known.id, record) : createImported(tx, viewer, record, state);
  });
}

const dateOf = (record: TalentRecord) => (record.updatedAt ? new Date(record.updatedAt) : now());

async function createImported(tx: Tx, viewer: Viewer, record: TalentRecord, state: "submitted" | "listed") {
  const { profile, identity } = splitRecord(record);
  const listed = state === "listed";
  const talentId = await createTalent(
    tx,
    { kind: record.kind === "team" ? "TEAM" : "INDIVIDUAL", locale: record.locale, identity, profile },
    {
      externalId: record.id,
      status: listed ? "LISTED" : "SUBMITTED",
      submittedAt: now(),
      verifiedAt: listed ? now() : null,
      updatedAt: dateOf(record),
      ...(viewer.office ? { office: viewer.office } : {}),
    },
  );
  await audit(tx, viewer, { action: "talent.imported", record: ["talent", talentId], detail: { state } });
  await grantOnly(tx, viewer, {
    talentId,
    purpose: "MATCHING",
    locale: toDbLocale(record.locale),
    channel: "IMPORT",
  });
  if (identity.email) await mailClaimLink(tx, talentId, identity.email, record.locale);
  await refreshPhrases(tx, { id: talentId, status: "SUBMITTED" });
  if (listed) await refreshMatches(tx, { id: talentId });
  return "created" as const;
}

const sameAs = (subject: Subject, { profile, identity }: Split) =>
  isDeepStrictEqual({ ...profile }, { ...subject.profile }) &&
  isDeepStrictEqual({ ...identity }, { ...subject.identity });

async function updateImported(tx: Tx, viewer: Viewer, talentId: string, record: TalentRecord) {
  const subject = await readSubject(tx, { id: talentId });
  const incoming = splitRecord(record);
  const theirs = subject.accountId !== null || subject.status === "ARCHIVED" || subject.status === "ERASED";
  if (theirs || sameAs(subject, incoming)) return "unchanged" as const;
  await writeSubject(tx, { ...subject, ...incoming }, { updatedAt: dateOf(record) });
  await audit(tx, viewer, { action: "talent.importUpdated", record: ["talent", talentId] });
  if (subject.status === "LISTED") await refreshMatches(tx, { id: talentId });
  return "updated" as const;
}
