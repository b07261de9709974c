import { resultColumns } from "#lib/matches/engine.ts";
import type { MatchResult, NeedInput, TalentInput } from "#lib/matching/types.ts";
import type { BulkNeed } from "./needs.ts";
import { idOf, randomOf } from "./random.ts";
import type { BulkTalent } from "./talents.ts";

const DAY = 86_400_000;
const STATUSES = {
  SUGGESTED: 70,
  IN_REVIEW: 4,
  REJECTED: 9,
  APPROVED: 1,
  INVITED: 5,
  TALENT_ACCEPTED: 3,
  TALENT_DECLINED: 3,
  INVITATION_EXPIRED: 1,
  ENTERPRISE_DECLINED: 1,
  INTRODUCED: 3,
} as const;

type Pay = {
  payMin: number | null;
  payMax: number | null;
  payCurrency: string | null;
  payPeriod: string | null;
};
const payOf = ({ payMin, payMax, payCurrency, payPeriod }: Pay) =>
  payMin === null ? null : { min: payMin, max: payMax, currency: payCurrency, period: payPeriod };
const stated = <T>(list: T[]) => (list.length ? list : null);

/** A generated row as the engine reads it, as lib/talents/projection.ts does with a row of the database. */
export function talentInputOf(row: BulkTalent): TalentInput {
  const profile = row as unknown as TalentInput & Pay;
  const {
    headline,
    summary,
    skills,
    experience,
    qualifications,
    base,
    pathway,
    direction,
    availableFrom,
    daysPerMonth,
    industries,
  } = profile;
  return {
    id: row.id,
    kind: row.kind === "TEAM" ? "team" : "individual",
    locale: profile.locale,
    headline,
    summary,
    skills,
    experience,
    education: stated(profile.education ?? []),
    qualifications,
    languages: stated(profile.languages ?? []),
    base,
    pathway,
    intentions: stated(profile.intentions ?? []),
    direction,
    availableFrom,
    daysPerMonth,
    expectedPay: payOf(profile) as TalentInput["expectedPay"],
    industries,
    members: null,
    updatedAt: String(row.updatedAt).slice(0, 10),
  };
}

export function needInputOf(row: BulkNeed): NeedInput {
  return {
    ...(row as unknown as NeedInput),
    chain: row.chainText || row.chain,
    pay: payOf(row) as NeedInput["pay"],
  };
}

/** A match with the engine's own result, somewhere on its way. Once introduced it has both consents. */
export function matchOf(seed: number, need: BulkNeed, result: MatchResult, officers: string[], now: number) {
  const { talentId } = result;
  const random = randomOf(seed, "match", need.id, talentId);
  const status = random.weighted(STATUSES);
  const createdAt = Math.min(now, Date.parse(need.openedAt ?? need.createdAt) + random.whole(0, 20) * DAY);
  const at = (time: number) => new Date(Math.min(now, time)).toISOString();
  const decided = status !== "SUGGESTED" && status !== "IN_REVIEW";
  const answered = ["TALENT_ACCEPTED", "TALENT_DECLINED", "ENTERPRISE_DECLINED", "INTRODUCED"].includes(
    status,
  );
  const concluded = status === "INTRODUCED" || status === "ENTERPRISE_DECLINED";
  const office = random.pick(["HONG_KONG", "YANTAI"]);
  return {
    id: idOf(seed, "match", need.id, talentId),
    needId: need.id,
    talentId,
    status,
    origin: random.weighted({ SUGGESTED: 88, INTEREST: 9, NOMINATED: 3 }),
    ...resultColumns(result),
    explanation: result,
    computedAt: at(createdAt),
    note: null,
    nominatedById: null,
    assigneeId: status === "IN_REVIEW" ? random.pick(officers) : null,
    decidedById: decided ? random.pick(officers) : null,
    decidedOffice: decided ? office : null,
    decidedAt: decided ? at(createdAt + DAY) : null,
    reasonCode: status === "REJECTED" ? "other" : null,
    reason: decided ? "Bulk" : null,
    notifyAt: null,
    invitedAt: decided && status !== "REJECTED" && status !== "APPROVED" ? at(createdAt + DAY) : null,
    invitationExpiresAt: status === "INVITED" ? new Date(now + 10 * DAY).toISOString() : null,
    remindedAt: null,
    talentDecidedAt: answered ? at(createdAt + 3 * DAY) : null,
    talentReasonCode: null,
    talentReason: null,
    enterpriseDecidedAt: concluded ? at(createdAt + 5 * DAY) : null,
    enterpriseDecidedById: null,
    enterpriseReasonCode: null,
    enterpriseReason: null,
    version: 1,
    createdAt: at(createdAt),
    updatedAt: at(createdAt + 5 * DAY),
  };
}
