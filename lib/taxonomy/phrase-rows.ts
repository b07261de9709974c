import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import type { Phrase, Side } from "./phrases.ts";

/** Whoever notes or forgets the phrases of one record waits for the other: lock first, then read the record. */
export async function lockPhrases(tx: Tx, recordId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`phrases:${recordId}`}, 0))::text`;
}

type Delta = { form: string; script: Phrase["script"]; by: 1 | -1 };

/**
 * Makes the queue say of one record what it says now: which phrases it uses that no concept covers. Counts move by what changed,
 * so that records of one phrase that are written at once do not overwrite each other's counting.
 */
export async function notePhrases(
  tx: Tx,
  side: Side,
  recordId: string,
  phrases: readonly Phrase[],
): Promise<void> {
  await lockPhrases(tx, recordId);
  const known = await tx.taxonomyPhraseUse.findMany({ where: { side, recordId }, select: { form: true } });
  const before = new Set(known.map(({ form }) => form));
  const after = new Set(phrases.map(({ form }) => form));
  const added = phrases.filter(({ form }) => !before.has(form));
  const gone = [...before].filter((form) => !after.has(form));
  if (added.length === 0 && gone.length === 0) return;
  await move(tx, side, [
    ...added.map(({ form, script }): Delta => ({ form, script, by: 1 })),
    ...gone.map((form): Delta => ({ form, script: "latin", by: -1 })),
  ]);
  await tx.taxonomyPhraseUse.createMany({
    data: added.map(({ form, field, example }) => ({ form, side, recordId, field, example })),
  });
  if (gone.length === 0) return;
  await tx.taxonomyPhraseUse.deleteMany({ where: { side, recordId, form: { in: gone } } });
  await tx.taxonomyPhrase.deleteMany({ where: { form: { in: gone }, uses: { lte: 0 } } });
}

/** Takes out of the queue what one record contributed; a phrase that nobody else uses goes with it. */
export const forgetPhrases = (tx: Tx, side: Side, recordId: string) => notePhrases(tx, side, recordId, []);

/** Takes phrases out of the queue for all records. */
export async function removePhrases(tx: Tx, forms: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT form FROM "TaxonomyPhrase" WHERE form = ANY(${[...forms]}::text[]) ORDER BY form COLLATE "C" FOR UPDATE`;
  await tx.taxonomyPhrase.deleteMany({ where: { form: { in: [...forms] } } });
}

/** All counts in one statement and in one order, new rows among the old: two records with phrases in common never wait for each other. */
async function move(tx: Tx, side: Side, deltas: readonly Delta[]): Promise<void> {
  const rows = JSON.stringify([...deltas].sort((a, b) => (a.form < b.form ? -1 : 1)));
  const [talent, need] = side === "talent" ? [1, 0] : [0, 1];
  await tx.$executeRaw`
    INSERT INTO "TaxonomyPhrase" AS known (form, script, talents, needs, uses, "firstSeen", "lastSeen")
    SELECT form, script, ${talent} * by, ${need} * by, by, ${now()}, ${now()}
    FROM jsonb_to_recordset(${rows}::jsonb) AS given(form text, script text, by int) ORDER BY form COLLATE "C"
    ON CONFLICT (form) DO UPDATE SET uses = known.uses + excluded.uses, talents = known.talents + excluded.talents,
      needs = known.needs + excluded.needs,
      "lastSeen" = CASE WHEN excluded.uses > 0 THEN excluded."lastSeen" ELSE known."lastSeen" END`;
}
