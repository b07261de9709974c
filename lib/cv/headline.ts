import { findDates } from "./dates.ts";
import { type Line, splitLine } from "./lines.ts";
import { isTitle } from "./roles.ts";
import { type Avoided, sourceOf, touchesAvoided } from "./source.ts";
import type { ExperienceProposal, TextProposal } from "./types.ts";

const label =
  /^(?:现任职位|现任职务|现职|目前职位|当前职位|职位|职称|current position|current title|position|title)\s*:\s*/i;

/** The line below the name that is a job title; otherwise the title of the job that lasts. */
export function readHeadline(
  text: string,
  header: readonly Line[],
  experience: readonly ExperienceProposal[],
  avoided: Avoided,
): TextProposal | undefined {
  for (const line of header.slice(0, 8)) {
    if (line.folded.length > 120 || findDates(line.folded).length > 0) continue;
    const part = headlinePart(line, avoided);
    if (part) return { value: part.text, source: sourceOf(text, avoided, part, line) };
  }
  const current = experience.find((entry) => entry.to === null && entry.title);
  return current?.title ? { value: current.title, source: current.source } : undefined;
}

/** The whole line when nothing of the person's identity is on it, otherwise the piece that is a title. */
function headlinePart(line: Line, avoided: Avoided): Line | undefined {
  const found = label.exec(line.folded)?.[0].length ?? 0;
  const parts = splitLine(line, /\t+|[|]/g);
  if (found === 0 && !touchesAvoided(avoided, line) && !/[:。|\t]/.test(line.folded) && splitTitle(line))
    return line;
  for (const part of parts) {
    const lead = label.exec(part.folded)?.[0].length ?? 0;
    const value = {
      ...part,
      start: part.start + lead,
      text: part.text.slice(lead),
      folded: part.folded.slice(lead),
    };
    if (
      !touchesAvoided(avoided, value) &&
      value.text !== "" &&
      !/[:。]/.test(value.folded) &&
      splitTitle(value)
    )
      return value;
  }
  return undefined;
}

function splitTitle(line: Line): boolean {
  return line.folded.split(/[|,/、·•]|\s-\s|\t/).some((part) => isTitle(part.trim()));
}
