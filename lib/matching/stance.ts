import type { stanceFactor } from "./weights.ts";

export type Stance = keyof typeof stanceFactor;
/** A clause of normalised text and how its writer stands to what it names; `listed` marks a bare row of keywords. */
export type Clause = { start: number; end: number; stance: Stance; listed: boolean };

/** "Never did it": narrow phrases only, because 无损检测 or 无菌 or "non-destructive" deny nothing. */
const negated =
  /没做过|没有做过|没碰过?|没进过|没用过|没带过|没接触|没参与|没有独立|没独立|没有[^,，。;；]{0,10}经验|没有经验|无[^,，。;；]{0,6}经验|未做过|未用过|未有|未正式|未实战|未接触|未参与|未试过|未独立|不懂|不熟|不会(?!影响|导致|造成|出现|超)|不做|不涉及|不负责|从未|冇|唔识|唔熟|唔做|缺乏|\b(?:never|no (?:hands|direct|formal|practical|real|prior|experience|industrial|factory)|not (?:yet|done|worked|used|practi[sc]ed|an?\b|my|familiar)|without any|lack(?:s|ing)?|yet to|haven't|have not|has not|didn't|did not|don't|do not|doesn't|does not|cannot|can't|none of|nothing about)\b/;
/** "A little of it", "want to learn it", "others did it". */
const hedged =
  /入门|初学|略懂|略知|少少|识少|正在学|想学|学得快|愿意学|想转|想做|转做|希望转|希望往|想把|补起来|主要看|旁听|只参与|仅参与|只做过|只修过|只有|仅限|短期课程|选修|课程项目|(?<!深入|充分|全面)了解(?!你的客户)|靠同事|由供应商|供应商报告|外判(?!商|工程|合约|合同|管理)|他人(?!在)|别人|同事负责|\b(?:beginner|basics? of|basic knowledge|introductory|(?:am|now|still|currently|started|begun|been) learning|learning (?:to|how|about)|would like to|want to|wish to|hope to|keen to|interested in|aspir(?:ing|es? to)|a little|some exposure|exposure to|only (?:read|partly|a|one|two|some)|short course|taught me enough|modest about|handled by others|by partners|(?:is|are|was|were|been) outsourced)\b/;

const clauseEnd = /[,，、。.;；!！?？\n]|\bbut\b|但/g;
const sentenceEnd = /[。.;；!！?？\n]/;

type Piece = { start: number; end: number; closes: boolean };

function pieces(text: string): Piece[] {
  const out: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(clauseEnd)) {
    const mark = match[0];
    const decimal = mark === "." && /\w/.test(text.charAt(match.index + 1));
    if (decimal) continue;
    out.push({ start, end: match.index, closes: sentenceEnd.test(mark) || mark.length > 1 || mark === "但" });
    start = match.index + mark.length;
  }
  out.push({ start, end: text.length, closes: true });
  return out;
}

const stanceOf = (text: string): Stance =>
  negated.test(text) ? "negated" : hedged.test(text) ? "hedged" : "plain";

/** A sentence of six or more short items is a list of keywords, whatever it is called. */
function isList(text: string, parts: Piece[]): boolean {
  if (parts.length < 6) return false;
  const lengths = parts.map((part) => {
    const words = text.slice(part.start, part.end).trim();
    return /[\u3400-\u9fff]/.test(words) ? words.length / 3 : words.split(/\s+/).length;
  });
  return lengths.reduce((sum, n) => sum + n, 0) / lengths.length <= 2.2;
}

/** Clauses of normalised text. An enumeration (、) shares the stance of the clause that it belongs to. */
export function clauses(text: string): Clause[] {
  const piped = (text.match(/[|｜]/g)?.length ?? 0) >= 4;
  const out: Clause[] = [];
  let sentence: Piece[] = [];
  for (const piece of pieces(text)) {
    sentence.push(piece);
    if (!piece.closes) continue;
    const listed = piped || isList(text, sentence);
    let inherited: Stance = "plain";
    sentence.forEach((part, i) => {
      const own = stanceOf(text.slice(part.start, part.end));
      const enumerated = i > 0 && text.charAt(part.start - 1) === "、";
      const stance = own === "plain" && enumerated ? inherited : own;
      inherited = stance;
      out.push({ start: part.start, end: part.end, stance, listed });
    });
    sentence = [];
  }
  return out;
}

/** The clause that holds a position; clauses are in reading order. */
export function clauseAt(list: readonly Clause[], at: number): Clause | undefined {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] as Clause).start <= at) low = middle;
    else high = middle - 1;
  }
  return list[low];
}
