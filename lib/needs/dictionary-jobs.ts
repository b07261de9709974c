import { systemViewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import type { JobData } from "#lib/jobs/names.ts";
import { affectedBy } from "#lib/taxonomy/affected.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { dictionaryRefreshed } from "#lib/taxonomy/live.ts";
import { lockPhrases, notePhrases } from "#lib/taxonomy/phrase-rows.ts";
import { type PhraseField, unknownPhrases } from "#lib/taxonomy/phrases.ts";
import { rederiveInBatches } from "#lib/taxonomy/rederive.ts";
import { needConceptIds } from "./derive.ts";
import { contentSelect, toDraft } from "./rows.ts";

const viewer = systemViewer("dictionary");

/** Needs that were handed in and have not ended. */
const ALIVE = ["SUBMITTED", "RETURNED", "OPEN", "PARTIALLY_FILLED", "PAUSED"] as const;

type Asked = {
  title: string;
  mustHave: string[];
  preferred: string[];
  qualificationsRequired: string[];
  disciplines: string[];
};

function phraseTexts(need: Asked) {
  const texts = (field: PhraseField, all: readonly string[]) => all.map((text) => ({ field, text }));
  return [
    ...texts("titles", [need.title]),
    ...texts("requirements", [...need.mustHave, ...need.preferred]),
    ...texts("qualifications", need.qualificationsRequired),
    ...texts("disciplines", need.disciplines),
  ];
}

/** Makes the queue of unknown words say of one need what it says now. */
export async function noteNeedPhrases({ needId }: JobData["needs.notePhrases"]): Promise<void> {
  await transaction(viewer, async (tx) => {
    await lockPhrases(tx, needId);
    const [row] = await tx.$queryRaw<Asked[]>`
      SELECT title, "mustHave", preferred, "qualificationsRequired", disciplines FROM "Need"
      WHERE id = ${needId}::uuid AND status::text = ANY(${[...ALIVE]}::text[])`;
    await notePhrases(tx, "need", needId, unknownPhrases(row ? phraseTexts(row) : [], currentDictionary()));
  });
}

/** Derives anew what a change of the dictionary concerns, a batch at a time; can be ended and begun again at any point. */
export async function rederiveNeeds(data: JobData["needs.rederive"]): Promise<void> {
  await dictionaryRefreshed();
  await rederiveInBatches("needs.rederive", data, {
    ids: (after, take) => db.$queryRaw<{ id: string }[]>`
      SELECT id::text AS id FROM "Need" WHERE id > ${after}::uuid AND ${affectedBy(data.scope)} ORDER BY id LIMIT ${take}`,
    async derive(id) {
      const row = await db.need.findUnique({
        where: { id },
        select: { ...contentSelect, version: true, conceptIds: true },
      });
      if (!row) return;
      const ids = needConceptIds(toDraft(row));
      // whoever writes the need meanwhile derives it by the new dictionary
      if (ids.join(" ") !== row.conceptIds.join(" "))
        await db.need.updateMany({ where: { id, version: row.version }, data: { conceptIds: ids } });
      await noteNeedPhrases({ needId: id });
    },
  });
}
