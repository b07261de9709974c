import { searchTokens } from "#lib/matching/text.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Scope } from "./announce.ts";

/** A condition on `conceptIds` and `searchTokens` that every row meets which a change of the dictionary may concern. */
export function affectedBy(scope: Scope): Prisma.Sql {
  if (!scope) return Prisma.sql`TRUE`;
  const ways = scope.forms
    .map((form) => searchTokens(form))
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => Prisma.sql`"searchTokens" @> ${tokens}::text[]`);
  if (scope.concepts.length > 0) ways.push(Prisma.sql`"conceptIds" && ${scope.concepts}::text[]`);
  return ways.length > 0 ? Prisma.sql`(${Prisma.join(ways, " OR ")})` : Prisma.sql`FALSE`;
}
