import { audit } from "#lib/audit/record.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { BASE, inForce } from "#lib/consents/policy.ts";
import { givenFor } from "#lib/consents/queries.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { ConflictError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import type { MatchStatus, NeedStatus, ProfileStatus } from "#prisma/generated/enums.ts";
import { saidOf } from "./causes.ts";
import { blocks } from "./employers.ts";
import { endConsentsOf, move } from "./move.ts";
import { tellEnterprise, tellTalent } from "./notices.ts";
import { running } from "./policy.ts";
import { isUntouched } from "./save.ts";

const ender = systemViewer("matching");

/** Ends a running match. Who was told hears of it; the consents given for it end; an introduction that had begun ends too. */
export async function endMatch(tx: Tx, viewer: Viewer, matchId: string, reason: string): Promise<boolean> {
  const before = await tx.match.findUnique({
    where: { id: matchId },
    select: { status: true, version: true, enterpriseDecidedAt: true },
  });
  if (!before) return false;
  const moved = await move(tx, "withdraw", { id: matchId, version: before.version });
  if (!moved) return false;
  await audit(tx, viewer, { action: "match.withdrawn", record: ["match", matchId], reason });
  await endConsentsOf(tx, viewer, matchId);
  const { status } = before;
  const said = saidOf(viewer, reason);
  if (status === "INVITED" || status === "TALENT_ACCEPTED" || status === "INTRODUCED")
    await tellTalent(tx, moved, "endedForTalent", { cause: said.talent });
  if (status === "TALENT_ACCEPTED" || status === "INTRODUCED")
    await tellEnterprise(tx, moved, "endedForEnterprise", { cause: said.enterprise });
  if (status === "INTRODUCED") await enqueue(tx, "introductions.end", { matchId, reason });
  return true;
}

const accepted = (status: MatchStatus) => status === "TALENT_ACCEPTED" || status === "INTRODUCED";
/** Whose profile is gone ends everything; whoever only pauses keeps what they accepted while its consents hold. */
const GONE: readonly ProfileStatus[] = ["ARCHIVED", "ERASED", "REJECTED"];
/** Gone, and why, so that nothing new begins; who is introduced already talks on. */
const NEED_OVER: Partial<Record<NeedStatus, string>> = {
  FILLED: "filled",
  CLOSED: "closed",
  EXPIRED: "expired",
  WITHDRAWN: "withdrawn",
};

const candidateSelect = {
  id: true,
  needId: true,
  talentId: true,
  status: true,
  origin: true,
  assigneeId: true,
  need: { select: { enterprise: { select: { id: true, name: true, nameEn: true } } } },
} as const;

/**
 * Ends what of a talent's matches can no longer run: all when the profile is gone; before acceptance when it is not listed
 * or the employer is blocked; after it when the consent to be introduced was withdrawn. Reads the state itself, so it may run at any time.
 */
export async function endForTalent(talentId: string, reason: string): Promise<void> {
  const talent = await db.talent.findUnique({
    where: { id: talentId },
    select: {
      status: true,
      matchable: true,
      blockedEmployers: true,
      consents: { where: { purpose: "MATCHING", ...inForce }, select: { id: true }, take: 1 },
    },
  });
  if (!talent) return;
  const listed = talent.status === "LISTED" && talent.matchable && talent.consents.length > 0;
  const matches = await db.match.findMany({
    where: { talentId, status: running },
    select: candidateSelect,
    take: 2000,
  });
  const given = await givenFor(
    db,
    matches.map(({ id }) => id),
  );
  const over = matches.filter((match) => {
    if (GONE.includes(talent.status)) return true;
    if (accepted(match.status)) return !given(match.id).has(BASE);
    return !listed || blocks(talent.blockedEmployers, match.need.enterprise);
  });
  await endAll(over, reason);
  if (talent.status === "ERASED") await forget(talentId);
}

/** An explanation quotes the profile, and reasons may name the person: they go with an erasure. */
const forget = (talentId: string) =>
  db.match.updateMany({
    where: { talentId },
    data: {
      explanation: {},
      conflicts: [],
      note: null,
      reason: null,
      talentReason: null,
      enterpriseReason: null,
    },
  });

/** Ends what of a need's matches has not come to an introduction, when the need takes no more people. */
export async function endForNeed(needId: string, reason: string): Promise<void> {
  const need = await db.need.findUnique({ where: { id: needId }, select: { status: true, deadline: true } });
  if (!need) return;
  const late = need.deadline !== null && need.deadline.toISOString().slice(0, 10) < today();
  const over = NEED_OVER[need.status] ?? (late && "expired");
  if (!over && need.status !== "PAUSED") return;
  const matches = await db.match.findMany({
    where: { needId, status: { in: running.in.filter((status) => status !== "INTRODUCED") } },
    select: candidateSelect,
    take: 5000,
  });
  // a pause only takes away what nobody has seen
  await endAll(over ? matches : matches.filter(isUntouched), over || reason);
}

type Over = {
  id: string;
  status: MatchStatus;
  needId: string;
  talentId: string;
  origin: "SUGGESTED" | "NOMINATED" | "INTEREST";
  assigneeId: string | null;
};

/** Suggestions that nobody saw simply go, in one statement; the others end one by one, so that one that fails holds up no other. */
async function endAll(matches: Over[], reason: string) {
  const unseen = matches.filter(isUntouched).map(({ id }) => id);
  await db.match.deleteMany({
    where: { id: { in: unseen }, status: "SUGGESTED", origin: "SUGGESTED", assigneeId: null },
  });
  let missed = false;
  for (const match of matches.filter((one) => !isUntouched(one)))
    if (!(await transaction(ender, (tx) => endMatch(tx, ender, match.id, reason)))) missed = true;
  // somebody moved one of them meanwhile: the job looks at all again
  if (missed) throw new ConflictError();
}
