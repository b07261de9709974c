import { findDates } from "./dates.ts";
import { degreeOf, disciplineOf, institutionOf } from "./degrees.ts";
import type { Line } from "./lines.ts";
import { splitParts, without } from "./parts.ts";
import { type Avoided, sourceOf, touchesAvoided } from "./source.ts";
import type { EducationProposal } from "./types.ts";

type Found = Omit<EducationProposal, "source"> & { first: Line; last: Line; key: Line };

const most = 20;
const remark =
  /^(?:主修课程|主要课程|核心课程|课程|论文|毕业论文|研究方向|导师|gpa|成绩|奖学金|获奖|thesis|dissertation|relevant courses?|coursework|modules|supervisor|exchange|honours?:|awards?:)|^(?:(?:起止)?时间|日期|(?:毕业)?院校|学校)(?:名称)?[\t ]/i;

/** A new entry begins where a line gives again what the entry already has. */
export function readEducation(text: string, lines: readonly Line[], avoided: Avoided): EducationProposal[] {
  const found: Found[] = [];
  let current: Found | null = null;
  for (const line of lines) {
    if (line.folded.length > 200 || touchesAvoided(avoided, line) || remark.test(line.folded)) continue;
    const fields = readFields(line);
    if (Object.keys(fields).length === 0 || (line.marker !== null && isRemark(line, fields, current)))
      continue;
    if (current && !line.isAfterBlank && repeatsLevelOnly(current, fields)) continue;
    if (!current || repeats(current, fields) || isSeparate(current, line)) {
      current = { ...fields, first: line, last: line, key: line };
      found.push(current);
    } else {
      Object.assign(current, fields, { last: line });
    }
  }
  return found
    .filter((entry) => entry.level || (entry.institution && (entry.discipline || entry.year)))
    .filter((entry, _, all) => !isEcho(entry, all))
    .slice(0, most)
    .map(({ first, last, key, ...entry }) => ({
      ...entry,
      source: sourceOf(text, avoided, key, { start: first.start, end: last.end }),
    }));
}

type Fields = Omit<EducationProposal, "source">;

function readFields(line: Line): Fields {
  const dates = findDates(line.folded);
  const last = dates.at(-1);
  const year = last?.to === null ? undefined : (last?.to?.year ?? last?.from.year);
  const rest = without(line, dates);
  const parts = rest.flatMap(splitParts);
  const level = rest.map((part) => degreeOf(part.folded)).find((found) => found !== undefined);
  const institution = institutionOf(parts);
  const discipline = disciplineOf(
    parts.filter((part) => part !== institution),
    level !== undefined || institution !== undefined,
  );
  return {
    ...(level && { level }),
    ...(discipline && level !== "secondary" && { discipline }),
    ...(institution && { institution: institution.text }),
    ...(year && { year }),
  };
}

/** The other half of a bilingual degree, on a line of its own. */
function repeatsLevelOnly(current: Found, fields: Fields): boolean {
  return Object.keys(fields).length === 1 && fields.level !== undefined && fields.level === current.level;
}

function repeats(current: Found, fields: Fields): boolean {
  if (fields.level && current.level) return true;
  if (fields.institution && current.institution && (fields.level || fields.year)) return true;
  return Boolean(fields.year && current.year) || Boolean(fields.institution && current.institution);
}

function isSeparate(current: Found, line: Line): boolean {
  return line.isAfterBlank && Boolean(current.level && current.institution);
}

/** A bullet below a degree tells about it, unless it names a degree of its own. */
function isRemark(line: Line, fields: Fields, current: Found | null): boolean {
  return current !== null && current.first.marker !== line.marker && !(fields.level && fields.institution);
}

/** "学历: 硕士" among the personal particulars repeats what the list of degrees says in full. */
function isEcho(entry: Found, all: readonly Found[]): boolean {
  return (
    !entry.institution &&
    all.some((other) => other !== entry && other.level === entry.level && other.institution)
  );
}
