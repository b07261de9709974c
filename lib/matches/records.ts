import type { NeedInput, TalentInput } from "#lib/matching/types.ts";
import { toNeedInput } from "#lib/needs/projection.ts";
import { contentSelect } from "#lib/needs/rows.ts";
import { talentInputSelect, toTalentInput } from "#lib/talents/projection.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What matching reads of a profile: no identity, no contact. */
export const talentRecord = { ...talentInputSelect, version: true } as const satisfies Prisma.TalentSelect;
export type TalentRecord = Prisma.TalentGetPayload<{ select: typeof talentRecord }>;

export const needRecord = {
  id: true,
  enterpriseId: true,
  version: true,
  updatedAt: true,
  weightFactors: true,
  ...contentSelect,
} as const satisfies Prisma.NeedSelect;
export type NeedRecord = Prisma.NeedGetPayload<{ select: typeof needRecord }>;

export const talentInputOf = (row: TalentRecord): TalentInput => toTalentInput(row);
export const needInputOf = (row: NeedRecord): NeedInput => toNeedInput(row);

/** The state of a row that a result was made from. */
export const stampOf = (row: { version: number; updatedAt: Date }) =>
  `${row.version}@${row.updatedAt.getTime()}`;
