import type { EducationLevel } from "#lib/matching/types.ts";
import { type Line, subLine } from "./lines.ts";

const levels: readonly [EducationLevel, RegExp][] = [
  [
    "doctorate",
    /博士(?!后)|\bph\.? ?d\b|\bdoctor(?:ate)? (?:of|in|degree)|\bdoctoral\b|\bdphil\b|\bengd\b|\bdba\b/i,
  ],
  [
    "master",
    /硕士|\bmasters?(?:'s)?\b(?! (?:mariner|trainer))|\bm\.?sc\b|\bm\.?phil\b|\bmba\b|\bm\.?eng\b|\bmres\b|\bll\.?m\b|\bmfa\b|\bmpa\b|\bmph\b|\bm\.?ed\b/i,
  ],
  ["master", /\bM\.?A\b|\bMS\b/],
  [
    "bachelor",
    /本科|学士(?!学位课程?高级)|\bbachelors?(?:'s)?\b|\bb\.?sc\b|\bb\.?eng\b|\bbba\b|\bll\.?b\b|\bbed\b|\bbsocsc\b|\bbcom+\b|\bmbbs\b|\bbnurs\b|\bundergraduate degree\b/i,
  ],
  ["bachelor", /\bB\.?A\b|\bBS\b/],
  ["associate", /大专|专科|副学士|高级文凭|\bassociate(?:'s)? (?:degree|of)|\bhigher diploma\b|\bhnd\b/i],
  [
    "secondary",
    /高中|中学文凭|文凭试|会考|高级程度|\b(?:hk)?dse\b|\bhkale\b|\bhkcee\b|\ba-levels?\b|\bsecondary school\b|中学$|\bhigh school\b/i,
  ],
];

/** Highest first, so that "副学士" and "博士后" do not read as other degrees. */
export function degreeOf(folded: string): EducationLevel | undefined {
  const plain = folded.replace(/副学士/g, "高级文凭");
  return levels.find(([, pattern]) => pattern.test(plain))?.[0];
}

const university = /大学|\buniversity\b|polytechnic|institute of technology|理工学院|科学院/i;
const school =
  /学院|学校|中学|高中|书院|研究院|\bcollege\b|\binstitute\b|\bschool\b|\bacademy\b|\beth\b|école/i;

export function institutionOf(parts: readonly Line[]): Line | undefined {
  const named = (pattern: RegExp) =>
    parts.find(
      (part) => pattern.test(part.folded) && !/^(?:school|faculty|department) of/i.test(part.folded),
    );
  const found = named(university) ?? named(school);
  if (!found) return undefined;
  // "香港理工大学机械工程学士": the name ends where it says so
  const end = /^(?:.{2,20}?(?:大学|学院))(?=.{2,20}(?:学士|硕士|博士|专业|系|本科))/.exec(found.folded)?.[0]
    .length;
  const rank = /\((?:985|211|双一流|qs)[^)]*\)$/i.exec(found.folded)?.index;
  return end ? subLine(found, 0, end) : rank ? subLine(found, 0, rank) : found;
}

const label = /^(?:专业|主修|所学专业|主修科目|专业名称|major|discipline|field of study)\s*:?\s*/i;
const degreeName =
  /(?:工学|理学|文学|法学|经济学|管理学|医学|农学|教育学|哲学|艺术学|历史学|社会科学|荣誉)?(?:博士|硕士|学士)(?:学位|研究生)?(?:课程)?|(?<=学|\s|^)(?:理|工|文|法|商|医)学士|大学本科|本科(?:学历|毕业)?|大专(?:学历|毕业)?|专科|副学士|高级文凭|研究生|全日制|统招|荣誉学位?|学历|学位/g;
const english =
  /^(?:(?:b\.?sc|b\.?eng|b\.?a|bba|ll\.?b|m\.?sc|m\.?eng|m\.?a|m\.?phil|mba|ll\.?m|ph\.? ?d|dphil|engd|b\.?s|m\.?s|hnd|higher diploma|associate degree|mres|bsocsc)\b\.?|(?:bachelor|master|doctor|associate)(?:'?s)?(?: degree)?(?: of (?<of>[a-z &]+?))?(?= in\b|\s*\(|\s*$|,))\s*(?:\((?:hons?|honours|first class honours|distinction|research)\.?\))?\s*(?:degree)?\s*(?:\((?<paren>[^)]{3,60})\)|(?:in|of|-|:)?\s*(?<in>[A-Za-z\u4e00-\u9fff].{2,70})?)$/i;
const general = /^(?:science|philosophy|arts)$/i;

/** @param isDegree whether the line is about a degree at all; other lines name a discipline only by a label */
export function disciplineOf(parts: readonly Line[], isDegree: boolean): string | undefined {
  for (const part of parts) {
    const found = label.exec(part.folded);
    if (
      found &&
      (/[:]/.test(found[0]) || found[0].trim().length < part.text.length) &&
      found[0].length < part.text.length
    ) {
      if (/:/.test(found[0])) return part.text.slice(found[0].length);
    }
  }
  if (!isDegree) return undefined;
  for (const part of parts) {
    const value = latin(part) ?? (/[\u4e00-\u9fff]/.test(part.folded) ? chinese(part) : undefined);
    if (value) return value;
  }
  return besideDegree(parts) ?? parts.map(subject).find((found) => found !== undefined);
}

/** "PhD, Chemistry": exactly one plain piece beside the degree. */
function besideDegree(parts: readonly Line[]): string | undefined {
  const other = parts.filter((part) => degreeOf(part.folded) === undefined);
  const only = other[0];
  if (!only || other.length !== 1 || other.length === parts.length || notDiscipline.test(only.folded))
    return undefined;
  return /^[A-Za-z][A-Za-z &-]{3,50}$/.test(only.folded) ? only.text : undefined;
}

/** "法学硕士" names its subject; 工学 and 理学 are as wide as "Science". */
function subject(part: Line): string | undefined {
  const found = /^(?!工学|理学|社会科学)([\u4e00-\u9fff]{1,6}学)(?:博士|硕士|学士)/.exec(part.folded)?.[1];
  return found && tail(part, found);
}

const notDiscipline =
  /honou?rs|distinction|merit|class|gpa|degree|dean|scholar|cum laude|hong kong|china|kowloon|yantai|beijing|shanghai|singapore|london|united|australia|part[- ]time|full[- ]time|expected/i;

function latin(part: Line): string | undefined {
  const groups = english.exec(part.folded)?.groups;
  if (!groups) return undefined;
  if (groups.in && !/^(?:with|first|second|upper|hons)/i.test(groups.in))
    return tail(part, groups.in.replace(/(?<=[A-Za-z)])\s*[\u4e00-\u9fff].*$/, ""));
  if (groups.paren) return tail(part, groups.paren);
  return groups.of && !general.test(groups.of.trim()) ? tail(part, groups.of) : undefined;
}

function chinese(part: Line): string | undefined {
  if (university.test(part.folded) || /^(?:gpa|成绩|排名|一级荣誉|二级|甲等|优等|院长)/i.test(part.folded))
    return undefined;
  const paren = /\(([\u4e00-\u9fff]{2,20})\)/.exec(part.folded)?.[1];
  const outside = part.folded.replace(/\([^)]*\)/g, "");
  const bare = outside
    .replace(degreeName, "")
    .replace(/(?:专业|系)$/, "")
    .replace(/^[\s:]+/, "")
    .trim();
  if (/^[\u4e00-\u9fff]{2,20}$/.test(bare) && !school.test(bare)) return tail(part, bare);
  if (paren && degreeOf(outside) && !/荣誉|学士|硕士|博士|全日制|在职/.test(paren)) return tail(part, paren);
  return undefined;
}

/** The original characters of something found in the folded part. */
function tail(part: Line, found: string): string | undefined {
  const start = part.folded.indexOf(found);
  return start < 0 ? undefined : part.text.slice(start, start + found.length).trim();
}
