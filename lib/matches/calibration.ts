/** Decided matches by score: how many in a band, and how many of them were approved. */
export type DecidedBand = { from: number; below: number; decided: number; approved: number };
export type Interval = { low: number; high: number };
/** With the share of approvals and its 95 % interval; null where nothing was decided. */
export type JudgedBand = DecidedBand & { share: number | null; interval: Interval | null };

/** Ends of the bands, lowest first. */
export const BAND_ENDS = [0, 40, 50, 60, 70, 80, 101] as const;
/** Fewer decisions than this say nothing of a band. */
export const ENOUGH = 20;

const Z = 1.96;

/** Wilson's score interval of a share: it stays within 0 and 1 and says little where little is known. */
export function wilson(approved: number, decided: number): Interval {
  const share = approved / decided;
  const scale = 1 + Z ** 2 / decided;
  const middle = (share + Z ** 2 / (2 * decided)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / decided + Z ** 2 / (4 * decided ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export const judge = (band: DecidedBand): JudgedBand => ({
  ...band,
  share: band.decided > 0 ? band.approved / band.decided : null,
  interval: band.decided > 0 ? wilson(band.approved, band.decided) : null,
});

/**
 * What the decisions say of the score. `tooFew`: fewer than two bands have enough. `falls`: a higher band is surely approved less
 * often than a lower one. `rises`: the shares never fall from band to band, and the highest is surely above the lowest.
 * `unclear`: neither can be said.
 */
export type Verdict = "tooFew" | "rises" | "falls" | "unclear";

export function verdictOn(bands: readonly JudgedBand[]): Verdict {
  const known = bands
    .filter((band) => band.decided >= ENOUGH)
    .map((band) => ({ share: band.share ?? 0, ...(band.interval ?? wilson(0, 1)) }));
  const [lowest, highest] = [known[0], known.at(-1)];
  if (!lowest || !highest || known.length < 2) return "tooFew";
  const falls = known.some((lower, at) => known.slice(at + 1).some((higher) => higher.high < lower.low));
  if (falls) return "falls";
  const monotone = known.every((band, at) => at === 0 || band.share >= known[at - 1]!.share);
  return monotone && highest.low > lowest.high ? "rises" : "unclear";
}
