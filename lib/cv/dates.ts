/** Offsets into the folded line. A range has `to`: a month, a year, or null for "to the present". */
export type DatePoint = { year: number; month?: number };
export type DateMention = { start: number; end: number; from: DatePoint; to?: DatePoint | null };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const year = "(?:19|20)\\d{2}";
const month = "(?:1[0-2]|0?[1-9])";

const point = new RegExp(
  [
    `(?<![A-Za-z])(?<w1>${monthWord})\\.?[ ,'-]{0,2}(?<y1>${year})(?!\\d)`,
    `(?<!\\d)(?<y2>${year})\\s?年\\s?(?<m2>${month})\\s?月(?:份|\\s?\\d{1,2}\\s?[日号])?`,
    `(?<!\\d)(?<y3>${year})(?<s3>[./-])(?<m3>${month})(?:\\k<s3>\\d{1,2})?(?!\\d)`,
    `(?<![\\d/])(?:\\d{1,2}/)?(?<m4>${month})\\s?[./-]\\s?(?<y4>${year})(?!\\d)`,
    `(?<!\\d)(?<y5>${year})\\s(?<w5>${monthWord})(?![a-z])`,
    `(?<![A-Za-z])(?<w6>${monthWord})\\.?(?=\\s?(?:-|~|to)\\s?${monthWord}\\.?[ ,'-]{0,2}${year})`,
    `(?<=月\\s?[-~至到]\\s?)(?<m7>${month})\\s?月`,
    `(?<![\\d.,$/])(?<y8>${year})(?:\\s?年)?(?![\\d,/]|\\.\\d)`,
  ].join("|"),
  "gi",
);
const between = /^[\s.,]*(?:-{1,3}|~|至|到|to|until|till|through)\s*$/i;
const present =
  /^[\s.,]*(?:(?:-{1,3}|~|至|到|to|until|till)\s*)?(?:至?今|现在|目前|present|current|now|ongoing|today|to date)(?![a-z])/i;
const since = /^\s?(?:起|开始)/;
const longest = 400;

/** Dates and date ranges of one folded line, from the left. A line longer than any heading is not searched. */
export function findDates(folded: string): DateMention[] {
  if (folded.length > longest) return [];
  const points = [...folded.matchAll(point)].map((match) => toPoint(match));
  const mentions: DateMention[] = [];
  for (let index = 0; index < points.length; index++) {
    const first = points[index] as ReturnType<typeof toPoint>;
    const second = points[index + 1];
    const after = folded.slice(first.end);
    if (second && between.test(folded.slice(first.end, second.start))) {
      const start = first.year || second.year;
      const end = second.year || first.year;
      mentions.push({
        start: first.start,
        end: second.end,
        from: { ...dateOf(first, start) },
        to: dateOf(second, end),
      });
      index++;
      continue;
    }
    if (!first.year) continue;
    const from = dateOf(first, first.year);
    const now = present.exec(after) ?? since.exec(after);
    const isSince = /(?:since|from|自)\s?$/i.test(folded.slice(0, first.start));
    if (now) mentions.push({ start: first.start, end: first.end + now[0].length, from, to: null });
    else if (isSince) mentions.push({ start: first.start, end: first.end, from, to: null });
    else mentions.push({ start: first.start, end: first.end, from });
  }
  return mentions;
}

export function findRange(folded: string): DateMention | null {
  return findDates(folded).find((mention) => mention.to !== undefined) ?? null;
}

/** YYYY-MM, or undefined when the month is not known. */
export function toMonth(date: DatePoint): string | undefined {
  return date.month ? `${date.year}-${String(date.month).padStart(2, "0")}` : undefined;
}

function toPoint(match: RegExpExecArray) {
  const g = match.groups ?? {};
  const word = g.w1 ?? g.w5 ?? g.w6;
  const number = g.m2 ?? g.m3 ?? g.m4 ?? g.m7;
  return {
    start: match.index,
    end: match.index + match[0].length,
    year: Number(g.y1 ?? g.y2 ?? g.y3 ?? g.y4 ?? g.y5 ?? g.y8 ?? 0),
    month: word ? months.indexOf(word.slice(0, 3).toLowerCase()) + 1 : number ? Number(number) : undefined,
  };
}

function dateOf(found: { month: number | undefined }, year: number): DatePoint {
  return found.month ? { year, month: found.month } : { year };
}
