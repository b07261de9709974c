import { Converter } from "opencc-js";

let toTraditional: ((text: string) => string) | undefined;
let toSimplified: ((text: string) => string) | undefined;

/** A text as it stands and as it would stand in each Chinese script, for finding names however they were written. */
export function inBothScripts(text: string): string[] {
  toTraditional ??= Converter({ from: "cn", to: "hk" });
  toSimplified ??= Converter({ from: "hk", to: "cn" });
  return [...new Set([text, toTraditional(text), toSimplified(text)])];
}

/** What Hong Kong says otherwise, longest first: only words that mean the same wherever they stand. */
const hongKongWords: readonly (readonly [string, string])[] = [
  ["首次公开募股", "首次公開招股"],
  ["信息技术", "資訊科技"],
  ["网络安全", "網絡保安"],
  ["海上风电", "離岸風電"],
  ["市场营销", "市場推廣"],
  ["个人信息", "個人資料"],
  ["集装箱", "貨櫃"],
  ["机器人", "機械人"],
  ["数据库", "資料庫"],
  ["计算机", "電腦"],
  ["承包商", "承辦商"],
  ["起重机", "吊機"],
  ["数字化", "數碼化"],
  ["信息", "資訊"],
  ["芯片", "晶片"],
  ["合同", "合約"],
  ["隐私", "私隱"],
  ["程序", "程式"],
  ["电梯", "升降機"],
  ["药师", "藥劑師"],
  ["简历", "履歷"],
];

/** A first draft of a Hong Kong text from a mainland one: its words, then its characters. A person has to read it. */
export function toHongKong(text: string): string {
  toTraditional ??= Converter({ from: "cn", to: "hk" });
  return toTraditional(hongKongWords.reduce((draft, [from, to]) => draft.replaceAll(from, to), text));
}

/** Where the words of the queue go in the form of a new concept: what somebody wrote is kept as another word for it. */
export function namesFrom(words: string): { hans?: string; hant?: string; en?: string; aliases: string[] } {
  if (!/\p{Script=Han}/u.test(words)) return { en: words, aliases: [] };
  toSimplified ??= Converter({ from: "hk", to: "cn" });
  const hans = toSimplified(words);
  return hans === words ? { hans, aliases: [] } : { hans, hant: words, aliases: [] };
}
