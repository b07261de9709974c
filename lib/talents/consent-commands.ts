import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { type EndedConsent, endConsents, grantOnly } from "#lib/consents/commands.ts";
import { BASE } from "#lib/consents/policy.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { endMatches } from "./edit.ts";
import { canMove, ownTalent } from "./policy.ts";
import { move, readSubject } from "./store.ts";
import { leaveTeams } from "./team-commands.ts";

/**
 * Taking consents back, each in one transaction: what rests on them ends by a job, but reads are shut at once, because every one
 * of them asks for these rows.
 */
const toEnterprises = { enterpriseId: { not: null } } satisfies Prisma.ConsentWhereInput;

/**
 * Takes one consent back. Of a category given to an enterprise its transfer across the border ends with it, and the other way
 * round; with the consent to be introduced everything ends that was given for that need.
 */
export async function withdrawConsent(viewer: Viewer, consentId: string): Promise<void> {
  await transaction(viewer, async (tx) => {
    const [ended] = await endOwn(tx, viewer, { id: consentId, purpose: { not: "TEAM" } });
    if (!ended) throw new NotFoundError();
    const { purpose, matchId, category } = ended;
    if (purpose === "MATCHING") return leaveMatching(tx, viewer, ended.talentId);
    const rest = await endOwn(tx, viewer, { matchId, ...(category === BASE ? {} : { category }) });
    await follow(tx, [ended, ...rest]);
  });
}

/** Takes back everything that was given to one enterprise, for whatever need. */
export async function withdrawFromEnterprise(viewer: Viewer, enterpriseId: string): Promise<void> {
  await transaction(viewer, async (tx) => {
    const ended = await endOwn(tx, viewer, { enterpriseId });
    if (ended.length === 0) throw new NotFoundError();
    await follow(tx, ended);
  });
}

/** Takes everything back at once: from all enterprises, from the teams of others, and from matching. */
export async function withdrawEverything(viewer: Viewer): Promise<void> {
  // a team's profile is written anew without its member: only the workstation may do that, for what is the viewer's own
  await transaction(systemViewer(viewer.name), async (tx) => {
    await follow(tx, await endOwn(tx, viewer, toEnterprises));
    await leaveTeams(tx, viewer);
    const [matching] = await endOwn(tx, viewer, { purpose: "MATCHING" });
    if (matching) await leaveMatching(tx, viewer, matching.talentId);
  });
}

const endOwn = (tx: Tx, viewer: Viewer, where: Prisma.ConsentWhereInput) =>
  endConsents(tx, viewer, { AND: [where, { talent: ownTalent(viewer) }] }, "WITHDRAWN");

/** Matches end that no consent carries any more, and open pages of their cases hear of it at once. */
async function follow(tx: Tx, ended: EndedConsent[]): Promise<void> {
  const base = ended.find(({ category }) => category === BASE);
  if (base) await endMatches(tx, base.talentId, "consentWithdrawn");
  const matchIds = [...new Set(ended.flatMap(({ matchId }) => matchId ?? []))];
  const cases = await tx.introduction.findMany({
    where: { matchId: { in: matchIds } },
    select: { id: true },
  });
  for (const { id } of cases) await tell(tx, "case_changed", id);
}

async function leaveMatching(tx: Tx, viewer: Viewer, talentId: string): Promise<void> {
  const { status } = await readSubject(tx, { id: talentId });
  const verb = (["suspend", "takeBack"] as const).find((one) => canMove(one, status));
  if (verb) await move(tx, viewer, verb, { id: talentId });
  await endMatches(tx, talentId, "consentWithdrawn");
}

/** Consent to be kept and matched, given anew after it was withdrawn. */
export async function grantMatchingConsent(
  viewer: Viewer,
  locale: AppLocale = fromDbLocale(viewer.locale),
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { id } = await readSubject(tx, ownTalent(viewer));
    await grantOnly(tx, viewer, { talentId: id, purpose: "MATCHING", locale: toDbLocale(locale) });
  });
}
