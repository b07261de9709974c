import { isHan, normalise, originalSpan } from "#lib/matching/text.ts";

/**
 * What stands in a stored text for what was taken out; put into the reader's language by lib/talents/projection.ts.
 * Rather too much is taken out than too little, and the person sees the result before anyone else does.
 */
export const MASKS = [
  "name",
  "contact",
  "number",
  "university",
  "institute",
  "hospital",
  "bank",
  "public",
  "company",
] as const;
export type Mask = (typeof MASKS)[number];
export type OrganisationKind = "university" | "institute" | "hospital" | "bank" | "public" | "company";
export const maskMark = (mask: Mask) => `⟦${mask}⟧`;
export const MARKS = /⟦[a-z]+⟧/g;

const KINDS: readonly [OrganisationKind, RegExp][] = [
  ["hospital", /医院|诊所|医管局|\b(?:hospital|clinic|hospital authority)\b/],
  [
    "institute",
    /研究院|研究所|实验室|科学院|\b(?:institute|laborator(?:y|ies)|research centre|research center)\b/,
  ],
  ["university", /大学|学院|\b(?:university|college|polyu|hku|hkust|cuhk|cityu|hkbu|eduhk|hkmu|must)\b/],
  ["bank", /银行|\bbank\b/],
  [
    "public",
    /政府|机电工程署|[^公]署$|局$|委员会|法定机构|\b(?:government|department of|bureau|authority|council)\b/,
  ],
];

/** What kind of organisation a name says it is; a company where it says nothing else. */
export function organisationKind(name: string): OrganisationKind {
  const text = normalise(name, true).text;
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? "company";
}

const PATTERNS: readonly [Mask, RegExp][] = [
  [
    "contact",
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s，。；）)]+|\bwww\.[^\s，。；）)]+|\b(?:linkedin|github|facebook|t)\.(?:com|me)\/[^\s，。；）)]+/giu,
  ],
  [
    "contact",
    /[\p{L}\p{N}._%+-]+\s*(?:@|\(at\)|\[at\])\s*[\p{L}\p{N}-]+(?:\s*(?:\.|\(dot\))\s*[\p{L}\p{N}-]+)+/giu,
  ],
  [
    "contact",
    // a handle after a service's name; without a colon only what looks like one, so that "WeChat mini-programs" stays
    /(?:wechat|weixin|whatsapp|telegram|skype|微信|威訊|qq)\s*(?:id|号|號|同号|同號)?\s*(?:[:：]\s*[\w.+-]{4,}|(?=[\w.+-]*[\d_])[\w.+-]{5,})/giu,
  ],
  // Hong Kong and mainland identity numbers, then anything that could be dialled
  ["number", /\b[A-Z]{1,2}\d{6}\s?[(（]?[0-9A][)）]?(?![0-9A-Za-z])|\b\d{17}[\dXx]\b/gu],
  ["contact", /\+?\d(?:[\s().-]?\d){7,14}(?!\d)/gu],
  [
    "university",
    /(?<!\p{L})(?:[Tt]he )?(?:(?:[A-Z][\w&'’-]+ ){1,5}University(?: of [A-Z]\w+(?: (?:and )?[A-Z]\w+)*)?|University of [A-Z]\w+(?: (?:and )?[A-Z]\w+)*)/gu,
  ],
  [
    "university",
    /(?<!\p{L})(?:HKUST|HKU|CUHK|PolyU|CityU|HKBU|EdUHK|HKMU)(?!\p{L})|港大|科大|中大|理大|城大|浸大|嶺大|岭大|教大|都大|北大|清華|清华|復旦|复旦|交大|浙大/gu,
  ],
  [
    "company",
    /(?<!\p{L})(?:[A-Z][\w&'’.-]*,? ){1,5}(?:Limited|Ltd\.?|Inc\.?|LLC|LLP|PLC|Corporation|Corp\.?|Holdings|Group)(?!\p{L})/gu,
  ],
  ["company", /[\p{Script=Han}A-Za-z0-9（()）]{2,16}(?:有限公司|股份公司|控股公司)/gu],
];

/** Two years with a dash between them look like a telephone number, and so does a span of months. */
const isYears = (text: string) =>
  /^(?:19|20)\d{2}(?:[./-]\d{1,2})?\s*[-–.]\s*(?:19|20)\d{2}(?:[./-]\d{1,2})?$/.test(text.trim());

type Term = { words: string; mask: Mask };

/** Takes each term out wherever it stands, in either Chinese script and any case. */
function maskTerms(text: string, terms: readonly Term[]): string {
  const normal = normalise(text, true);
  const spans: { start: number; end: number; mask: Mask }[] = [];
  for (const { words, mask } of terms) {
    const wanted = normalise(words, true).text.trim();
    if (wanted.length < 2) continue;
    for (
      let at = normal.text.indexOf(wanted);
      at >= 0;
      at = normal.text.indexOf(wanted, at + wanted.length)
    ) {
      if (!standsAlone(normal.text, at, at + wanted.length)) continue;
      spans.push({ ...originalSpan(normal, at, at + wanted.length), mask });
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let out = "";
  let copied = 0;
  for (const { start, end, mask } of spans) {
    if (start < copied) continue;
    out += text.slice(copied, start) + maskMark(mask);
    copied = end;
  }
  return out + text.slice(copied);
}

/** A Latin word must not be part of a longer one; Chinese has no such borders. */
function standsAlone(text: string, start: number, end: number): boolean {
  const letter = (index: number) => /[a-z0-9]/.test(text.charAt(index));
  const inside = (at: number, neighbour: number) =>
    letter(at) && letter(neighbour) && !isHan(text.charCodeAt(at));
  return !inside(start, start - 1) && !inside(end - 1, end);
}

/** The forms in which a name is written: whole, reversed, and its parts where they are long enough to be a name. */
export function nameTerms(name: string): string[] {
  const words = name.trim().split(/\s+/);
  if (/\p{Script=Han}/u.test(name)) {
    const joined = words.join("");
    return [joined, ...(joined.length > 2 ? [joined.slice(1)] : [])];
  }
  return [name, [...words].reverse().join(" "), ...words.filter((word) => word.length > 2)];
}

export type MaskWith = {
  names: readonly string[];
  /** addresses, numbers and handles of the person: taken out however they are introduced */
  contacts?: readonly string[];
  organisations: readonly string[];
};

/** A text without names, contacts, numbers of identity and organisations. */
export function maskText(text: string, { names, contacts = [], organisations }: MaskWith): string {
  if (!text) return "";
  const terms: Term[] = [
    ...organisations
      .filter((name) => name.length > 1)
      .map((words) => ({ words, mask: organisationKind(words) as Mask })),
    ...contacts.map((words) => ({ words, mask: "contact" as const })),
    ...names.flatMap(nameTerms).map((words) => ({ words, mask: "name" as const })),
  ].sort((a, b) => b.words.length - a.words.length);
  const known = maskTerms(text.replace(/[⟦⟧]/g, ""), terms);
  return PATTERNS.reduce(
    (masked, [mask, pattern]) =>
      masked.replace(pattern, (found) => (isYears(found) ? found : maskMark(mask))),
    known,
  );
}
