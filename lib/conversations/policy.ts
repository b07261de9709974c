import type { Viewer } from "#lib/auth/viewer.ts";
import { casesOpenTo, sideOf } from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, ThreadParty } from "#prisma/generated/enums.ts";
import { PARTIES } from "./limits.ts";

const SIDES = {
  ALL: ["TALENT", "ENTERPRISE", "STAFF"],
  TALENT: ["TALENT", "STAFF"],
  ENTERPRISE: ["ENTERPRISE", "STAFF"],
} as const satisfies Record<ThreadParty, CaseSide[]>;

/** The sides that sit at a thread. */
export const sidesOf = (party: ThreadParty): readonly CaseSide[] => SIDES[party];

/** The threads that a side has in every case. */
export const partiesOf = (side: CaseSide): ThreadParty[] =>
  PARTIES.filter((party) => sidesOf(party).includes(side));

/** The threads that a viewer may read: those of their side, in cases that are open to them. Row-level security says the same again. */
export const threadsOpenTo = (viewer: Viewer): Prisma.ThreadWhereInput => ({
  party: { in: partiesOf(sideOf(viewer)) },
  introduction: casesOpenTo(viewer),
});
