/** Months since year 0 of a YYYY-MM or YYYY-MM-DD text; null when it is none. */
export function monthIndex(text: string | null | undefined): number | null {
  const match = /^(\d{4})-(\d{2})/.exec(text ?? "");
  if (!match) return null;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : null;
}

/** Days since 1970 of a YYYY-MM-DD text; null when it is none. */
export function dayIndex(text: string | null | undefined): number | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text ?? "")) return null;
  const time = Date.parse(`${(text as string).slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
}

/** Length in months of the union of half-open month ranges. */
export function unionMonths(ranges: readonly (readonly [number, number])[]): number {
  const sorted = ranges.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [from, to] of sorted) {
    if (to <= reached) continue;
    total += to - Math.max(from, reached);
    reached = to;
  }
  return total;
}
