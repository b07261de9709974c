import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { recordDisclosure } from "#lib/consents/disclosures.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { MatchStatus } from "#prisma/generated/enums.ts";
import { explainPair } from "./engine.ts";
import { explanationOf } from "./explanation.ts";
import { canReview, matchableTalent } from "./policy.ts";
import { needRecord, talentRecord } from "./records.ts";
import {
  type Change,
  changesOf,
  isSame,
  type Numbers,
  numbersOf,
  partsOf,
  type ReplayedPart,
} from "./replay-compare.ts";

export type Replay = {
  matchId: string;
  status: MatchStatus;
  needId: string;
  needCode: string;
  talentId: string;
  talentCode: string;
  computedAt: Date;
  stored: Numbers;
  /** null where the person does not take part in matching any more: nothing is computed of them */
  now: Numbers | null;
  parts: ReplayedPart[];
  changed: Change[];
  same: boolean;
};

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** A match by its id or address, or by the codes of its need and its talent in any order. */
async function findMatchId(asked: string): Promise<string | null> {
  const id = UUID.exec(asked)?.[0];
  const need = /\bN-[0-9A-Z]{4,8}\b/i.exec(asked)?.[0]?.toUpperCase();
  const talent = /\bT-[0-9A-Z]{4,8}\b/i.exec(asked)?.[0]?.toUpperCase();
  const where = id ? { id } : need && talent ? { need: { code: need }, talent: { code: talent } } : null;
  const found = where && (await db.match.findFirst({ where, select: { id: true } }));
  return found?.id ?? null;
}

/**
 * Runs the present engine on the present records of one match and sets the result beside the stored one. Changes nothing of
 * the match; notes that the viewer read it, as opening the match does. Null when there is no such match.
 */
export async function replayMatch(viewer: Viewer, asked: string): Promise<Replay | null> {
  if (!canReview(viewer)) return null;
  const matchId = await findMatchId(asked.slice(0, 300));
  return matchId === null ? null : transaction(viewer, (tx) => run(tx, viewer, matchId));
}

const storedSelect = {
  id: true,
  status: true,
  needId: true,
  talentId: true,
  explanation: true,
  computedAt: true,
  score: true,
  priority: true,
  needToTalent: true,
  talentToNeed: true,
  conflicts: true,
  engineVersion: true,
  dictionaryVersion: true,
  weightsVersion: true,
  talent: { select: { code: true, updatedAt: true } },
  need: { select: { ...needRecord, code: true } },
} as const satisfies Prisma.MatchSelect;

async function run(tx: Tx, viewer: Viewer, matchId: string): Promise<Replay> {
  const match = await tx.match.findUniqueOrThrow({ where: { id: matchId }, select: storedSelect });
  const { needId, talentId, computedAt } = match;
  // only of people who are matched now: a replay is matching too
  const person = await tx.talent.findFirst({
    where: { id: talentId, ...matchableTalent },
    select: talentRecord,
  });
  const { priority: order, conflicts, ...columns } = match;
  // the columns outlive an erasure, which takes the explanation
  const stored: MatchResult = {
    ...explanationOf(match.explanation),
    score: columns.score,
    order,
    needToTalent: columns.needToTalent,
    talentToNeed: columns.talentToNeed,
    conflicts: conflicts as MatchResult["conflicts"],
    engineVersion: columns.engineVersion,
    dictionaryVersion: columns.dictionaryVersion,
    weightsVersion: columns.weightsVersion,
  };
  const now = person && explainPair(match.need, person);
  if (person)
    await recordDisclosure(tx, viewer, {
      talentId,
      categories: ["profile"],
      purpose: "matchReview",
      matchId,
    });
  await audit(tx, viewer, { action: "match.replayed", record: ["match", matchId] });
  return {
    matchId,
    status: match.status,
    needId,
    needCode: match.need.code,
    talentId,
    talentCode: match.talent.code,
    computedAt,
    stored: numbersOf(stored),
    now: now && numbersOf(now),
    parts: partsOf(stored, now),
    changed: changesOf(stored, now, {
      computedAt,
      need: match.need.updatedAt,
      talent: match.talent.updatedAt,
    }),
    same: now !== null && isSame(stored, now),
  };
}
