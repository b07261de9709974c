import { systemViewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { currentDictionary } from "./current.ts";
import { dictionaryRefreshed } from "./live.ts";
import { removePhrases } from "./phrase-rows.ts";
import { isCovered } from "./phrases.ts";

const BATCH = 500;

/** Takes out of the queue what a concept covers by now. May run as often as it likes. */
export async function testPhrases(): Promise<void> {
  await dictionaryRefreshed();
  const dictionary = currentDictionary();
  for (let after = ""; ; ) {
    const rows = await db.taxonomyPhrase.findMany({
      where: { form: { gt: after } },
      orderBy: { form: "asc" },
      take: BATCH,
      select: { form: true, records: { take: 1, select: { example: true } } },
    });
    const covered = rows.filter(({ form, records }) => isCovered(records[0]?.example ?? form, dictionary));
    if (covered.length > 0)
      await transaction(systemViewer("taxonomy"), (tx) =>
        removePhrases(
          tx,
          covered.map(({ form }) => form),
        ),
      );
    if (rows.length < BATCH) return;
    after = rows[rows.length - 1]!.form;
  }
}
