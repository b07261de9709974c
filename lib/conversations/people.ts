import type { Viewer } from "#lib/auth/viewer.ts";
import { consentedTo } from "#lib/consents/policy.ts";
import type { Tx } from "#lib/db.ts";
import type { CaseSide, Office, ThreadParty } from "#prisma/generated/enums.ts";
import { sidesOf } from "./policy.ts";
import type { Person } from "./schema.ts";

export type CaseOf = {
  id: string;
  talentId: string;
  enterpriseId: string;
  office: Office;
  ownerId: string | null;
};

const MOST = 60;

/**
 * The people at a thread, by the names under which the viewer may know them. An enterprise knows the talent by name only while
 * row-level security shows it the identity, else by the code.
 */
export async function peopleOf(tx: Tx, viewer: Viewer, of: CaseOf, party: ThreadParty): Promise<Person[]> {
  const sides = sidesOf(party);
  // one after the other: a transaction is one connection
  const talent = sides.includes("TALENT") ? await talentOf(tx, viewer, of) : [];
  const members = sides.includes("ENTERPRISE") ? await membersOf(tx, of) : [];
  return [...talent, ...members, ...(await staffOf(tx, of))];
}

async function talentOf(tx: Tx, viewer: Viewer, { id: caseId, talentId }: CaseOf): Promise<Person[]> {
  const talent = await tx.talent.findUnique({
    where: { id: talentId },
    select: { code: true, account: { select: { id: true, displayName: true } } },
  });
  if (!talent?.account) return [];
  const { id, displayName } = talent.account;
  const name = viewer.role === "ENTERPRISE" ? await nameShown(tx, caseId, talent.code) : displayName;
  return [{ id, name, side: "TALENT" }];
}

/** By the consent for the need of this very case; row-level security asks the ledger once more. */
async function nameShown(tx: Tx, caseId: string, code: string): Promise<string> {
  const given = { introductions: { some: { id: caseId, match: consentedTo("identity") } } };
  const known = await tx.talentIdentity.findFirst({
    where: { talent: given },
    select: { nameZh: true, nameEn: true },
  });
  return known?.nameZh || known?.nameEn || code;
}

const person = (side: CaseSide) => (account: { id: string; displayName: string }) => ({
  id: account.id,
  name: account.displayName,
  side,
});

const membersOf = async (tx: Tx, { enterpriseId }: CaseOf): Promise<Person[]> =>
  (
    await tx.account.findMany({
      where: { enterpriseId, role: "ENTERPRISE", disabledAt: null },
      orderBy: { createdAt: "asc" },
      select: { id: true, displayName: true },
      take: MOST,
    })
  ).map(person("ENTERPRISE"));

/** The officer of the case first, then the officers of its office and who has written in it. */
async function staffOf(tx: Tx, of: CaseOf): Promise<Person[]> {
  const written = await tx.threadMessage.groupBy({
    by: ["authorId"],
    where: { thread: { introductionId: of.id }, side: "STAFF", authorId: { not: null } },
    orderBy: { authorId: "asc" },
    take: MOST,
  });
  const known = [of.ownerId, ...written.map(({ authorId }) => authorId)].filter((id) => id !== null);
  const accounts = await tx.account.findMany({
    where: {
      disabledAt: null,
      role: { in: ["OFFICER", "ADMIN"] },
      OR: [{ id: { in: known } }, { role: "OFFICER", office: of.office }],
    },
    orderBy: { createdAt: "asc" },
    select: { id: true, displayName: true },
    take: MOST,
  });
  return accounts
    .sort((a, b) => Number(b.id === of.ownerId) - Number(a.id === of.ownerId))
    .map(person("STAFF"));
}

/** Who a text names by @; of two names that begin alike the longer one counts. */
export function mentionsIn(body: string, people: readonly Person[]): string[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const named = new Set<string>();
  for (let at = body.indexOf("@"); at >= 0; at = body.indexOf("@", at + 1)) {
    const rest = body.slice(at + 1);
    const found = byLength.find(({ name }) => name !== "" && rest.startsWith(name));
    if (found) named.add(found.id);
  }
  return [...named];
}
