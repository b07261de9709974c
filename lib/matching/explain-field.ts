import type { CompiledNeed, CompiledTalent } from "./compile.ts";
import { entryRelevance } from "./criteria/experience.ts";
import { wordEvidence } from "./evidence.ts";
import { type Explained, joinBest } from "./explain-requirements.ts";
import { reason } from "./reasons.ts";
import type { Criterion, Evidence, Reason } from "./types.ts";

const mostConcepts = 3;
/** From this nearness on a job counts as one in the need's field. */
const inFieldFrom = 0.35;

/** The concepts of the need, by weight, that the profile answers best. */
export function explainField(need: CompiledNeed, talent: CompiledTalent): Explained {
  const ranked = need.field.concepts
    .map(({ id, weight }) => ({ id, points: weight * (talent.concepts.get(id)?.credit ?? 0) }))
    .filter((each) => each.points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, mostConcepts);
  const groups: Evidence[][] = [];
  const paths: Criterion["paths"] = [];
  for (const { id } of ranked)
    for (const field of need.fields) {
      const hit = need.context.dictionary.find(field.text).find((each) => each.conceptId === id);
      const joined = hit && joinBest([hit], field.field, field.text, talent);
      if (!joined) continue;
      groups.push(joined.evidence);
      paths.push(joined.path);
      break;
    }
  if (paths.length > 0) {
    const themes = [...new Set(paths.map((path) => path.to))];
    const found = themes.join(" · ");
    return { reasons: [reason("field.concepts", { count: themes.length, found })], evidence: groups, paths };
  }
  const title = need.fields.find((field) => field.field === "title");
  const words = title && wordEvidence(talent, title);
  const [from, to] = [words?.need[0], words?.talent[0]];
  if (!words || !from || !to) return { reasons: [reason("field.far")], evidence: [], paths: [] };
  return {
    reasons: [reason("field.words", { found: to.text })],
    evidence: [[...words.need, ...words.talent]],
    paths: [{ from: from.text, to: to.text, link: "text", conceptIds: [] }],
  };
}

function fieldOfWork(need: CompiledNeed, talent: CompiledTalent): Reason[] {
  const near = talent.entries.filter((entry) => entryRelevance(need, entry) >= inFieldFrom);
  const titleOf = (index: number) => talent.input.experience?.[index]?.title ?? "";
  const current = near.find((entry) => entry.current);
  if (current) return [reason("experience.recentInField", { title: titleOf(current.index) })];
  const former = near[0];
  if (former)
    return [
      reason("experience.formerField", {
        title: titleOf(former.index),
        until: (talent.input.experience?.[former.index]?.to ?? "").slice(0, 7),
      }),
    ];
  return talent.entries.length > 0 ? [reason("experience.outsideField")] : [];
}

export function explainExperience(need: CompiledNeed, talent: CompiledTalent): Explained {
  const reasons: Reason[] = [];
  if (talent.months === null) reasons.push(reason("experience.unknown"));
  else reasons.push(reason("experience.total", { years: Math.floor(talent.months / 1.2) / 10 }));
  reasons.push(...fieldOfWork(need, talent));
  const step = need.seniority !== null && talent.seniority !== null ? talent.seniority - need.seniority : 0;
  if (step >= 2) reasons.push(reason("experience.above"));
  if (step <= -2) reasons.push(reason("experience.below"));
  const evidence = (talent.input.experience ?? [])
    .map((entry, i) => ({ entry, relevance: entryRelevance(need, talent.entries[i] as never), i }))
    .filter(({ entry, relevance }) => entry.title && relevance >= inFieldFrom)
    .map(({ entry, i }) => [
      {
        side: "talent" as const,
        field: `experience[${i}].title`,
        start: 0,
        end: entry.title.length,
        text: entry.title,
      },
    ]);
  return { reasons, evidence, paths: [] };
}
