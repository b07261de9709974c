import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import { languageRank } from "../levels.ts";

/** Share of the named languages at their level; a required one weighs three times as much. A step below counts half. */
export function languageValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  const wanted = need.input.languages ?? [];
  if (wanted.length === 0) return undefined;
  const stated = talent.input.languages;
  if (!stated) return null;
  let sum = 0;
  let weights = 0;
  for (const each of wanted) {
    const weight = each.required ? 3 : 1;
    const best = Math.max(
      -1,
      ...stated.filter((known) => known.code === each.code).map((known) => languageRank(known.level)),
    );
    const below = languageRank(each.level) - best;
    sum += weight * (below <= 0 ? 1 : below === 1 && best >= 0 ? 0.5 : 0);
    weights += weight;
  }
  return sum / weights;
}
