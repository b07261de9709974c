import type { Line } from "./lines.ts";
import { splitLine } from "./lines.ts";
import { type Avoided, touchesAvoided } from "./source.ts";
import type { Base, CvProposal } from "./types.ts";

const label =
  /(?:现居住地|现居城市|目前所在地|现居地|现居|居住地|居住城市|所在地|所在城市|现所在地|常住地|通讯地址|联络地址|联系地址|住址|地址|current location|location|based in|residence|address|city)\s*(?:\/\s*[A-Za-z\u4e00-\u9fff]{2,12}\s*)?(?::|\t| {2}|(?<=based in)|(?<=[\u4e00-\u9fff]) )\s*(?<value>[^\t|;\n]{2,120}?)(?=$|[\t|;\n]|\s\p{L}{1,16}:)/iu;

const places: readonly [Base, RegExp][] = [
  ["YT", /烟台|芝罘|莱山区|牟平|蓬莱区|龙口市|莱阳|莱州|招远|栖霞市|海阳市|\byantai\b/i],
  ["HK", /香港|九龙|新界|\bhong kong\b|\bkowloon\b|\bnew territories\b|\bH\.?K\.?(?![A-Za-z])/i],
  ["MO", /澳门|\bmaca[uo]\b/i],
  [
    "CN",
    /北京|上海|天津|重庆|深圳|广州|青岛|济南|威海|潍坊|大连|南京|苏州|杭州|宁波|武汉|成都|西安|厦门|福州|长沙|合肥|郑州|沈阳|哈尔滨|珠海|东莞|佛山|山东|广东|江苏|浙江|\b(?:beijing|shanghai|tianjin|shenzhen|guangzhou|qingdao|jinan|weihai|dalian|nanjing|suzhou|hangzhou|ningbo|wuhan|chengdu|xi'an|xiamen|zhuhai|shandong|guangdong|mainland china)\b/i,
  ],
  [
    "OVERSEAS",
    /新加坡|英国|美国|加拿大|澳洲|澳大利亚|德国|法国|日本|韩国|\b(?:singapore|united kingdom|uk|united states|usa|canada|australia|germany|france|japan|korea|london|new york|toronto|sydney|tokyo|berlin|paris|netherlands|switzerland)\b/i,
  ],
];
const place =
  /^(?:中国|china)?[\s,·-]*(?:香港特别行政区|香港|九龙|澳门|山东省?烟台市?|烟台市?|北京市?|上海市?|深圳市?|广州市?|青岛市?|hong kong(?: sar)?|kowloon|macau|macao|yantai|beijing|shanghai|shenzhen|qingdao|singapore|london)[\s,·-]*(?:中国|山东|shandong|guangdong|china|hong kong|hksar|uk|p\.?r\.? ?china)?$/i;

/** Where the person lives, by a label or by a place that stands alone among the contact lines. Only the place is quoted: an address is nobody's business. */
export function readBase(text: string, header: readonly Line[], hidden: Avoided): CvProposal["base"] {
  for (const line of header) {
    const value = line.folded.length <= 300 ? label.exec(line.folded)?.groups?.value : undefined;
    const found = value && toBase(text, line, line.folded.indexOf(value), value, hidden);
    if (found) return found;
  }
  for (const line of header.slice(0, 12)) {
    for (const part of splitLine(line, /\t+|[|•·]|\s{2,}/g)) {
      const found = place.test(part.folded) && toBase(text, part, 0, part.folded, hidden);
      if (found) return found;
    }
  }
  return undefined;
}

function toBase(
  text: string,
  line: Line,
  offset: number,
  value: string,
  hidden: Avoided,
): CvProposal["base"] {
  for (const [base, pattern] of places) {
    const match = pattern.exec(value);
    if (!match) continue;
    const start = line.start + offset + match.index;
    const end = start + match[0].length;
    // a native place is no residence, and nobody's business
    if (touchesAvoided(hidden, { start, end })) continue;
    return { value: base, source: { start, end, text: text.slice(start, end) } };
  }
  return undefined;
}
