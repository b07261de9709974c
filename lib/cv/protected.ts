import type { Range } from "./source.ts";

/**
 * What a CV may hold and a profile may not: identity card numbers, birth date, age, sex, marital and family state,
 * ethnicity, native place, religion, politics, health, photograph. Labels in simplified script (compared folded).
 */
const labels =
  "身份证号码|身份证号|身份证|香港身份证号码|香港身份证|护照号码|护照|回乡证|通行证号码|通行证|出生日期|出生年月|出生地|出生|生日|年龄|性别|婚姻状况|婚姻|婚否|婚育状况|民族|籍贯|国籍|政治面貌|宗教信仰|宗教|" +
  "户籍|户口所在地|户口|身高|体重|健康状况|健康|血型|生肖|星座|子女|配偶|家庭状况|照片|" +
  "hkid(?: card)?(?: no\\.?| number)?|identity card(?: no\\.?| number)?|id card(?: no\\.?| number)?|id (?:no\\.?|number)|passport(?: no\\.?| number)?|date of birth|d\\.?o\\.?b\\.?|birth ?date|" +
  "born|place of birth|age|sex|gender|marital status|nationality|ethnicity|race|religion|native place|height|weight|health|children|spouse";
// a label needs its colon, or a table's gap; the value ends where the next label, cell or clause begins
const labelled = new RegExp(
  `(?<![\\p{L}])(?:${labels})(?:\\s*/\\s*[A-Za-z\\u4e00-\\u9fff ]{1,20})?(?: *: *|\\t+| {2,}|(?= *(?:男|女|已婚|未婚|汉族|\\d{4}|\\d{2}岁|male|female|single|married)(?![A-Za-z])) *)[^\\n\\t|;,、]*?(?=$|\\n|\\t|[|;,、]| {2,}| (?=[\\p{L} /]{1,20}:))`,
  "giu",
);
const free: readonly RegExp[] = [
  // a table whose cells have no more than a space between them
  /(?<=^|[\s|])(?:出生年月|出生日期|性别|民族|籍贯|国籍|政治面貌|婚姻状况|年龄|户籍|身高|体重|健康状况) +[^\s|;,]{1,20}/gm,
  // mainland identity card, 18 digits; Hong Kong identity card; Macao resident card
  /(?<![0-9A-Za-z])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z])[A-Z]{1,2}\s?\d{6}\s?\(?[0-9A]\)?(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z/])[157]\/?\d{6}\/?\(?\d\)(?![0-9A-Za-z])/g,
  /(?:现年|今年|年届)?\s?\d{2}\s?周?岁|(?<![\d.])\d{2} years old|\baged? \d{2}\b/gi,
  /(?:生于|出生于|born (?:in|on))[^\n,;。]{0,40}|(?:19|20)\d{2}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?\s?(?:出生|生(?![\u4e00-\u9fff]))/gi,
  /(?<![\u4e00-\u9fff])(?:男|女)性?(?![\u4e00-\u9fff])/g,
  /(?:已婚|未婚|离异|丧偶|已育|未育)(?:已育|未育)?/g,
  /(?<=^|[\n\t|/,;] {0,3})(?:male|female|married|single|divorced|widowed)(?= {0,3}(?:$|[\n\t|/,;]))/gi,
  /(?:中共党员|预备党员|共青团员|(?<![\u4e00-\u9fff])群众(?![\u4e00-\u9fff])|(?<![\u4e00-\u9fff])[汉满回壮]族)/g,
];

/** Stretches of a folded text that hold what must not be proposed, in any order. */
export function findProtected(folded: string): Range[] {
  return [labelled, ...free].flatMap((pattern) =>
    Array.from(folded.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
