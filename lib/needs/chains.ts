import { normaliseText } from "#lib/matching/text.ts";
import type { Dictionary } from "#lib/matching/types.ts";
import { CHAINS } from "#lib/terms/terms.ts";

export type Chain = (typeof CHAINS)[number];
const isChain = (id: string): id is Chain => (CHAINS as readonly string[]).includes(id);

/**
 * Words that place a need, the more telling before the more general: 海上风电装备 is clean energy before it is equipment.
 * Compared in simplified, lower-case form; the first that fits counts.
 */
const KEYWORDS: readonly (readonly [Chain, RegExp])[] = [
  ["modern-services", /高等教育|higher education|university|法律|law\b|legal|人力资源/],
  ["automotive", /汽车|整车|车载|automotive|vehicle/],
  [
    "clean-energy",
    /风电|风能|光伏|核电|储能|氢能|清洁能源|新能源|wind|solar|nuclear|hydrogen|energy|battery/,
  ],
  ["biomedicine", /医药|药品|生物|医疗|细胞|bio|pharma|medic/],
  ["food-wine", /食品|葡萄酒|饮料|果蔬|水产|food|wine|beverage/],
  ["aerospace", /航空|航天|卫星|无人机|aerospace|aviation|satellite/],
  ["marine-engineering", /海洋|海工|船舶|航运|marine|offshore|ship/],
  ["green-petrochemicals", /石化|化工|新材料|聚氨酯|芳纶|chemical|polymer|materials/],
  ["non-ferrous-metals", /有色|贵金属|黄金|铜|铝|gold|copper|alumini|metals/],
  ["electronics", /电子|半导体|集成电路|芯片|electronic|semiconductor|chip/],
  ["digital-economy", /人工智能|软件|数字|大数据|云计算|artificial intelligence|software|digital|data/],
  ["high-end-equipment", /装备|智能制造|机器人|机械|equipment|robot|manufactur/],
  ["modern-services", /服务|金融|法律|物流|教育|文旅|贸易|财务|service|financ|law|logistic|education|trade/],
];

/** The chain that an industry of the dictionary belongs to, itself or one step above. */
function chainOfConcept(id: string, dictionary: Dictionary): Chain | undefined {
  if (isChain(id)) return id;
  return dictionary
    .linksOf(id)
    .filter((link) => link.link === "broader" || link.link === "same")
    .map((link) => link.conceptId)
    .find(isChain);
}

/** The industrial chain that words in any script name; modern services when nothing says otherwise. */
export function chainOf(words: string, dictionary: Dictionary): Chain {
  const normal = normaliseText(words);
  const told = KEYWORDS.find(([, pattern]) => pattern.test(normal))?.[0];
  if (told) return told;
  for (const hit of dictionary.find(words)) {
    const chain = chainOfConcept(hit.conceptId, dictionary);
    if (chain) return chain;
  }
  return "modern-services";
}
