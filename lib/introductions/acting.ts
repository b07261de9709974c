import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { BASE, consentedTo } from "#lib/consents/policy.ts";
import type { Tx } from "#lib/db.ts";
import { DomainError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { casesOpenTo, keptBy, running } from "./policy.ts";

/** The consents that open the case to the enterprise hold now: looked up itself, so that nothing waits for the job that ends the case. */
export const consented: Prisma.IntroductionWhereInput = {
  match: { status: "INTRODUCED", ...consentedTo(BASE) },
};

/** Cases in which this viewer may do something: theirs, running, and both consents in force. For staff as for everybody. */
export const actableBy = (viewer: Viewer): Prisma.IntroductionWhereInput => ({
  AND: [casesOpenTo(viewer), { status: running }, consented],
});

/** As `actableBy`; of staff the office that has the case. */
export const movableBy = (viewer: Viewer): Prisma.IntroductionWhereInput => ({
  AND: [actableBy(viewer), isStaff(viewer) ? keptBy(viewer) : {}],
});

/** As `actableBy`, and those that are closed: people go on talking, and are asked once more after a year. */
export const answerableBy = (viewer: Viewer): Prisma.IntroductionWhereInput => ({
  AND: [casesOpenTo(viewer), { OR: [{ status: running }, { status: "CLOSED" }] }, consented],
});

export const actingSelect = {
  id: true,
  code: true,
  status: true,
  version: true,
  office: true,
  ownerId: true,
  matchId: true,
  needId: true,
  talentId: true,
  enterpriseId: true,
  createdAt: true,
} as const satisfies Prisma.IntroductionSelect;
export type ActingCase = Prisma.IntroductionGetPayload<{ select: typeof actingSelect }>;

/**
 * The case as it is now, held until the transaction ends: of two who act at once, the second sees what the first did.
 * @throws NotFoundError out of scope; DomainError caseOver when it has ended or a consent was withdrawn, caseAtOtherOffice
 */
export async function holdCase(
  tx: Tx,
  viewer: Viewer,
  id: string,
  scope: (viewer: Viewer) => Prisma.IntroductionWhereInput = actableBy,
): Promise<ActingCase> {
  await tx.$queryRaw`SELECT 1 FROM "Introduction" WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.introduction.findFirst({
    where: { AND: [{ id }, scope(viewer)] },
    select: actingSelect,
  });
  if (found) return found;
  const find = (where: Prisma.IntroductionWhereInput) =>
    tx.introduction.findFirst({ where: { AND: [{ id }, where] }, select: { id: true } });
  if (!(await find(casesOpenTo(viewer)))) {
    // an enterprise knew of it until a moment ago
    const closed = viewer.role === "ENTERPRISE" && (await find({ enterpriseId: viewer.enterpriseId! }));
    throw closed ? new DomainError("caseOver") : new NotFoundError();
  }
  throw new DomainError((await find(actableBy(viewer))) ? "caseAtOtherOffice" : "caseOver");
}
