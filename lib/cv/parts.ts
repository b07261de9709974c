import { type Line, splitLine, subLine } from "./lines.ts";
import { isOrganisation, isTitle, organisationEnd, scoreRole } from "./roles.ts";

const separators =
  /\t+|[|;,、]|(?<=\s)[-·•@~]+(?=\s)|\s{2,}|(?<=[\u4e00-\u9fff)])\s+(?=[\u4e00-\u9fff])|\s+at\s+(?=[A-Z\u4e00-\u9fff])/g;
/** A comma before these is part of the name. */
const companyTail = /^(?:ltd|limited|inc|llc|llp|plc|pte|gmbh|s\.a|b\.v|co)\b/i;

/** The pieces of a heading line: title, organisation, place and so on, dates already taken out. */
export function splitParts(line: Line): Line[] {
  const parts: Line[] = [];
  for (const part of splitLine(line, separators)) {
    const before = parts.at(-1);
    if (before && companyTail.test(part.folded)) {
      parts[parts.length - 1] = subLine(line, before.start - line.start, part.end - line.start);
    } else parts.push(part);
  }
  return parts
    .map(trimPart)
    .filter((part) => /[\p{L}\p{N}]/u.test(part.folded))
    .flatMap(splitMixed);
}

/** Takes stretches out of a line, e.g. the dates, and gives what stands around them. */
export function without(line: Line, holes: readonly { start: number; end: number }[]): Line[] {
  const rest: Line[] = [];
  let start = 0;
  for (const hole of holes) {
    rest.push(subLine(line, start, hole.start));
    start = hole.end;
  }
  rest.push(subLine(line, start));
  return rest.map(trimPart).filter((part) => part.text !== "");
}

export function trimPart(part: Line): Line {
  const front = /^[\s,|/;:·•@~)\]-]+|^\(\s*\)/.exec(part.folded)?.[0].length ?? 0;
  const back = /[\s,|/;:·•@~([-]+$/.exec(part.folded.slice(front))?.[0].length ?? 0;
  return subLine(part, front, Math.max(front, part.text.length - back));
}

/** "某某有限公司 高级工程师" and "某某有限公司高级工程师" are two pieces. */
function splitMixed(part: Line): Line[] {
  const slash = part.folded.indexOf(" / ");
  if (slash > 0) {
    const [left, right] = [subLine(part, 0, slash), subLine(part, slash + 3)];
    // "Assistant Engineer / Engineer" is one title; an employer and a title are two pieces
    return isOrganisation(left.folded) !== isOrganisation(right.folded) ? [left, right] : [part];
  }
  const cut = organisationEnd(part.folded);
  if (cut > 0) return [subLine(part, 0, cut), subLine(part, cut)];
  const score = scoreRole(part.folded);
  if (!/[\u4e00-\u9fff]/.test(part.folded) || part.text.length > 80 || score.title + score.organisation === 0)
    return [part];
  for (const space of part.folded.matchAll(/ /g)) {
    const [left, right] = [subLine(part, 0, space.index), subLine(part, space.index)];
    const isPair =
      (isOrganisation(left.folded) && isTitle(right.folded)) ||
      (isTitle(left.folded) && isOrganisation(right.folded));
    if (isPair) return [left, right];
  }
  return [part];
}
