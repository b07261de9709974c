import type { CompiledNeed, CompiledTalent } from "./compile.ts";
import { ageInDays } from "./criteria/freshness.ts";
import { staleDays } from "./explain-facts.ts";
import type { ExplainedRequirement } from "./explain-requirements.ts";
import { type ReasonKey, reason } from "./reasons.ts";
import type { HardCheck, Reason } from "./types.ts";

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

const changeable = ["mode", "pay", "availability", "language", "qualification"] as const;

/** What would lift the match: evidence for must-haves, then conflicts that talking may solve. */
export function wouldChangeOf(
  need: CompiledNeed,
  talent: CompiledTalent,
  mustHave: readonly ExplainedRequirement[],
  checks: readonly HardCheck[],
): Reason[] {
  const out: Reason[] = [];
  for (const { requirement, state } of mustHave) {
    if (state === "met") continue;
    const key: ReasonKey =
      state === "absent" || state === "related" ? "change.requirement" : "change.describe";
    out.push(reason(key, { requirement: requirement.text }));
  }
  for (const id of changeable) {
    const check = checks.find((each) => each.id === id && each.outcome === "conflict");
    if (check) out.push(reason(`change.${id}`, check.reason.params));
  }
  const age = ageInDays(need, talent);
  if (age !== null && age > staleDays) out.push(reason("change.update"));
  return out;
}
