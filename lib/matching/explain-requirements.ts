import type { CompiledNeed, CompiledTalent } from "./compile.ts";
import { coverRequirement, monthsWith } from "./criteria/requirements.ts";
import type { Requirement } from "./demand.ts";
import { evidence, mentionEvidence, mentionsOf, wordEvidence } from "./evidence.ts";
import { spreadCredits } from "./links.ts";
import { reason } from "./reasons.ts";
import type { ConceptHit, Criterion, Evidence, Reason } from "./types.ts";
import { metFrom } from "./weights.ts";

export type Explained = Pick<Criterion, "reasons" | "evidence" | "paths">;
export type RequirementState = "met" | "listedOnly" | "partly" | "short" | "related" | "absent";
export type ExplainedRequirement = {
  requirement: Requirement;
  state: RequirementState;
  evidence: Evidence[][];
  paths: Criterion["paths"];
};

/** Below this a phrase counts as not shown at all. */
const absentBelow = 0.18;

/** The best hit of each group together with what in the profile answers it. */
function joinHit(hit: ConceptHit, field: string, text: string, talent: CompiledTalent) {
  const credit = talent.concepts.get(hit.conceptId);
  if (!credit) return null;
  const mentions = mentionsOf(talent, credit.from);
  if (mentions.length === 0) return null;
  const need = evidence("need", field, text, hit);
  const shown = mentions.map((mention) => mentionEvidence(talent, mention));
  const conceptIds = credit.from === hit.conceptId ? [hit.conceptId] : [hit.conceptId, credit.from];
  const path = { from: need.text, to: (shown[0] as Evidence).text, link: credit.link, conceptIds };
  return { credit: credit.credit, solid: credit.solid, mentions, evidence: [need, ...shown], path };
}

export function joinBest(hits: readonly ConceptHit[], field: string, text: string, talent: CompiledTalent) {
  let best: ReturnType<typeof joinHit> = null;
  for (const hit of hits) {
    const joined = joinHit(hit, field, text, talent);
    if (joined && (!best || joined.credit > best.credit)) best = joined;
  }
  return best;
}

export function explainRequirement(requirement: Requirement, talent: CompiledTalent): ExplainedRequirement {
  const coverage = coverRequirement(requirement, talent);
  const joined = requirement.groups
    .map((group) => joinBest(group.hits, requirement.field, requirement.text, talent))
    .filter((found) => found !== null);
  const words = wordEvidence(talent, requirement);
  const evidenceGroups = joined.map((found) => found.evidence);
  if (words.talent.length > 0 && (joined.length === 0 || coverage.value >= absentBelow))
    evidenceGroups.push([...words.need, ...words.talent]);
  const paths: Criterion["paths"] = joined.map((found) => found.path);
  if (joined.length === 0 && words.need[0] && words.talent[0])
    paths.push({ from: words.need[0].text, to: words.talent[0].text, link: "text", conceptIds: [] });
  const bare = joined.length > 0 && joined.every((found) => found.mentions.every((m) => m.place === "skill"));
  let state: RequirementState = "partly";
  if (coverage.value < absentBelow) state = "absent";
  else if (joined.length > 0 && joined.every((found) => found.solid === 0)) state = "related";
  else if (bare) state = "listedOnly";
  else if (isShort(requirement, talent)) state = "short";
  else if (coverage.solid >= metFrom) state = "met";
  return {
    requirement,
    state,
    evidence: state === "absent" ? [] : evidenceGroups,
    paths: state === "absent" ? [] : paths,
  };
}

/** The phrase names years, and the jobs that show it are known to have lasted less. */
function isShort(requirement: Requirement, talent: CompiledTalent): boolean {
  if (requirement.years === null) return false;
  const months = monthsWith(requirement, talent);
  return months !== null && months < 12 * requirement.years;
}

function sentence(explained: ExplainedRequirement, talent: CompiledTalent): Reason {
  const { requirement, state } = explained;
  const params = { requirement: requirement.text };
  const found = explained.paths[0]?.to;
  if (state === "short") {
    const years = Math.floor((monthsWith(requirement, talent) ?? 0) / 1.2) / 10;
    return reason("requirement.short", { ...params, years, least: requirement.years ?? 0 });
  }
  return reason(`requirement.${explained.state}`, found ? { ...params, found } : { ...params, found: "" });
}

/** The must-haves that each member of a team shows, and those that none does although the team as a whole may. */
export function teamCoverage(need: CompiledNeed, talent: CompiledTalent) {
  const members = (talent.input.members ?? []).map(({ role }, i) => {
    const own = talent.mentions.filter(
      (each) => each.field.startsWith(`members[${i}].`) && each.strength > 0,
    );
    const credits = spreadCredits(
      new Map(own.map((mention) => [mention.conceptId, 1])),
      need.context.dictionary,
    );
    const shows = (requirement: Requirement) =>
      requirement.groups.some((group) =>
        group.hits.some((hit) => (credits.get(hit.conceptId)?.solid ?? 0) >= metFrom),
      );
    return { role, shown: need.mustHave.filter(shows).map((requirement) => requirement.text) };
  });
  const missing = need.mustHave
    .map((requirement) => requirement.text)
    .filter((text) => !members.some((member) => member.shown.includes(text)));
  return { members, missing };
}

function teamReasons(need: CompiledNeed, talent: CompiledTalent): Reason[] {
  const { members, missing } = teamCoverage(need, talent);
  if (members.length === 0 || need.mustHave.length === 0) return [];
  const covered = need.mustHave.length - missing.length;
  return [
    reason("team.members", { members: members.length, covered, of: need.mustHave.length }),
    ...members.map(({ role, shown }) =>
      shown.length > 0
        ? reason("team.member", { role, requirements: shown.join(" · ") })
        : reason("team.memberNone", { role }),
    ),
    ...(missing.length > 0 ? [reason("team.missing", { requirements: missing.join(" · ") })] : []),
  ];
}

export function explainMustHave(
  need: CompiledNeed,
  talent: CompiledTalent,
  list: readonly ExplainedRequirement[],
): Explained {
  const met = list.filter((each) => each.state === "met").length;
  return {
    reasons: [
      reason("requirements.count", { met, of: list.length }),
      ...list.map((each) => sentence(each, talent)),
      ...teamReasons(need, talent),
    ],
    evidence: list.flatMap((each) => each.evidence),
    paths: list.flatMap((each) => each.paths),
  };
}

export function explainPreferred(talent: CompiledTalent, list: readonly ExplainedRequirement[]): Explained {
  return {
    reasons: list.map((each) => sentence(each, talent)),
    evidence: list.flatMap((each) => each.evidence),
    paths: list.flatMap((each) => each.paths),
  };
}
