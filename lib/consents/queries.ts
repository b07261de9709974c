import type { Tx } from "#lib/db.ts";
import type { ConsentEnd } from "#prisma/generated/enums.ts";
import { inForce } from "./policy.ts";
import { GIVEABLE, type Giveable } from "./schema.ts";

export type Given = ReadonlySet<Giveable>;
const NONE: Given = new Set();
export type EndedGift = { category: Giveable; endedAt: Date; endedBy: ConsentEnd };

/** Of each category that was ever given for a match and has ended, when and by what it ended last. */
export async function endedFor(source: Pick<Tx, "consent">, matchId: string): Promise<EndedGift[]> {
  const rows = await source.consent.findMany({
    where: { matchId, purpose: "INTRODUCTION", withdrawnAt: { not: null } },
    orderBy: { withdrawnAt: "desc" },
    take: 100,
    select: { category: true, withdrawnAt: true, endedBy: true },
  });
  return GIVEABLE.flatMap((category) => {
    const last = rows.find((row) => row.category === category);
    return last?.withdrawnAt && last.endedBy
      ? [{ category, endedAt: last.withdrawnAt, endedBy: last.endedBy }]
      : [];
  });
}

/** What was given to the enterprise of each match and may cross the border to it, in one query. */
export async function givenFor(
  source: Pick<Tx, "consent">,
  matchIds: string[],
): Promise<(matchId: string) => Given> {
  const rows = await source.consent.findMany({
    where: { matchId: { in: matchIds }, purpose: { in: ["INTRODUCTION", "CROSS_BORDER"] }, ...inForce },
    select: { matchId: true, purpose: true, category: true },
    take: matchIds.length * GIVEABLE.length * 2,
  });
  const held = new Set(rows.map(({ matchId, purpose, category }) => `${matchId} ${purpose} ${category}`));
  const given = new Map(
    matchIds.map((id) => [
      id,
      new Set(
        GIVEABLE.filter(
          (one) => held.has(`${id} INTRODUCTION ${one}`) && held.has(`${id} CROSS_BORDER ${one}`),
        ),
      ),
    ]),
  );
  return (matchId) => given.get(matchId) ?? NONE;
}
