import { now } from "#lib/clock.ts";
import { InvalidError } from "#lib/errors.ts";
import { DAYS_AHEAD } from "./schema.ts";

export type Span = { startsAt: Date; endsAt: Date };
/** With the field of the form that names it. */
export type NamedSpan = Span & { path: string };
/** Times as a form names them: ticked among the suggestions, or typed. */
export type Times = { suggested: readonly Date[]; times: readonly Date[] };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const overlaps = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

export const spanOf = ({ startsAt, endsAt }: Span): Span => ({ startsAt, endsAt });

export const spanFrom = (startsAt: Date, minutes: number): Span => ({
  startsAt,
  endsAt: new Date(startsAt.getTime() + minutes * MINUTE),
});

/**
 * The spans that a form names. @throws InvalidError at the field of the time that is past, too far ahead, or
 * overlaps another; or when there is none, or too many.
 */
export function spansOf({ suggested, times }: Times, minutes: number, most: number): NamedSpan[] {
  const named = [
    ...suggested.map((at) => ({ ...spanFrom(at, minutes), path: "suggested" })),
    ...times.map((at, index) => ({ ...spanFrom(at, minutes), path: `times[${index}]` })),
  ];
  if (named.length === 0) throw new InvalidError([{ path: "times[0]", key: "required" }]);
  if (named.length > most)
    throw new InvalidError([{ path: named.at(-1)!.path, key: "tooManyTimes", params: { maximum: most } }]);
  const issues = named.flatMap((span, index) => {
    const key = faultOf(span, named.slice(0, index));
    return key ? [{ path: span.path, key }] : [];
  });
  if (issues.length > 0) throw new InvalidError(issues);
  return named;
}

function faultOf(span: Span, before: readonly Span[]): string | null {
  if (span.startsAt <= now()) return "timeInPast";
  if (span.startsAt.getTime() > now().getTime() + DAYS_AHEAD * DAY) return "timeTooFar";
  return before.some((other) => overlaps(span, other)) ? "timesOverlap" : null;
}
