import { BASE } from "#lib/consents/policy.ts";
import { GIVEABLE, type Giveable } from "#lib/consents/schema.ts";
import type { MatchStatus } from "#prisma/generated/enums.ts";

/** What can be open at a state; the rest waits for the enterprise, or is over. */
const OPENS: Partial<Record<MatchStatus, readonly Giveable[]>> = {
  TALENT_ACCEPTED: ["anonymous", "anonymous_cv"],
  INTRODUCED: GIVEABLE,
};

/**
 * What of a person an enterprise may read of one match: what was given for it, with its transfer across the border, as far as the
 * state opens it. Nothing without the consent to be introduced at all. Whoever gives the original CV gives its words too.
 */
export function openTo(status: MatchStatus, given: ReadonlySet<Giveable>): ReadonlySet<Giveable> {
  if (!given.has(BASE)) return new Set();
  const opens = OPENS[status] ?? [];
  const open = new Set(opens.filter((category) => given.has(category)));
  if (open.has("cv")) open.add("anonymous_cv");
  return open;
}
