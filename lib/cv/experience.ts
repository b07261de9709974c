import { joinBody } from "./body.ts";
import { toMonth } from "./dates.ts";
import { type Entry, readEntries } from "./entries.ts";
import type { Line } from "./lines.ts";
import { splitParts, without } from "./parts.ts";
import { isOrganisation, isTitle, scoreRole } from "./roles.ts";
import { type Avoided, allowedPieces, sourceOf } from "./source.ts";
import type { ExperienceProposal } from "./types.ts";

const most = 60;
const titleLabel =
  /^(?:担任职位|职位名称|职位|岗位|职务|position|job title|title|role|post)(?:\s*[/ ]\s*[A-Za-z][A-Za-z ]{1,24})?\s*:\s*/i;
const organisationLabel =
  /^(?:公司名称|公司|单位名称|工作单位|单位|机构|雇主|任职机构|company|employer|organi[sz]ation)(?:\s*[/ ]\s*[A-Za-z][A-Za-z ]{1,24})?\s*:\s*/i;
const otherLabel =
  /^(?:工作时间|时间|起止时间|任职时间|在职时间|日期|年期|工作地点|地点|部门|所属部门|行业|location|period|dates?|department|duration|industry)(?:\s*[/ ]\s*[A-Za-z][A-Za-z ]{1,24})?\s*:\s*/i;

type Role = { title?: string; organisation?: string };

export function readExperience(text: string, lines: readonly Line[], avoided: Avoided): ExperienceProposal[] {
  const found: ExperienceProposal[] = [];
  let employer: string | undefined;
  for (const entry of readEntries(lines).slice(0, most)) {
    const role = readRole(text, entry, avoided, employer !== undefined);
    // one employer above several posts: its name stands once, on a line without dates
    if (role.organisation) employer = entry.header[0] === entry.dated ? undefined : role.organisation;
    else if (employer && role.title) role.organisation = employer;
    if (!role.title && !role.organisation) continue;
    found.push({
      ...role,
      ...readDates(entry),
      ...describe(entry, avoided),
      source: entrySource(text, entry, avoided),
    });
  }
  return found;
}

/** @param hasEmployer whether an employer named above several posts can stand for a missing one */
function readRole(text: string, entry: Entry, avoided: Avoided, hasEmployer: boolean): Role {
  const parts = entry.header.flatMap((line) => headerParts(line, entry, avoided));
  const role: Role = {};
  for (const part of parts) {
    const title = titleLabel.exec(part.folded);
    const organisation = organisationLabel.exec(part.folded);
    if (title) role.title ??= part.text.slice(title[0].length);
    if (organisation) role.organisation ??= part.text.slice(organisation[0].length);
  }
  const free = parts.filter(
    (part) =>
      !titleLabel.test(part.folded) && !organisationLabel.test(part.folded) && !otherLabel.test(part.folded),
  );
  const title = best(free, (part) => (isTitle(part.folded) ? scoreRole(part.folded).title : 0));
  const organisation = best(free, (part) =>
    isOrganisation(part.folded) ? scoreRole(part.folded).organisation : 0,
  );
  if (title && !role.title) role.title = title.text;
  if (organisation && !role.organisation) role.organisation = organisation.text;
  // one of the two is known by its words, and exactly one piece is left that is no place
  const left = free.filter((part) => part !== title && part !== organisation && !place.test(part.folded));
  const only = left[0];
  if (!only || left.length !== 1 || only.text.length < 2) return role;
  // "Senior Manager, Regulatory Affairs": what follows the comma is a field or a department, not the employer
  const isTail = title !== undefined && /^\s*[,，]\s*$/.test(text.slice(title.end, only.start));
  if (isTail && title && (role.organisation || hasEmployer)) role.title = text.slice(title.start, only.end);
  else if (!isTail && role.title && !role.organisation) role.organisation = only.text;
  else if (role.organisation && !role.title) role.title = only.text;
  return role;
}

const place =
  /^(?:香港|澳门|中国|烟台|青岛|济南|北京|上海|深圳|广州|山东|新加坡|伦敦|hong kong(?: sar)?|hk|macau|macao|china|yantai|qingdao|beijing|shanghai|shenzhen|guangzhou|singapore|london|uk|usa|full[- ]?time|part[- ]?time|全职|兼职|contract)(?:市|省|特别行政区)?$/i;

function headerParts(line: Line, entry: Entry, avoided: Avoided): Line[] {
  const holes = line === entry.dated ? [entry.dates] : [];
  const hidden = allowedPieces(avoided, line).length === 1 ? [] : null;
  if (hidden === null) return [];
  return without(line, holes).flatMap(splitParts);
}

function best(parts: readonly Line[], score: (part: Line) => number): Line | undefined {
  let winner: Line | undefined;
  for (const part of parts) if (score(part) > (winner ? score(winner) : 0)) winner = part;
  return winner;
}

function readDates(entry: Entry): Pick<ExperienceProposal, "from" | "to" | "fromYear" | "toYear"> {
  const { from, to } = entry.dates;
  const start = toMonth(from);
  const end = to ? toMonth(to) : undefined;
  return {
    ...(start ? { from: start } : { fromYear: from.year }),
    ...(to === null ? { to: null } : end ? { to: end } : to ? { toYear: to.year } : {}),
  };
}

function describe(entry: Entry, avoided: Avoided): { description?: string } {
  const description = joinBody(entry.body, avoided);
  return description ? { description } : {};
}

function entrySource(text: string, entry: Entry, avoided: Avoided) {
  const first = entry.header[0] as Line;
  const last = entry.header.at(-1) as Line;
  return sourceOf(text, avoided, entry.dated, { start: first.start, end: last.end });
}
