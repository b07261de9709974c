import { normaliseText } from "./text.ts";

const words = new Map(
  "one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 twelve:12 fifteen:15 twenty:20 一:1 二:2 两:2 兩:2 三:3 四:4 五:5 六:6 七:7 八:8 九:9 十:10 十二:12 十五:15 二十:20"
    .split(" ")
    .map((pair) => [pair.split(":")[0] as string, Number(pair.split(":")[1])] as const),
);
const number = `\\d{1,2}|${[...words.keys()].sort((a, b) => b.length - a.length).join("|")}`;
/** "5年以上", "三至五年", "at least 5 years", "3+ years": of a range the lower end. Not "2015年", "五年级", "80年代". */
const stated = new RegExp(
  `(?<![\\d.])(${number})\\s*(?:(?:-|–|~|至|到|to)\\s*(?:${number})\\s*)?[+＋]?\\s*(?:(?:或以上|以上|余|多|个)?年(?![级代度初中末底])|(?:-|\\s)?years?\\b)`,
  "i",
);
const mostYears = 30;

/** The years that a requirement names, and the stretch that says so in its normalised text. */
export function yearsIn(text: string): { years: number; said: string } | null {
  const normal = normaliseText(text);
  const match = stated.exec(normal);
  if (!match) return null;
  const years = words.get(match[1] as string) ?? Number(match[1]);
  return years > 0 && years <= mostYears ? { years, said: match[0] } : null;
}
