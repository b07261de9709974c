import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import { educationRank } from "../levels.ts";
import { normaliseText, tokenise } from "../text.ts";

/** Nearness of the degrees' disciplines to those asked for, 0 to 1; by concept, else by shared words. */
export function disciplineValue(need: CompiledNeed, talent: CompiledTalent): number | undefined {
  if (need.disciplines.length === 0) return undefined;
  let best = 0;
  for (const wanted of need.disciplines)
    for (const id of wanted.conceptIds) best = Math.max(best, talent.disciplines.get(id)?.credit ?? 0);
  if (best > 0.85) return best;
  const studied = (talent.input.education ?? []).map((degree) => degree.discipline ?? "");
  for (const wanted of need.disciplines)
    for (const discipline of studied) best = Math.max(best, 0.9 * sharedWords(wanted.text, discipline));
  return best;
}

const wordCache = new Map<string, string[]>();

/** Words and character pairs of a short text; kept, because the same few disciplines come up in every pair. */
function wordsOf(text: string): string[] {
  let words = wordCache.get(text);
  if (!words) {
    words = tokenise(normaliseText(text), false)
      .filter((token) => token.kind === "word" || token.kind === "bigram")
      .map((token) => token.term)
      .filter((term) => term !== "工程" && term !== "engineer" && term !== "scienc" && term !== "科学");
    if (wordCache.size > 20_000) wordCache.clear();
    wordCache.set(text, words);
  }
  return words;
}

function sharedWords(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const shared = left.filter((word) => right.includes(word)).length;
  return shared / Math.min(left.length, right.length);
}

export function educationValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  const least = educationRank(need.input.educationMin);
  const discipline = disciplineValue(need, talent);
  if (least < 0 && discipline === undefined) return undefined;
  const degrees = talent.input.education;
  if (!degrees) return null;
  const highest = Math.max(-1, ...degrees.map((degree) => educationRank(degree.level)));
  const level = least < 0 ? 1 : highest >= least ? 1 : Math.max(0, 1 - 0.5 * (least - highest));
  return discipline === undefined ? level : 0.5 * level + 0.5 * discipline;
}
