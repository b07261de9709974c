import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { recordDisclosure } from "#lib/consents/disclosures.ts";
import { consentedTo } from "#lib/consents/policy.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide } from "#prisma/generated/enums.ts";
import type { CaseFrame } from "./case-schema.ts";
import { landingTurn, landingTurnSelect } from "./landing-turn.ts";
import { canMove, casesOpenTo, isRunning, OWN_MEETING, overdueDays, sideOf } from "./policy.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const frameSelect = {
  id: true,
  code: true,
  matchId: true,
  status: true,
  statusSince: true,
  version: true,
  office: true,
  ownerId: true,
  nextStep: true,
  ball: true,
  dueOn: true,
  handOverTo: true,
  need: { select: { id: true, code: true, title: true, locale: true, status: true } },
  enterprise: { select: { id: true, name: true } },
  talent: { select: { id: true, code: true } },
  landing: { select: landingTurnSelect },
} as const satisfies Prisma.IntroductionSelect;
type FrameRow = Prisma.IntroductionGetPayload<{ select: typeof frameSelect }>;

export type CaseRef = { introductionId: string } | { matchId: string };

/** The head of a case; null when it is not there or not the viewer's. Who is shown the name is noted for the person. */
export async function getCaseFrame(viewer: Viewer, ref: CaseRef): Promise<CaseFrame | null> {
  const about = "matchId" in ref ? { matchId: ref.matchId } : { id: ref.introductionId };
  if (!Object.values(about).every((id) => UUID.test(id))) return null;
  return transaction(viewer, async (tx) => {
    const row = await tx.introduction.findFirst({
      where: { AND: [about, casesOpenTo(viewer)] },
      select: frameSelect,
    });
    if (!row) return null;
    const names = await namesOf([row.ownerId], tx);
    const stamp = await caseStamp(tx, sideOf(viewer), row.id);
    return { ...toFrame(viewer, row, names, await nameOf(tx, viewer, row)), stamp };
  });
}

/** When anything last changed of what a side reads on the pages of a case. Moves forward only. */
export async function caseStamp(tx: Pick<Tx, "$queryRaw">, side: CaseSide, id: string): Promise<string> {
  const tasks = side === "ENTERPRISE" ? Prisma.sql`AND side <> 'TALENT'` : Prisma.empty;
  const meetings = side === "ENTERPRISE" ? Prisma.sql`AND kind <> ${OWN_MEETING}` : Prisma.empty;
  const [{ at }] = await tx.$queryRaw<[{ at: Date }]>`
    SELECT greatest(i."updatedAt",
      (SELECT max("updatedAt") FROM "CaseTask" WHERE "introductionId" = i.id ${tasks}),
      (SELECT max("updatedAt") FROM "Meeting" WHERE "introductionId" = i.id ${meetings}),
      (SELECT max("updatedAt") FROM "Visit" WHERE "introductionId" = i.id),
      (SELECT max("answeredAt") FROM "FollowUp" WHERE "introductionId" = i.id),
      (SELECT max("recordedAt") FROM "Landing" WHERE "introductionId" = i.id)) AS at
    FROM "Introduction" i WHERE i.id = ${id}::uuid`;
  return at.toISOString();
}

/** By the consent for this very need; row-level security, which knows the enterprise and not the page, asks the ledger once more. */
async function nameOf(tx: Tx, viewer: Viewer, { talent, matchId }: FrameRow): Promise<string | null> {
  const given = { talent: { matches: { some: { id: matchId, ...consentedTo("identity") } } } };
  const known = await tx.talentIdentity.findFirst({
    where: { talentId: talent.id, ...(viewer.role === "ENTERPRISE" ? given : {}) },
    select: { nameZh: true, nameEn: true },
  });
  const name = [known?.nameZh, known?.nameEn].filter(Boolean).join(" · ");
  if (name && viewer.role !== "TALENT")
    await recordDisclosure(tx, viewer, {
      talentId: talent.id,
      matchId,
      categories: ["identity"],
      purpose: "introduction",
    });
  return name || null;
}

function toFrame(
  viewer: Viewer,
  row: FrameRow,
  names: ReadonlyMap<string, string>,
  name: string | null,
): Omit<CaseFrame, "stamp"> {
  const { landing, ...rest } = row;
  const { locale, status: needStatus, ...need } = row.need;
  const dueOn = row.dueOn?.toISOString().slice(0, 10) ?? null;
  return {
    ...rest,
    turn: landingTurn(viewer, row.status, landing),
    need: { ...need, lang: fromDbLocale(locale) },
    needFilled: needStatus === "FILLED" && canMove("endAsNoFit", row.status),
    talent: { ...row.talent, name },
    running: isRunning(row.status),
    side: sideOf(viewer),
    owner: row.ownerId ? (names.get(row.ownerId) ?? null) : null,
    dueOn,
    overdueDays: isRunning(row.status) ? overdueDays(dueOn, today()) : 0,
    handOverTo: isStaff(viewer) ? row.handOverTo : null,
  };
}
