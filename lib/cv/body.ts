import { fold } from "./fold.ts";
import type { Line } from "./lines.ts";
import { type Avoided, touchesAvoided } from "./source.ts";

const label =
  /^(?:工作内容|工作职责|主要职责|职责描述|职责|工作描述|岗位职责|主要工作|主要业绩|工作业绩|业绩|responsibilities|key responsibilities|main responsibilities|duties|main duties|key achievements|achievements)(?:\s*[/ ]\s*(?:responsibilities|duties|job duties))?\s*:?\s*/i;
const longest = 4000;
const han = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** Body lines as one text: a list item or paragraph a line, lines that only wrap joined. Lines with protected data are left out. */
export function joinBody(lines: readonly Line[], avoided: Avoided): string {
  const out: string[] = [];
  let before: Line | null = null;
  let length = 0;
  for (const line of lines) {
    if (touchesAvoided(avoided, line)) {
      before = null;
      continue;
    }
    const found = label.exec(line.folded)?.[0].length ?? 0;
    const isLabel = found > 0 && (found === line.text.length || /:\s*$/.test(line.folded.slice(0, found)));
    const text = isLabel ? line.text.slice(found) : line.text;
    if (text !== "") {
      if (before && continuesLine(before, line)) out[out.length - 1] += join(before.text, text) + text;
      else out.push(text);
      before = line;
    }
    length += text.length;
    if (length > longest) break;
  }
  return out.join("\n").replaceAll("\t", " ");
}

/** Text from our own extractor has whole paragraphs; pasted text may still be wrapped. */
function continuesLine(before: Line, line: Line): boolean {
  if (line.marker !== null || line.isAfterBlank) return false;
  return /^[a-z]/.test(line.folded) || /[,、]$/.test(before.folded);
}

function join(before: string, after: string): string {
  return han.test(before.at(-1) ?? "") && han.test(fold(after)[0] ?? "") ? "" : /-$/.test(before) ? "" : " ";
}
