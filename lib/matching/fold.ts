import { Converter } from "opencc-js/t2cn";

const toSimplified = Converter({ from: "hk", to: "cn" });

/** Variants that character conversion leaves apart, although both scripts write the same word. */
const variants = new Map(
  Object.entries({
    著: "着",
    瞭: "了",
    藉: "借",
    覆: "复",
    幺: "么",
    侭: "尽",
    簷: "檐",
    痺: "痹",
    睪: "睾",
    缐: "线",
    讬: "托",
    谘: "咨",
    迳: "径",
    钜: "巨",
    锺: "钟",
    镟: "旋",
    馀: "余",
    麹: "曲",
    麺: "面",
    渖: "沈",
    暱: "昵",
    穭: "稆",
    穞: "稆",
    緪: "縆",
    齶: "腭",
    苧: "苎",
    颚: "腭",
    鲶: "鲇",
    喼: "箱",
  }),
);

const cache = new Map<number, string>();

function foldUncached(char: string): string {
  const compatible = char.normalize("NFKC").toLowerCase();
  // accents off, but a Hangul syllable or a kana with its mark stays one letter
  const plain = /\p{Script=Latin}|\p{Script=Greek}|\p{M}/u.test(compatible)
    ? compatible.normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
    : compatible;
  let out = "";
  for (const part of plain) {
    const simplified = toSimplified(part);
    out += variants.get(simplified) ?? simplified;
  }
  return out.toLowerCase();
}

/** One code point as the engine compares it: NFKC, lower case, simplified, no accents. Usually one UTF-16 unit, at times none or several. */
export function foldChar(char: string): string {
  const code = char.codePointAt(0) as number;
  let folded = cache.get(code);
  if (folded === undefined) {
    folded = foldUncached(char);
    cache.set(code, folded);
  }
  return folded;
}
