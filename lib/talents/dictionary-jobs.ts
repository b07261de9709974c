import { systemViewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import type { JobData } from "#lib/jobs/names.ts";
import { affectedBy } from "#lib/taxonomy/affected.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { dictionaryRefreshed } from "#lib/taxonomy/live.ts";
import { lockPhrases, notePhrases } from "#lib/taxonomy/phrase-rows.ts";
import { type PhraseField, unknownPhrases } from "#lib/taxonomy/phrases.ts";
import { rederiveInBatches } from "#lib/taxonomy/rederive.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type AnonymousTexts, conceptIds } from "./derive.ts";
import { type EducationEntry, profileOf, profileSelect } from "./profile.ts";

const viewer = systemViewer("dictionary");

/** Profiles that people have handed in and that are still theirs. */
const HANDED_IN = ["SUBMITTED", "UNDER_REVIEW", "CHANGES_REQUESTED", "VERIFIED", "LISTED", "PAUSED"] as const;

/**
 * The structured fields of a profile as an enterprise would read them: names, employers and contacts are taken out already,
 * and neither summary nor descriptions are among them.
 */
export function phraseTexts(anonymous: AnonymousTexts, education: readonly EducationEntry[]) {
  const texts = (field: PhraseField, all: readonly string[]) => all.map((text) => ({ field, text }));
  return [
    ...texts("skills", [...anonymous.skills, ...anonymous.members.flatMap((member) => member.skills)]),
    ...texts("qualifications", anonymous.qualifications),
    ...texts(
      "titles",
      anonymous.experience.map((entry) => entry.title),
    ),
    ...texts(
      "disciplines",
      education.map((entry) => entry.discipline),
    ),
  ];
}

/** Makes the queue of unknown words say of one profile what it says now. */
export async function noteTalentPhrases({ talentId }: JobData["talents.notePhrases"]): Promise<void> {
  await transaction(viewer, async (tx) => {
    // first, so that this either comes before an erasure or sees it
    await lockPhrases(tx, talentId);
    const [row] = await tx.$queryRaw<{ anonymous: AnonymousTexts; education: EducationEntry[] }[]>`
      SELECT anonymous, education FROM "Talent" WHERE id = ${talentId}::uuid
        AND status::text = ANY(${[...HANDED_IN]}::text[])`;
    const texts = row ? phraseTexts(row.anonymous, row.education) : [];
    await notePhrases(tx, "talent", talentId, unknownPhrases(texts, currentDictionary()));
  });
}

const rowSelect = {
  id: true,
  version: true,
  status: true,
  conceptIds: true,
  ...profileSelect,
  members: {
    where: { status: "CONSENTED" },
    orderBy: { invitedAt: "asc" },
    select: { role: true, skills: true },
  },
} as const satisfies Prisma.TalentSelect;

/** Derives anew what a change of the dictionary concerns, a batch at a time; can be ended and begun again at any point. */
export async function rederiveTalents(data: JobData["talents.rederive"]): Promise<void> {
  await dictionaryRefreshed();
  await rederiveInBatches("talents.rederive", data, {
    ids: (after, take) => db.$queryRaw<{ id: string }[]>`
      SELECT id::text AS id FROM "Talent" WHERE id > ${after}::uuid AND status <> 'ERASED' AND ${affectedBy(data.scope)}
      ORDER BY id LIMIT ${take}`,
    async derive(id) {
      const row = await db.talent.findUnique({ where: { id }, select: rowSelect });
      if (!row) return;
      const { members } = row;
      const ids = conceptIds(profileOf(row), { members, dictionary: currentDictionary(), today: today() });
      // whoever writes the profile meanwhile derives it by the new dictionary
      if (ids.join(" ") !== row.conceptIds.join(" "))
        await db.talent.updateMany({ where: { id, version: row.version }, data: { conceptIds: ids } });
      if (row.status !== "DRAFT") await noteTalentPhrases({ talentId: id });
    },
  });
}
