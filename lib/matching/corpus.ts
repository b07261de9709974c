import { hashTerm } from "./hash.ts";
import { normalise, type TokenClass, tokenise } from "./text.ts";
import type { Dictionary } from "./types.ts";

/** How many texts hold a term or concept. Passed in explicitly; without it every term has the weight of its class. */
export type CorpusStatistics = {
  documents: number;
  terms: ReadonlyMap<number, number>;
  concepts: ReadonlyMap<string, number>;
};

const classWeight: Record<TokenClass, number> = { word: 1, bigram: 1, unigram: 0.35, trigram: 0.12 };

/** Words that many needs and profiles hold whatever their field. */
const everyday = new Set(
  (
    "experienc work manag manager engineer engine develop design support team project skill abil knowledg year senior lead " +
    "经验 工作 管理 负责 熟悉 能力 能够 项目 团队 设计 开发 工程 技术 支持 参与 相关 以上 具有 具备 优先 公司 企业 岗位 " +
    "主要 进行 完成 提供 分析 研发 研究 生产 产品 客户 系统 体系 制定 建立 方面 专业 师主 程师 行业 香港 烟台 内地 希望 普通 通话 hong kong yantai"
  ).split(" "),
);
/** Texts that the assumed prior is worth, so that a tiny corpus does not decide. */
const priorDocuments = 50;
const priorShare = 0.02;
const everydayShare = 0.2;

function rarity(share: number): number {
  return Math.log(1 / Math.min(1, share)) / Math.log(1 / priorShare);
}

function shareOf(count: number, statistics: CorpusStatistics | undefined, prior: number): number {
  const documents = statistics?.documents ?? 0;
  return (count + prior * priorDocuments) / (documents + priorDocuments);
}

/** Weight of a term: about 1 for a specific word, near 0 for one that everyone writes. */
export function termWeight(term: string, kind: TokenClass, statistics?: CorpusStatistics): number {
  const prior = everyday.has(term) ? everydayShare : priorShare;
  const count = statistics?.terms.get(hashTerm(term)) ?? 0;
  return classWeight[kind] * Math.max(0.02, rarity(shareOf(count, statistics, prior)));
}

export function conceptRarity(conceptId: string, statistics?: CorpusStatistics): number {
  const count = statistics?.concepts.get(conceptId) ?? 0;
  return Math.max(0.1, rarity(shareOf(count, statistics, priorShare)));
}

/** Statistics of a set of texts, one text a talent or need. */
export function corpusStatistics(texts: Iterable<string>, dictionary: Dictionary): CorpusStatistics {
  const terms = new Map<number, number>();
  const concepts = new Map<string, number>();
  let documents = 0;
  for (const text of texts) {
    documents++;
    const seen = new Set(tokenise(normalise(text).text).map((token) => hashTerm(token.term)));
    for (const term of seen) terms.set(term, (terms.get(term) ?? 0) + 1);
    for (const id of new Set(dictionary.find(text).map((hit) => hit.conceptId)))
      concepts.set(id, (concepts.get(id) ?? 0) + 1);
  }
  return { documents, terms, concepts };
}
