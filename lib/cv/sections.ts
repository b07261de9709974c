import { headingOf, type SectionKind } from "./headings.ts";
import { type Line, subLine } from "./lines.ts";

export type Section = { kind: SectionKind; lines: Line[] };

/** Sections that a label at the front of one line can fill, e.g. "Languages: English". */
const inline: readonly SectionKind[] = ["skills", "languages", "qualifications", "summary", "education"];

/** The CV cut at its headings. Lines before the first one are the header. */
export function readSections(lines: readonly Line[]): Section[] {
  const sections: Section[] = [{ kind: "header", lines: [] }];
  let current = sections[0] as Section;
  // after "Skills: …" the section before goes on, once its own lines come again
  let outer: Section | null = null;
  for (const line of lines) {
    const heading = headingOf(line);
    if (heading?.kind === "title") continue;
    if (heading && heading.rest === null) {
      current = { kind: heading.kind, lines: [] };
      outer = null;
      sections.push(current);
      continue;
    }
    if (heading?.rest && heading.separator === "tab") {
      current = { kind: heading.kind, lines: [subLine(line, heading.rest)] };
      outer = null;
      sections.push(current);
      continue;
    }
    if (heading?.rest && inline.includes(heading.kind)) {
      outer ??= current;
      current = { kind: heading.kind, lines: [subLine(line, heading.rest)] };
      sections.push(current);
      continue;
    }
    if (outer && (line.isAfterBlank || line.marker !== null || /^[^:]{1,20}:/.test(line.folded))) {
      current = { kind: outer.kind, lines: [] };
      outer = null;
      sections.push(current);
    }
    current.lines.push(line);
  }
  return sections.filter((section) => section.lines.length > 0);
}

export function linesOf(sections: readonly Section[], ...kinds: SectionKind[]): Line[] {
  return sections.filter((section) => kinds.includes(section.kind)).flatMap((section) => section.lines);
}
