import { type CompiledNeed, type CompiledTalent, compileTalent } from "./compile.ts";
import { ageInDays } from "./criteria/freshness.ts";
import { staleDays } from "./explain-facts.ts";
import type { ExplainedRequirement } from "./explain-requirements.ts";
import { meetingLicence } from "./licences.ts";
import { yearlyPay } from "./money.ts";
import { type ReasonKey, reason } from "./reasons.ts";
import { type PairScore, scorePair } from "./score.ts";
import type { Readings } from "./supply.ts";
import type { Advice, ConflictId, HardCheck, Intention, Reason, TalentInput } from "./types.ts";

const asked = ["pay", "language", "education", "experience", "availability", "qualification"] as const;

/** What the profile does not show, must-haves first, then what nobody stated. */
export function missingOf(
  mustHave: readonly ExplainedRequirement[],
  preferred: readonly ExplainedRequirement[],
  checks: readonly HardCheck[],
): Reason[] {
  const out: Reason[] = [];
  for (const { requirement, state } of mustHave) {
    if (state === "met") continue;
    const key: ReasonKey = state === "listedOnly" ? "missing.evidence" : "missing.requirement";
    out.push(reason(key, { requirement: requirement.text }));
  }
  for (const { requirement, state } of preferred)
    if (state === "absent") out.push(reason("missing.preferred", { requirement: requirement.text }));
  for (const id of asked)
    if (checks.some((check) => check.id === id && check.outcome === "unknown"))
      out.push(reason(`missing.unknown.${id}`));
  return out;
}

/** `texts`: what is said of the work changes, not only facts beside it. */
type Change = { said: Reason; changed: TalentInput; texts: boolean; clears?: ConflictId };

/** The profile with a sentence about a requirement in its present job, or in the person's own account when there is no job. */
function told({ requirement }: ExplainedRequirement, input: TalentInput): TalentInput {
  const named = requirement.groups.flatMap(({ hits }) =>
    hits.slice(0, 1).map((hit) => requirement.text.slice(hit.start, hit.end)),
  );
  const sentence = [...new Set([...named, requirement.text])].join("。");
  const jobs = input.experience ?? [];
  const present = Math.max(
    0,
    jobs.findIndex((job) => !job.to),
  );
  if (jobs.length === 0) return { ...input, summary: `${input.summary ?? ""}。${sentence}` };
  const experience = jobs.map((job, i) =>
    i === present ? { ...job, description: `${job.description ?? ""}。${sentence}` } : job,
  );
  return { ...input, experience };
}

/** For each conflict that talking or proof may solve, the profile with it solved. */
const solved: Partial<
  Record<ConflictId, (need: CompiledNeed, talent: CompiledTalent, check: HardCheck) => Partial<TalentInput>>
> = {
  mode: (need, { input }) => ({
    intentions: [...(input.intentions ?? []), ...(need.input.modes ?? []).slice(0, 1)] as Intention[],
  }),
  pay: (need) => ({
    expectedPay: need.input.pay ? { ...need.input.pay, min: need.input.pay.max ?? need.input.pay.min } : null,
  }),
  availability: (need) => ({ availableFrom: need.input.start ?? need.input.deadline ?? null }),
  language: (need, { input }, check) => {
    const code = check.reason.params?.language;
    const wanted = (need.input.languages ?? []).filter((each) => each.required && each.code === code);
    return { languages: [...(input.languages ?? []), ...wanted.map(({ code, level }) => ({ code, level }))] };
  },
  qualification: (need, { input, licences }) => {
    const lacking = need.licences.filter((wanted) => !meetingLicence(wanted, licences ?? []));
    return {
      qualifications: [
        ...(input.qualifications ?? []),
        ...lacking.map((each) => each.alternatives[0]?.text ?? each.text),
      ],
    };
  },
};

function changesOf(
  need: CompiledNeed,
  talent: CompiledTalent,
  mustHave: readonly ExplainedRequirement[],
  checks: readonly HardCheck[],
): Change[] {
  const out: Change[] = [];
  for (const each of mustHave) {
    if (each.state === "met") continue;
    const key: ReasonKey =
      each.state === "absent" || each.state === "related" ? "change.requirement" : "change.describe";
    out.push({
      said: reason(key, { requirement: each.requirement.text }),
      changed: told(each, talent.input),
      texts: true,
    });
  }
  for (const check of checks) {
    if (check.outcome !== "conflict") continue;
    const id = check.id as ConflictId;
    const change = solved[id]?.(need, talent, check);
    if (!change) continue;
    const said = reason(`change.${id}` as ReasonKey, check.reason.params);
    out.push({ said, changed: { ...talent.input, ...change }, texts: id === "qualification", clears: id });
  }
  const age = ageInDays(need, talent);
  if (age !== null && age > staleDays)
    out.push({
      said: reason("change.update"),
      changed: { ...talent.input, updatedAt: need.context.asOf },
      texts: false,
    });
  return out;
}

/** Points are rounded down, so that no promise is larger than what comes. */
const tenthsBelow = (points: number): number => Math.floor(points * 10 + 1e-6) / 10;

/**
 * What would lift the match, each with what it would give: the pair is scored anew with the change made. What gives nothing is
 * not said. A conflict solved takes the pair up the list even where it gives no points.
 */
export function wouldChangeOf(
  need: CompiledNeed,
  talent: CompiledTalent,
  mustHave: readonly ExplainedRequirement[],
  checks: readonly HardCheck[],
  before: PairScore,
): Advice[] {
  const out: Advice[] = [];
  const readings: Readings = new Map();
  for (const { said, changed, texts, clears } of changesOf(need, talent, mustHave, checks)) {
    const anew = texts
      ? compileTalent(changed, talent.context, readings)
      : { ...talent, input: changed, pay: yearlyPay(changed.expectedPay) };
    const after = scorePair(need, anew);
    const points = Math.max(0, tenthsBelow(after.base - before.base));
    const cleared = clears !== undefined && !after.conflicts.includes(clears) && after.order > before.order;
    if (points > 0 || cleared) out.push({ ...said, points, ...(cleared ? { clears } : {}) });
  }
  return out;
}
