import { normaliseText } from "#lib/matching/text.ts";

/** A name without spaces, marks and the usual legal endings, in one script and case. */
export const foldName = (name: string) =>
  normaliseText(name)
    .replace(
      /\b(co|company|limited|ltd|inc|corp|corporation|group)\b|有限责任公司|股份有限公司|有限公司|集团|公司/g,
      "",
    )
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Shorter entries would block half a city. */
const LEAST = 2;

/**
 * Whether a talent blocks an employer: an entry that equals one of its names or is a part of it. `blocked` are ids or names
 * as the talent typed them; in doubt the talent's wish wins.
 */
export function blocks(
  blocked: readonly string[],
  employer: { id: string; name: string; nameEn: string | null },
) {
  const names = [employer.name, employer.nameEn ?? ""].map(foldName).filter((name) => name.length >= LEAST);
  return blocked.some((entry) => {
    if (entry === employer.id) return true;
    const folded = foldName(entry);
    return folded.length >= LEAST && names.some((name) => name.includes(folded) || folded.includes(name));
  });
}
