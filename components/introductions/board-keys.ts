/** What a key on a card asks for; the focus itself is moved here. */
export type Asked = { id: string; what: "menu" | 1 | -1 };

const cardsIn = (column: Element | null) => [...(column?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];

/** Arrow keys go through the cards of the board; Shift with an arrow asks for a move, M for the menu. */
export function onBoardKey(event: React.KeyboardEvent<HTMLElement>): Asked | null {
  const card = (event.target as HTMLElement).closest<HTMLElement>("[data-card]");
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return null;
  const id = card.dataset.card ?? "";
  if (event.key === "m" || event.key === "M") return { id, what: "menu" };
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined;
  if (way && event.shiftKey) return { id, what: way };
  const column = card.closest("[data-column]");
  const row = cardsIn(column).indexOf(card);
  if (way) beside(column, way, row)?.focus();
  else if (event.key === "ArrowDown") cardsIn(column)[row + 1]?.focus();
  else if (event.key === "ArrowUp") cardsIn(column)[row - 1]?.focus();
  else return null;
  event.preventDefault();
  return null;
}

/** The card at the same height in the next column that has cards. */
function beside(column: Element | null, way: 1 | -1, row: number): HTMLElement | undefined {
  const columns = [...(column?.parentElement?.querySelectorAll("[data-column]") ?? [])];
  for (let at = columns.indexOf(column!) + way; at >= 0 && at < columns.length; at += way) {
    const cards = cardsIn(columns[at]!);
    if (cards.length > 0) return cards[Math.min(row, cards.length - 1)];
  }
}
