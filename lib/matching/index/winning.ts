/**
 * Which sets of `count` things reach something, when more things never reach less: the smallest ones, as bit masks in order.
 * An empty answer means that not even all of them do; `[0]` that none is needed.
 */
export function smallestWinning(count: number, reaches: (mask: number) => boolean): number[] {
  const smallest: number[] = [];
  const masks = Array.from({ length: 1 << count }, (_, mask) => mask).sort(
    (a, b) => bitCount(a) - bitCount(b) || a - b,
  );
  for (const mask of masks)
    if (!smallest.some((known) => (known & mask) === known) && reaches(mask)) smallest.push(mask);
  return smallest;
}

export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
