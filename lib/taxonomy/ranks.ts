import { type ConceptRecord, formsOf } from "./concept.ts";

/** Words by which one rank or class is told from the next of the same trade. A concept with forms of two of a row mixes them. */
const ladders: readonly (readonly [string, RegExp])[][] = [
  [
    ["first class", /(?<!第)一[级級]|\bclass (?:1|one)\b|\blevel (?:1|i)\b|\bfirst class\b/i],
    ["second class", /(?<!第)二[级級]|\bclass (?:2|two)\b|\blevel (?:2|ii)\b|\bsecond class\b/i],
    ["third class", /(?<!第)三[级級]|\bclass (?:3|three)\b|\blevel (?:3|iii)\b|\bthird class\b/i],
  ],
  [
    ["master or chief engineer", /船[长長]|[轮輪]机[长長]|\bship master\b|\bchief engineer\b/i],
    ["chief mate or second engineer", /大副|大管[轮輪]|\bchief (?:mate|officer)\b|\bsecond engineer\b/i],
    ["second mate or third engineer", /二副|\bsecond (?:mate|officer)\b|\bthird engineer\b/i],
    ["third mate or fourth engineer", /三副|\bthird (?:mate|officer)\b|\bfourth engineer\b/i],
  ],
  [
    ["operator", /操作[员員工]|\boperator\b/i],
    ["technician", /技[术術][员員]|\btechnician\b/i],
    ["manager", /经理|經理|\bmanager\b/i],
    ["director", /总监|總監|\bdirector\b/i],
  ],
];

export type Mixture = { id: string; ranks: Record<string, string[]> };

/** Concepts whose written forms name different ranks: one may stand for the other in a match although the jobs differ. */
export function mixedRanks(concepts: readonly ConceptRecord[]): Mixture[] {
  const found: Mixture[] = [];
  for (const concept of concepts) {
    if (concept.kind !== "occupation" && concept.kind !== "qualification") continue;
    for (const ladder of ladders) {
      const ranks: Record<string, string[]> = {};
      for (const [rank, words] of ladder) {
        const forms = formsOf(concept).filter((form) => words.test(form));
        if (forms.length > 0) ranks[rank] = forms;
      }
      if (Object.keys(ranks).length > 1) found.push({ id: concept.id, ranks });
    }
  }
  return found;
}
