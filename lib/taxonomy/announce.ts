import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { enqueue } from "#lib/jobs/queue.ts";

/**
 * What a change of the dictionary concerns: rows that name one of the concepts, and rows in whose words one of the forms may
 * stand. Null: all rows.
 */
export type Scope = { concepts: string[]; forms: string[] } | null;

/** Every process has taken a change in by then, so nobody writes derived columns by the dictionary of before. */
const SETTLED_MS = 3000;
/** Beyond this it is cheaper to look at all rows. */
const MOST = 60;

/** Tells every process of a change, and has what was derived from the dictionary derived anew. */
export async function announce(tx: Tx, scope: Scope): Promise<void> {
  await tell(tx, "dictionary_changed");
  const bounded = scope && scope.concepts.length + scope.forms.length <= MOST ? scope : null;
  const startAfter = new Date(now().getTime() + SETTLED_MS);
  await enqueue(tx, "taxonomy.testPhrases", {}, { key: "all", startAfter });
  await enqueue(tx, "talents.rederive", { scope: bounded, after: null }, { startAfter });
  await enqueue(tx, "needs.rederive", { scope: bounded, after: null }, { startAfter });
}
