/** One place in a ranking. */
export type Placed = { talentId: string; score: number };
/** How one talent moves: places count from 1; null where a ranking does not reach. */
export type Move = {
  talentId: string;
  from: number | null;
  to: number | null;
  scoreFrom: number | null;
  scoreTo: number | null;
};

/** The first `most` of the new ranking with where they come from, then those who leave its first `most`. */
export function movesOf(before: readonly Placed[], after: readonly Placed[], most: number): Move[] {
  const placeIn = (list: readonly Placed[]) =>
    new Map(list.map(({ talentId, score }, index) => [talentId, { place: index + 1, score }]));
  const [old, fresh] = [placeIn(before), placeIn(after)];
  const move = (talentId: string): Move => ({
    talentId,
    from: old.get(talentId)?.place ?? null,
    to: fresh.get(talentId)?.place ?? null,
    scoreFrom: old.get(talentId)?.score ?? null,
    scoreTo: fresh.get(talentId)?.score ?? null,
  });
  const first = after.slice(0, most).map(({ talentId }) => talentId);
  const held = new Set(first);
  const gone = before.slice(0, most).filter(({ talentId }) => !held.has(talentId));
  return [...first, ...gone.map(({ talentId }) => talentId)].map(move);
}
