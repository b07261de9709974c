import type { Asked } from "#lib/matching/index/count.ts";
import { languageOrder } from "#lib/matching/levels.ts";
import { readLicenceDemands } from "#lib/matching/licences.ts";
import { searchTokens } from "#lib/matching/text.ts";
import type { Dictionary } from "#lib/matching/types.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { deriveNeed } from "./derive.ts";
import type { NeedFields } from "./schema.ts";

/** One thing the need asks for: what to call it, and when a listed profile meets it. What a profile does not say never excludes it. */
export type Condition = { requirement: Requirement; sql: Prisma.Sql };
export type Requirement = Asked;

export function conditionsOf(need: NeedFields, dictionary: Dictionary): Condition[] {
  const { educationRank, payCeiling } = deriveNeed(need);
  return [
    ...when(
      educationRank !== null,
      { kind: "education" },
      () => Prisma.sql`(t."educationRank" IS NULL OR t."educationRank" >= ${educationRank})`,
    ),
    ...when((need.experienceYearsMin ?? 0) > 0, { kind: "experience" }, () =>
      longEnough(need.experienceYearsMin ?? 0),
    ),
    ...need.languages.filter((language) => language.required).map(speaks),
    ...when(
      need.modes.length > 0,
      { kind: "mode" },
      () => Prisma.sql`(t.intentions = '{}' OR t.intentions && ${need.modes}::text[])`,
    ),
    ...when(
      true,
      { kind: "direction" },
      () => Prisma.sql`(t.direction IS NULL OR t.direction IN ('both', ${need.direction}))`,
    ),
    ...when(
      payCeiling !== null,
      { kind: "pay" },
      () => Prisma.sql`(t."payFloor" IS NULL OR t."payFloor" <= ${Math.round((payCeiling ?? 0) * 1.25)})`,
    ),
    ...when(
      need.deadline !== null,
      { kind: "availability" },
      () => Prisma.sql`(t."availableFrom" IS NULL OR t."availableFrom" <= ${need.deadline}::date)`,
    ),
    ...need.qualificationsRequired.flatMap((text) => licences(text, dictionary)),
    ...need.mustHave.map((text) => shows(text, dictionary)).filter((one) => one !== null),
  ];
}

const when = (present: boolean, requirement: Requirement, sql: () => Prisma.Sql): Condition[] =>
  present ? [{ requirement, sql: sql() }] : [];

/** Up to a year short is for a person to weigh (the matching rules). Without any work history nothing is known. */
const longEnough = (years: number) =>
  Prisma.sql`(t.experience = '[]'::jsonb OR t."experienceMonths" >= ${Math.max(0, (years - 1) * 12)})`;

function speaks({ code, level }: NeedFields["languages"][number]): Condition {
  const enough = languageOrder.slice(languageOrder.indexOf(level));
  const any = enough.map(
    (one) => Prisma.sql`t.languages @> ${JSON.stringify([{ code, level: one }])}::jsonb`,
  );
  return {
    requirement: { kind: "language", code },
    sql: Prisma.sql`(t.languages = '[]'::jsonb OR ${Prisma.join(any, " OR ")})`,
  };
}

/** A licence is a hard condition: a profile that names none does not have it. One line may ask for several. */
const licences = (line: string, dictionary: Dictionary): Condition[] =>
  readLicenceDemands(line, dictionary).map(({ text, alternatives }) => {
    const concepts = alternatives.flatMap((one) => one.conceptIds);
    return {
      requirement: { kind: "licence", text },
      sql: concepts.length ? names(withEquals(concepts, dictionary)) : mentions(text),
    };
  });

/** Whatever the dictionary recognises in the words counts, in any script and with what is a kind of it; else the words themselves. */
function shows(text: string, dictionary: Dictionary): Condition | null {
  const concepts = [
    ...new Set(
      dictionary
        .find(text)
        .filter((hit) => hit.kind !== "industry")
        .map((hit) => hit.conceptId),
    ),
  ];
  if (concepts.length === 0 && !hasWords(text)) return null;
  return {
    requirement: { kind: "mustHave", text },
    sql: concepts.length ? names(withEquals(concepts, dictionary)) : mentions(text),
  };
}

const withEquals = (ids: string[], dictionary: Dictionary): string[] => [
  ...new Set(
    ids.flatMap((id) => [
      id,
      ...dictionary
        .linksOf(id)
        .filter(({ link }) => link === "same" || link === "alias" || link === "narrower")
        .map(({ conceptId }) => conceptId),
    ]),
  ),
];

const names = (conceptIds: string[]) => Prisma.sql`t."conceptIds" && ${conceptIds}::text[]`;

// single characters say nothing
const longTokens = (text: string) => searchTokens(text).filter((token) => token.length > 1);

/** Found by the index, once, and not for each profile anew. */
const mentions = (text: string): Prisma.Sql => Prisma.sql`t.id IN (${idsThatSay(text)})`;

/**
 * Ids of the profiles that say at least half of the words or character pairs, in what an enterprise could read of them: counting by
 * the code or by an employer's name would tell of a single person.
 */
export function idsThatSay(text: string): Prisma.Sql {
  const tokens = longTokens(text).slice(0, 24);
  const enough = Math.max(1, Math.ceil(tokens.length / 2));
  return Prisma.sql`SELECT w.id FROM "Talent" w WHERE w."searchTokens" && ${tokens}::text[]
    AND (SELECT count(*) FROM unnest(${tokens}::text[]) AS word
      WHERE word = ANY(w."searchTokens") AND word <> ALL(w."hiddenTokens")) >= ${enough}`;
}

/** Whether a phrase has words that one can look for. */
export const hasWords = (text: string): boolean => longTokens(text).length > 0;
