import { viewerOf } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { beginIntroduction } from "#lib/introductions/commands.ts";
import { getCandidate } from "#lib/introductions/queries.ts";
import { acceptCandidate, declineCandidate } from "#lib/matches/candidate-commands.ts";
import { approveMatch, rejectMatch, startReview } from "#lib/matches/commands.ts";
import { endForTalent } from "#lib/matches/ending.ts";
import { expressInterest, nominate } from "#lib/matches/entry-commands.ts";
import {
  acceptInvitation,
  declineInvitation,
  inviteTalent,
  remindAndExpire,
} from "#lib/matches/invitation-commands.ts";
import { refreshNeed } from "#lib/matches/suggestions.ts";
import { withdrawConsent } from "#lib/talents/consent-commands.ts";
import type { Calendar } from "./calendar.ts";

type Step =
  | "inReview"
  | "rejected"
  | "approved"
  | "invited"
  | "accepted"
  | "declined"
  | "expired"
  | "enterpriseDeclined"
  | "introduced"
  | "withdrawn";

/** How far the match of a record's need and a person has come; both are named by the collection's ids or an e-mail. */
const STORIES: [need: string, talent: string, step: Step, day: number][] = [
  ["N01", "talent@demo.example", "invited", -2],
  ["N01", "t128@demo.example", "introduced", -12],
  ["N01", "t009@demo.example", "inReview", -1],
  ["N02", "t001@demo.example", "accepted", -4],
  ["N03", "team@demo.example", "introduced", -9],
  ["N37", "student@demo.example", "invited", -3],
  ["N37", "t070@demo.example", "accepted", -5],
  ["N38", "t026@demo.example", "declined", -6],
  ["N16", "t074@demo.example", "enterpriseDeclined", -8],
  ["N23", "t110@demo.example", "withdrawn", -9],
  ["N21", "t005@demo.example", "expired", -18],
  ["N13", "t003@demo.example", "rejected", -4],
  // where their cases stand now is in introductions.ts
  ["N02", "talent@demo.example", "introduced", -14],
  ["N05", "t001@demo.example", "introduced", -13],
  ["N16", "t005@demo.example", "introduced", -13],
  ["N21", "t003@demo.example", "introduced", -12],
  ["N25", "t009@demo.example", "introduced", -11],
  ["N37", "t026@demo.example", "introduced", -12],
  ["N09", "t070@demo.example", "introduced", -10],
  ["N08", "student@demo.example", "introduced", -8],
];

async function pairOf(need: Map<string, string>, record: string, email: string) {
  const talent = await db.talent.findFirstOrThrow({ where: { account: { email } }, select: { id: true } });
  return { needId: need.get(record)!, talentId: talent.id };
}

/** The match of a pair: suggested by the engine, or nominated where the engine has not found it. */
async function matchOf(officer: Viewer, pair: { needId: string; talentId: string }) {
  const find = () =>
    db.match.findUnique({ where: { needId_talentId: pair }, select: { id: true, version: true } });
  const found = await find();
  if (found) return found;
  await nominate(officer, pair.needId, pair.talentId, { reason: "由工作人员根据面谈情况推荐。" });
  return (await find())!;
}

export async function play(
  calendar: Calendar,
  needs: Map<string, string>,
  [record, email, step, day]: (typeof STORIES)[number],
) {
  const hk = await viewerOf("staff.hk@demo.example");
  const talent = await viewerOf(email);
  const pair = await pairOf(needs, record, email);
  const need = await db.need.findUniqueOrThrow({
    where: { id: pair.needId },
    select: { enterprise: { select: { accounts: { select: { email: true }, take: 1 } } } },
  });
  const employer = await viewerOf(need.enterprise.accounts[0]!.email);
  const match = await calendar.on(day, () => matchOf(hk, pair));
  if (step === "inReview") return calendar.on(day, () => startReview(hk, match.id));
  if (step === "rejected")
    return calendar.on(day, () =>
      rejectMatch(hk, match.id, {
        version: match.version,
        reasonCode: "otherField",
        reason: "嵌入式經驗為主，熱管理仿真並非專長。",
      }),
    );
  await calendar.on(day, () =>
    approveMatch(hk, match.id, {
      version: match.version,
      reasonCode: "evidenced",
      reason: "必備條件在經歷中均有佐證。",
    }),
  );
  await calendar.on(day + 0.01, () => inviteTalent(match.id));
  if (step === "invited" || step === "expired") return;
  if (step === "declined")
    return calendar.on(day + 1, () =>
      declineInvitation(talent, match.id, {
        reasonCode: "timing",
        reason: "Final-year project runs until July.",
      }),
    );
  await calendar.on(day + 1, () =>
    acceptInvitation(talent, match.id, {
      introductionConsent: true,
      crossBorderConsent: true,
      // one of them keeps the original file to herself
      give: email === "t001@demo.example" ? ["identity"] : ["anonymous_cv", "identity", "contact", "cv"],
    }),
  );
  if (step === "accepted") return;
  await calendar.on(day + 1.9, () => getCandidate(employer, match.id));
  if (step === "enterpriseDeclined")
    return calendar.on(day + 2, () =>
      declineCandidate(employer, match.id, {
        reasonCode: "requirements",
        reason: "现阶段更需要有量产经验的团队，谢谢。",
      }),
    );
  await calendar.on(day + 2, () =>
    acceptCandidate(employer, match.id, { reason: "经历与课题高度相符，希望尽快面谈。" }),
  );
  await calendar.on(day + 2.01, () => beginIntroduction(match.id));
  await calendar.on(day + 2.1, () => getCandidate(employer, match.id));
  if (step !== "withdrawn") return;
  const consent = await db.consent.findFirstOrThrow({
    where: { matchId: match.id, purpose: "INTRODUCTION", category: "anonymous", withdrawnAt: null },
    select: { id: true },
  });
  await calendar.on(day + 4, () => withdrawConsent(talent, consent.id));
  await calendar.on(day + 4.01, () => endForTalent(pair.talentId, "consentWithdrawn"));
}

/** Matches by the engine, and the history that people made of some of them. */
export async function seedMatches(calendar: Calendar, needs: Map<string, string>) {
  for (const needId of needs.values()) await refreshNeed(needId);
  for (const story of STORIES) await play(calendar, needs, story);
  const interested = await viewerOf("t001@demo.example");
  await calendar.on(-1, () => expressInterest(interested, needs.get("N03")!));
  await remindAndExpire();
}
