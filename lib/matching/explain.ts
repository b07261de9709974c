import { missingOf, wouldChangeOf } from "./advice.ts";
import { runChecks } from "./checks.ts";
import type { CompiledNeed, CompiledTalent } from "./compile.ts";
import { weightsOf } from "./context.ts";
import { factSentences } from "./explain-facts.ts";
import { explainExperience, explainField } from "./explain-field.ts";
import {
  type Explained,
  type ExplainedRequirement,
  explainMustHave,
  explainPreferred,
  explainRequirement,
} from "./explain-requirements.ts";
import { roundParts } from "./rounding.ts";
import { type ScoredCriterion, scorePair } from "./score.ts";
import type { Criterion, MatchResult } from "./types.ts";
import { ENGINE_VERSION } from "./version.ts";
import { weightsVersionOf } from "./weights.ts";

type Requirements = { mustHave: ExplainedRequirement[]; preferred: ExplainedRequirement[] };

function explainCriterion(
  scored: ScoredCriterion,
  need: CompiledNeed,
  talent: CompiledTalent,
  requirements: Requirements,
): Explained {
  if (scored.id === "mustHave") return explainMustHave(need, talent, requirements.mustHave);
  if (scored.id === "preferred") return explainPreferred(talent, requirements.preferred);
  if (scored.id === "field") return explainField(need, talent);
  if (scored.id === "experience") return explainExperience(need, talent);
  return { reasons: factSentences[scored.id]?.(need, talent) ?? [], evidence: [], paths: [] };
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

function directionOf(scored: ScoredCriterion): Criterion["direction"] {
  if (scored.needWeight > 0 && scored.talentWeight > 0) return "both";
  return scored.talentWeight > 0 ? "talentToNeed" : "needToTalent";
}

/** The pair with everything that a person needs to judge it; contributions add up exactly to the shown score. */
export function explain(need: CompiledNeed, talent: CompiledTalent): MatchResult {
  const pair = scorePair(need, talent);
  const checks = runChecks(need, talent);
  const requirements: Requirements = {
    mustHave: need.mustHave.map((each) => explainRequirement(each, talent)),
    preferred: need.preferred.map((each) => explainRequirement(each, talent)),
  };
  const { parts, total } = roundParts(pair.criteria.map((scored) => scored.points));
  const criteria = pair.criteria.map((scored, i) => ({
    id: scored.id,
    direction: directionOf(scored),
    value: scored.value,
    weight: scored.weight,
    contribution: parts[i] as number,
    ...explainCriterion(scored, need, talent, requirements),
  }));
  return {
    needId: need.id,
    talentId: talent.id,
    score: total,
    order: pair.order,
    needToTalent: oneDecimal(pair.needToTalent),
    talentToNeed: oneDecimal(pair.talentToNeed),
    conflicts: pair.conflicts,
    checks,
    criteria,
    missing: missingOf(requirements.mustHave, requirements.preferred, checks),
    wouldChange: wouldChangeOf(need, talent, requirements.mustHave, checks, pair),
    engineVersion: ENGINE_VERSION,
    dictionaryVersion: need.context.dictionary.version,
    weightsVersion: weightsVersionOf(weightsOf(need.context)),
  };
}
