const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

type Cell = { text: string; lines: number };

/**
 * The plain text of mammoth's HTML: a paragraph a line, "• " before a list item. A table row whose cells have one line
 * each is one line with tabs; a row with longer cells is a page layout, and is read cell after cell.
 */
export function htmlToText(html: string): string {
  const out: string[] = [];
  // a stack, because tables nest; the innermost open cell takes the text
  const rows: Cell[][] = [];
  const cells: string[][] = [];
  let line = "";
  const target = () => cells.at(-1) ?? out;
  const flush = (keepEmpty = false) => {
    if (line.trim() !== "" || keepEmpty) target().push(line.trim());
    line = "";
  };
  for (const match of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>|[^<]+/g)) {
    const tag = match[2];
    if (tag === undefined) line += decode(match[0]);
    else if (tag === "br") flush(true);
    else if (tag === "li") {
      flush();
      if (!match[1]) line = "• ";
    } else if (tag === "p" || /^h\d$/.test(tag)) match[1] ? flush(true) : line.trim() === "•" || flush();
    else if (tag === "table" || tag === "ul" || tag === "ol") flush();
    else if (tag === "tr" && !match[1]) rows.push([]);
    else if (tag === "tr") target().push(joinRow(rows.pop() ?? []));
    else if ((tag === "td" || tag === "th") && !match[1]) cells.push([]);
    else if (tag === "td" || tag === "th") {
      flush();
      const content = trimEmpty(cells.pop() ?? []);
      rows.at(-1)?.push({ text: content.join("\n"), lines: content.length });
    }
  }
  flush();
  return out.join("\n");
}

function joinRow(row: readonly Cell[]): string {
  const filled = row.filter((cell) => cell.text !== "");
  const isLayout = filled.some((cell) => cell.lines > 1);
  // a label or a date beside several lines belongs to the first of them
  const text = filled.reduce(
    (joined, cell, index) =>
      joined + (index === 0 ? "" : (filled[index - 1]?.lines ?? 0) > 1 ? "\n\n" : "\t") + cell.text,
    "",
  );
  return isLayout ? `${text}\n` : text;
}

function trimEmpty(lines: string[]): string[] {
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function decode(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, (space) => (space.includes("\t") ? "\t" : " "))
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? "");
}
