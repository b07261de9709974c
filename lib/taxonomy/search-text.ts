import { searchTokens } from "#lib/matching/text.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { currentDictionary } from "./current.ts";

type Alternatives = { concept?: string; tokens: string[][] };

/** The parts of a query that must all be met, each by any of its alternatives. */
export function searchParts(query: string, dictionary = currentDictionary()): Alternatives[] {
  const hits = dictionary.find(query);
  const known = hits.map(
    (hit): Alternatives => ({
      concept: hit.conceptId,
      tokens: [searchTokens(query.slice(hit.start, hit.end))],
    }),
  );
  const rest = hits.reduceRight((text, hit) => `${text.slice(0, hit.start)} ${text.slice(hit.end)}`, query);
  const words = searchTokens(rest).filter(
    (term, _, all) => !all.some((other) => other !== term && other.includes(term)),
  );
  return [
    ...known,
    ...words.map((term) => ({
      tokens: [[term], ...(dictionary.translations?.get(term) ?? []).map((other) => [other.term])],
    })),
  ];
}

/**
 * Free text as a condition on `searchTokens` and `conceptIds`: every word must be met; one that the dictionary knows is also
 * met by its concept or its word in the other language, so that 數據, 数据 and data find the same rows.
 */
export function textCondition(query: string): Prisma.Sql {
  const parts = searchParts(query).map(({ concept, tokens }) => {
    const ways = tokens.map((terms) => Prisma.sql`"searchTokens" @> ${terms}::text[]`);
    if (concept) ways.push(Prisma.sql`"conceptIds" @> ARRAY[${concept}]::text[]`);
    return Prisma.sql`(${Prisma.join(ways, " OR ")})`;
  });
  return parts.length ? Prisma.join(parts, " AND ") : Prisma.sql`TRUE`;
}
