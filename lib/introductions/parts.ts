export const PART_PAGE = 40;

type Part<T> = { count(): Promise<number>; find(at: { skip: number; take: number }): Promise<T[]> };

/**
 * One page of a list whose parts follow each other, such as what runs and then what has ended, however long each of them is.
 * `asked` counts from 1; what is no page of the list is its first or last one.
 */
export async function pageOfParts<T>(
  parts: readonly Part<T>[],
  asked: number,
): Promise<{ rows: T[]; counts: number[]; page: number; pages: number }> {
  const counts: number[] = [];
  for (const part of parts) counts.push(await part.count());
  const pages = Math.max(1, Math.ceil(counts.reduce((sum, count) => sum + count, 0) / PART_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  const rows: T[] = [];
  let skip = (page - 1) * PART_PAGE;
  for (const [index, part] of parts.entries()) {
    const take = PART_PAGE - rows.length;
    if (take > 0 && skip < counts[index]!) rows.push(...(await part.find({ skip, take })));
    skip = Math.max(0, skip - counts[index]!);
  }
  return { rows, counts, page, pages };
}
