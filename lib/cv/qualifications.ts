import { findDates } from "./dates.ts";
import { type Line, splitLine } from "./lines.ts";
import { trimPart, without } from "./parts.ts";
import { type Avoided, sourceOf, touchesAvoided } from "./source.ts";
import type { TextProposal } from "./types.ts";

const most = 50;
const longest = 120;

/** Items under a heading for qualifications, certificates or memberships; dates are taken out. */
export function readQualifications(text: string, lines: readonly Line[], avoided: Avoided): TextProposal[] {
  const found: TextProposal[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    if (line.folded.length > 600) continue;
    for (const item of splitLine(line, /\t+|[;、|]|,(?![^(]*\))\s*(?!(?:hong kong|hk|uk|china)\b)/gi)) {
      const [part] = without(item, findDates(item.folded));
      const bare = part && trimPart(part);
      if (!bare || bare.text.length < 2 || bare.text.length > longest || touchesAvoided(avoided, bare))
        continue;
      if (!/\p{L}{2}/u.test(bare.text) || seen.has(bare.folded)) continue;
      seen.add(bare.folded);
      found.push({ value: balance(bare.text), source: sourceOf(text, avoided, bare, line) });
    }
  }
  return found.slice(0, most);
}

/** A date in brackets leaves an open bracket behind. */
function balance(value: string): string {
  return /\([^)]*$|（[^）]*$/.test(value)
    ? value.replace(/\s*[(（]([^()（）]*)$/, (_, rest: string) => (rest ? ` (${rest})` : ""))
    : value;
}
