import { removeColleague } from "#lib/accounts/invitation-commands.ts";
import { issueToken } from "#lib/accounts/tokens.ts";
import { viewerOf } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { type Giveable, OPTIONAL } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import { suspendEnterprise, verifyEnterprise } from "#lib/enterprises/commands.ts";
import { NotFoundError } from "#lib/errors.ts";
import { acceptCandidate, declineCandidate } from "#lib/matches/candidate-commands.ts";
import { approveMatch, rejectMatch, startReview, undoApproval } from "#lib/matches/commands.ts";
import { endForNeed, endForTalent } from "#lib/matches/ending.ts";
import { expressInterest, nominate } from "#lib/matches/entry-commands.ts";
import { giveMore } from "#lib/matches/giving-commands.ts";
import {
  acceptInvitation,
  declineInvitation,
  inviteTalent,
  remindAndExpire,
} from "#lib/matches/invitation-commands.ts";
import { closeNeed, pauseNeed, resumeNeed } from "#lib/needs/commands.ts";
import { archiveProfile, pauseProfile, resumeProfile, saveProfileSection } from "#lib/talents/commands.ts";
import {
  grantMatchingConsent,
  withdrawConsent,
  withdrawEverything,
  withdrawFromEnterprise,
} from "#lib/talents/consent-commands.ts";
import { mergeTalents } from "#lib/talents/duplicate-commands.ts";
import { claimProfile } from "#lib/talents/entry-commands.ts";
import { eraseTalent } from "#lib/talents/erasure.ts";
import { getOwnProfile } from "#lib/talents/queries.ts";
import { sectionInput } from "#lib/talents/schema.ts";
import { moveByHand } from "./case-commands.ts";
import { beginIntroduction, endIntroduction } from "./commands.ts";
import { endCase } from "./ending-commands.ts";
import { type Model, newRound, type Pair, type Round, talentNow, type World } from "./reach-world.ts";

/**
 * Support of reach.db.test.ts: what anyone may try at any time, through the product's commands; refusals are part of it. `learn`
 * says what the model knows after an act that was not refused, and it never looks at the rows that it judges.
 */
export type Step = { act: ActName; pair: 0 | 1 | 2; give: Giveable[]; row: number; pause: number };
type Context = { world: World; talent: Viewer; pair: Pair; step: Step };
type Act = {
  try(context: Context): Promise<unknown>;
  learn?(model: Model, at: Context, round: Round): void;
};

const GOOD = { introductionConsent: true, crossBorderConsent: true };
const version = async ({ id }: Pair) => (await db.match.findUniqueOrThrow({ where: { id } })).version;
const caseOf = async ({ id }: Pair) => {
  const found = await db.introduction.findUnique({
    where: { matchId: id },
    select: { id: true, version: true },
  });
  if (!found) throw new NotFoundError();
  return { introductionId: found.id, version: found.version };
};
const memberOf = ({ world, step }: Context) => (step.pair === 2 ? world.stranger : world.colleague);
const hold = ({ held }: Round, categories: readonly Giveable[]) => {
  for (const one of categories) held.add(`INTRODUCTION ${one}`).add(`CROSS_BORDER ${one}`);
};
const clear = (rounds: readonly Round[]) => {
  for (const { held } of rounds) held.clear();
};
const end = (model: Model) => {
  clear(model.rounds);
  model.gone = true;
};
const saveBlocked = async (talent: Viewer, blockedEmployers: string[]) => {
  const own = await getOwnProfile(talent);
  const { email, phone } = own.identity;
  const input = { section: "contact", version: own.version, email, phone, blockedEmployers, matchable: true };
  return saveProfileSection(talent, sectionInput.parse(input));
};
const rowOf = (step: Step) => {
  const category = (["anonymous", ...OPTIONAL] as const)[step.row % 5]!;
  return { category, purpose: step.row < 5 ? ("INTRODUCTION" as const) : ("CROSS_BORDER" as const) };
};

export const ACTS = {
  startReview: { try: ({ world, pair }) => startReview(world.staff, pair.id) },
  approve: {
    try: async ({ world, pair }) =>
      approveMatch(world.staff, pair.id, { reasonCode: "evidenced", version: await version(pair) }),
  },
  undo: { try: ({ world, pair }) => undoApproval(world.staff, pair.id) },
  reject: {
    try: async ({ world, pair }) =>
      rejectMatch(world.other, pair.id, { reasonCode: "otherField", version: await version(pair) }),
  },
  // a new round begins where the last one ended; where one waits already, nothing of it was given
  nominate: {
    try: ({ world, pair }) => nominate(world.staff, pair.needId, world.talentId, { reason: "again" }),
    learn: (model, { step }) => {
      model.rounds[step.pair] = newRound();
    },
  },
  interest: {
    try: async ({ talent, pair }) => {
      await expressInterest(talent, pair.needId);
      const match = await db.match.findUnique({ where: { id: pair.id } });
      return match?.status === "SUGGESTED" && match.invitedAt === null;
    },
  },
  invite: { try: ({ pair }) => inviteTalent(pair.id) },
  clock: { try: () => remindAndExpire() },
  accept: {
    try: ({ talent, pair, step }) => acceptInvitation(talent, pair.id, { ...GOOD, give: step.give }),
    learn: (_, { step }, round) => {
      round.talent = true;
      hold(round, ["anonymous", ...step.give]);
    },
  },
  acceptUnconsented: {
    try: ({ talent, pair, step }) =>
      acceptInvitation(talent, pair.id, { ...GOOD, crossBorderConsent: false, give: step.give }),
  },
  give: {
    try: ({ talent, pair, step }) => giveMore(talent, pair.id, { give: step.give, crossBorderConsent: true }),
    learn: (_, { step }, round) => hold(round, step.give),
  },
  decline: { try: ({ talent, pair }) => declineInvitation(talent, pair.id, { reasonCode: "pay" }) },
  take: {
    try: (at) => acceptCandidate(memberOf(at), at.pair.id, { reason: "fits" }),
    learn: (_, __, round) => {
      round.enterprise = true;
    },
  },
  takeOthers: {
    try: ({ world, pair, step }) =>
      acceptCandidate(step.pair === 2 ? world.colleague : world.stranger, pair.id, { reason: "fits" }),
  },
  refuse: {
    try: (at) => declineCandidate(memberOf(at), at.pair.id, { reasonCode: "other" }),
    learn: (_, __, round) => round.held.clear(),
  },
  begin: { try: ({ pair }) => beginIntroduction(pair.id) },
  // the job that a withdrawal enqueues, at any time
  endIntroduction: { try: ({ pair }) => endIntroduction(pair.id, "test") },
  endAsNoFit: {
    try: async ({ world, pair }) =>
      endCase(world.other, { ...(await caseOf(pair)), ending: "endAsNoFit", outcome: "skills", words: "" }),
  },
  endByTalent: {
    try: async ({ talent, pair }) =>
      endCase(talent, { ...(await caseOf(pair)), ending: "withdraw", outcome: "other_work", words: "" }),
    learn: (_, __, { held }) => held.clear(),
  },
  endByEnterprise: {
    try: async (at) =>
      endCase(memberOf(at), { ...(await caseOf(at.pair)), ending: "withdraw", outcome: "budget", words: "" }),
    learn: (_, __, { held }) => held.clear(),
  },
  takeBack: {
    try: async ({ world, pair }) =>
      moveByHand(world.other, { ...(await caseOf(pair)), move: "takeBack", reason: "a slip" }),
  },
  withdrawOne: {
    try: async ({ talent, pair, step }) => {
      const where = { matchId: pair.id, ...rowOf(step), withdrawnAt: null };
      const row = await db.consent.findFirst({ where, select: { id: true } });
      await withdrawConsent(talent, row?.id ?? pair.id);
    },
    // its transfer ends with it and the other way round; with the consent to be introduced all
    learn: (_, { step }, { held }) => {
      const { category } = rowOf(step);
      if (category === "anonymous") held.clear();
      held.delete(`INTRODUCTION ${category}`);
      held.delete(`CROSS_BORDER ${category}`);
    },
  },
  withdrawFrom: {
    try: ({ talent, pair }) => withdrawFromEnterprise(talent, pair.enterpriseId),
    learn: ({ rounds }, { step }) => clear(step.pair === 2 ? [rounds[2]] : [rounds[0], rounds[1]]),
  },
  withdrawAll: {
    try: ({ talent }) => withdrawEverything(talent),
    learn: (model) => clear(model.rounds),
  },
  grantMatching: { try: ({ talent }) => grantMatchingConsent(talent) },
  pause: { try: ({ talent }) => pauseProfile(talent) },
  resume: { try: ({ talent }) => resumeProfile(talent) },
  archive: { try: ({ talent }) => archiveProfile(talent) },
  erase: {
    try: async ({ talent }) => eraseTalent(talent, { confirm: (await getOwnProfile(talent)).code }),
    learn: end,
  },
  block: {
    try: async ({ talent, pair }) => {
      const { name } = await db.enterprise.findUniqueOrThrow({ where: { id: pair.enterpriseId } });
      await saveBlocked(talent, [name]);
    },
  },
  unblock: { try: ({ talent }) => saveBlocked(talent, []) },
  closeNeed: { try: (at) => closeNeed(memberOf(at), at.pair.needId, { reason: "over" }) },
  pauseNeed: { try: (at) => pauseNeed(memberOf(at), at.pair.needId) },
  resumeNeed: { try: (at) => resumeNeed(memberOf(at), at.pair.needId) },
  memberLeaves: {
    try: ({ world }) => removeColleague(world.colleague, world.member.accountId!),
    learn: (model) => {
      model.left = true;
    },
  },
  suspend: {
    try: ({ world }) => suspendEnterprise(world.admin, world.pairs[0].enterpriseId, { reason: "checks" }),
    learn: (model) => {
      model.suspended = true;
    },
  },
  lift: {
    try: ({ world }) => verifyEnterprise(world.admin, world.pairs[0].enterpriseId),
    learn: (model) => {
      model.suspended = false;
    },
  },
  mergeAway: {
    try: ({ world }) => mergeTalents(world.staff, world.double, world.talentId, "one person"),
    learn: end,
  },
  mergeIn: { try: ({ world }) => mergeTalents(world.staff, world.talentId, world.double, "one person") },
  claim: {
    try: async ({ world }) => {
      const email = `${world.talentId}@claims.example`;
      const token = await transaction(systemViewer("test"), (tx) =>
        issueToken(tx, { purpose: "PROFILE_CLAIM", email, grant: { talentId: world.talentId }, hours: 1 }),
      );
      await claimProfile({
        token,
        displayName: "陳大文",
        password: "a long phrase",
        consent: true,
        locale: "en",
      });
      world.talent = await viewerOf(email);
    },
  },
  // the jobs, at any time after what enqueued them, or for no reason
  endTalent: { try: ({ world }) => endForTalent(world.talentId, "test") },
  endNeed: { try: ({ pair }) => endForNeed(pair.needId, "test") },
} satisfies Record<string, Act>;
export type ActName = keyof typeof ACTS;
const KNOWN: Record<ActName, Act> = ACTS;

/** Carries an act out as whoever it belongs to now, and tells the model if it was not refused. */
export async function perform(world: World, model: Model, step: Step): Promise<void> {
  const context: Context = { world, talent: await talentNow(world), pair: world.pairs[step.pair], step };
  const result = await KNOWN[step.act].try(context);
  KNOWN[step.act].learn?.(model, context, model.rounds[step.pair]);
  if (step.act === "interest" && result === true) model.rounds[step.pair] = newRound();
}
