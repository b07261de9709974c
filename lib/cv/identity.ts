import type { Line } from "./lines.ts";
import { splitLine, subLine } from "./lines.ts";
import { isOrganisation, isTitle } from "./roles.ts";
import type { Range } from "./source.ts";
import type { IdentityProposal, TextProposal } from "./types.ts";

const email = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,4}/;
const phone =
  /\(?\+\s?\(?\d{1,3}\)?(?:[ -]?\(?\d{1,5}\)?){2,5}|(?<!\d)(?:\(?852\)?|\(?853\)?)[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<![\d./-])(?!20\d{2})[2-9]\d{3}[ -]?\d{4}(?![\d./-])/;
const phoneLabel =
  /(?:电话|手机|移动电话|手提|联络电话|联系电话|mobile|phone|tel|telephone|cell|whatsapp)\s?(?:号码|no\.?|number)?\s?[:.]?\s*(?<value>[+(]?\d[\d ()+-]{6,20}\d)/i;
const wechat =
  /(?:微信|wechat|weixin)\s*(?:号码|号|id|账号|帐号)?\s*[:\t ]\s*(?<value>[A-Za-z][A-Za-z0-9_-]{4,30})/i;
const link = /(?:https?:\/\/|www\.|linkedin\.com|github\.com)[^\s|,;]{1,200}/i;

const nameLabel =
  /(?<![\p{L}])(?:中文姓名|英文姓名|中文名|英文名|姓名|名字|full name|english name|chinese name|name)\s*(?:\/\s*(?:name|姓名)|\((?:english|chinese|name|英文|中文)\))?\s*(?::|\t| {2})\s*(?<value>[^\t|;:\n]{2,60}?)(?=\s*(?:$|\t|\||;| {2}|\s[\p{L} ]{1,16}:))/iu;
const surnames =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴闻莘党翟谭贡劳姬申扶堵冉宰雍桑桂牛寿通边燕冀尚农温别庄晏柴瞿阎充慕连茹习艾容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩聂关区肖佘游邝麦植辛冼岳";
const han = new RegExp(
  `^(?:欧阳|司徒|司马|上官|诸葛|东方|[${surnames}])\\s?[\\u4e00-\\u9fff](?:\\s?[\\u4e00-\\u9fff])?$`,
);
const notName =
  /简历|履历|经历|经验|背景|教育|技能|姓名|先生|女士|电话|手机|地址|邮箱|资料|信息|职位|香港|澳门|中国|烟台|有限|大学/;
const latin =
  /^(?:(?:Dr|Mr|Ms|Mrs|Miss|Prof|Professor|Ir|Sr|DR|MR|MS)\.? )?(?:\p{Lu}[\p{L}'-]*\.?)(?:,? \p{Lu}[\p{L}'-]*\.?){1,4}(?:, \p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?)?$/u;
const notLatinName =
  /\b(?:curriculum|vitae|resume|cv|hong kong|china|kowloon|profile|summary|contact|skills|education|experience|languages|street|road|page|university|limited|ltd|confidential|kwun tong|new territories)\b/i;

/** "Sarah Okafor, CFA" */
const postNominal = /(?<=\S \S+)(?:, ?(?:[A-Z]{2,6}|PhD|CEng|[A-Z]{3,}[A-Z()]*))+$/;

export type FoundIdentity = { identity: IdentityProposal; ranges: Range[] };

/** Name, e-mail, phone and WeChat, and every stretch of the text that shows one of them or a personal link. */
export function readIdentity(text: string, header: readonly Line[], all: readonly Line[]): FoundIdentity {
  const identity: IdentityProposal = {};
  const ranges: Range[] = [];
  for (const line of all) {
    keepContact(identity, ranges, line, text);
  }
  for (const line of header) {
    const labelled = nameLabel.exec(line.folded)?.groups?.value;
    if (labelled)
      keepNames(
        identity,
        ranges,
        subLine(line, line.folded.indexOf(labelled), line.folded.indexOf(labelled) + labelled.length),
        text,
      );
  }
  for (const line of header.slice(0, 6)) {
    if (identity.nameZh || identity.nameEn) break;
    for (const part of splitLine(line, /\t+|\||[/·]/g)) keepNames(identity, ranges, part, text);
  }
  const first = header.findIndex((line) =>
    ranges.some((range) => range.start >= line.start && range.end <= line.end),
  );
  // the other script's name often has the line below
  for (const line of header.slice(first + 1, first + 2)) keepNames(identity, ranges, line, text);
  return { identity, ranges };
}

function keepContact(identity: IdentityProposal, ranges: Range[], line: Line, text: string) {
  const seen: Range[] = [];
  const keep = (key: "email" | "phone" | "wechat", pattern: RegExp) => {
    const match = pattern.exec(line.folded);
    if (!match) return;
    const value = match.groups?.value ?? match[0];
    const start = line.start + match.index + match[0].lastIndexOf(value);
    const range = { start, end: start + value.length };
    if (seen.some((other) => other.start < range.end && range.start < other.end)) return;
    seen.push(range);
    identity[key] ??= proposal(text, range);
  };
  if (line.folded.length <= 400) {
    keep("email", email);
    keep("wechat", wechat);
    keep("phone", phoneLabel);
    keep("phone", phone);
    const address = link.exec(line.folded);
    if (address)
      seen.push({ start: line.start + address.index, end: line.start + address.index + address[0].length });
  }
  ranges.push(...seen);
}

/** "陳嘉穎 CHAN Ka Wing" holds two names; a piece that is neither kind of name is left alone. */
function keepNames(identity: IdentityProposal, ranges: Range[], part: Line, text: string) {
  const bare = subLine(part, 0, part.folded.length);
  const split =
    /^([\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3})[\s(,]+(\p{Lu}[\p{Script=Latin} ,.'-]+?)\)?$/u.exec(
      bare.folded,
    );
  const reversed =
    /^(\p{Lu}[\p{Script=Latin} ,.'-]+?)[\s(,]+([\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3})\)?$/u.exec(
      bare.folded,
    );
  const pieces = (split ?? reversed)?.slice(1) ?? [bare.folded];
  for (const piece of pieces) {
    const start = bare.start + bare.folded.indexOf(piece);
    const range = { start, end: start + piece.replace(postNominal, "").length };
    const key = isChineseName(piece) ? "nameZh" : isLatinName(piece) ? "nameEn" : null;
    if (!key || identity[key]) continue;
    identity[key] = proposal(text, range);
    ranges.push(range);
  }
}

function isChineseName(folded: string): boolean {
  return han.test(folded) && !notName.test(folded) && !isTitle(folded) && !isOrganisation(folded);
}

function isLatinName(folded: string): boolean {
  return (
    folded.length <= 50 &&
    latin.test(folded) &&
    !notLatinName.test(folded) &&
    !isTitle(folded) &&
    !isOrganisation(folded)
  );
}

function proposal(text: string, range: Range): TextProposal {
  const value = text.slice(range.start, range.end);
  return { value: value.replace(/\s+/g, " "), source: { ...range, text: value } };
}
