import type { PairScore } from "./score.ts";

/** One judged pair of a test collection: grade 0 to 3 and the hard conflicts that a careful officer flags. */
export type Judgement = { needId: string; talentId: string; grade: number; conflicts: readonly string[] };
/** All talents for one need, best first. */
export type RankedList = { needId: string; pairs: readonly Pick<PairScore, "talentId" | "conflicts">[] };
export type Figures = {
  ndcg10: number;
  recall20: number;
  mrr3: number;
  map: number;
  conflictPrecision: number;
  conflictRecall: number;
};

const gain = (grade: number): number => 2 ** grade - 1;
const discounted = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);
const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;

/** Precision averaged over the relevant pairs of the full ranking. */
function averagePrecision(grades: readonly number[], relevant: number): number {
  let found = 0;
  let sum = 0;
  grades.forEach((grade, i) => {
    if (grade < 1) return;
    found++;
    sum += found / (i + 1);
  });
  return relevant > 0 ? sum / relevant : 0;
}

/** nDCG@10 with gain 2^grade − 1, recall@20 of grade ≥ 2, MRR of the first grade 3, MAP of grade ≥ 1, and conflict precision and recall over judged pairs of grade ≥ 1 within `depth`. */
export function measure(
  lists: readonly RankedList[],
  judgements: readonly Judgement[],
  depth: number,
): Figures {
  const judged = new Map<string, Map<string, Judgement>>();
  for (const judgement of judgements) {
    const ofNeed = judged.get(judgement.needId) ?? new Map<string, Judgement>();
    ofNeed.set(judgement.talentId, judgement);
    judged.set(judgement.needId, ofNeed);
  }
  const scores = { ndcg: [] as number[], recall: [] as number[], mrr: [] as number[], map: [] as number[] };
  let agreed = 0;
  let flagged = 0;
  let labelled = 0;
  for (const { needId, pairs } of lists) {
    const known = judged.get(needId);
    if (!known) continue;
    const grades = pairs.map((pair) => known.get(pair.talentId)?.grade ?? 0);
    const labels = [...known.values()].map((judgement) => judgement.grade);
    const ideal = discounted([...labels].sort((a, b) => b - a));
    if (ideal > 0) scores.ndcg.push(discounted(grades) / ideal);
    const strong = labels.filter((grade) => grade >= 2).length;
    if (strong > 0) scores.recall.push(grades.slice(0, 20).filter((grade) => grade >= 2).length / strong);
    if (labels.includes(3)) {
      const first = grades.indexOf(3);
      scores.mrr.push(first < 0 ? 0 : 1 / (first + 1));
    }
    const relevant = labels.filter((grade) => grade >= 1).length;
    if (relevant > 0) scores.map.push(averagePrecision(grades, relevant));
    for (const pair of pairs.slice(0, depth)) {
      const judgement = known.get(pair.talentId);
      if (!judgement || judgement.grade < 1) continue;
      flagged += pair.conflicts.length;
      labelled += judgement.conflicts.length;
      agreed += judgement.conflicts.filter((id) => (pair.conflicts as readonly string[]).includes(id)).length;
    }
  }
  return {
    ndcg10: mean(scores.ndcg),
    recall20: mean(scores.recall),
    mrr3: mean(scores.mrr),
    map: mean(scores.map),
    conflictPrecision: flagged > 0 ? agreed / flagged : 1,
    conflictRecall: labelled > 0 ? agreed / labelled : 1,
  };
}
