import type { Advice, Reason } from "#lib/matching/types.ts";

type Translate = {
  (key: never, values?: never): string;
  has: (key: never) => boolean;
};

/** A reason of the engine as a sentence. `t` is the translator of `matching.reasons`; a reason of an older engine that has no words is left out. */
export function renderReason(t: Translate, reason: Reason): string {
  return t.has(reason.key as never) ? t(reason.key as never, reason.params as never) : "";
}

/** What would change a match, with what it would give as far as the engine that said it worked that out. */
export function renderAdvice(t: Translate, advice: Advice): string {
  const said = renderReason(t, advice);
  const points = advice.points ?? 0;
  const key =
    points > 0 ? (advice.clears ? "gain.both" : "gain.points") : advice.clears ? "gain.clears" : null;
  return said && key ? `${said} ${t(key as never, { points } as never)}` : said;
}

/** Several reasons as sentences, without repeats. */
export const renderReasons = (t: Translate, reasons: readonly Reason[]): string[] => [
  ...new Set(reasons.map((reason) => renderReason(t, reason)).filter(Boolean)),
];
