import { fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type ContentRow, dayOf, toDraft } from "./rows.ts";
import type { NeedType } from "./schema.ts";
import { LOOKING } from "./states.ts";
import type { OpenNeed, OpenNeedSummary } from "./views.ts";

/** What the public may see: open, and of an enterprise that stands verified now. */
export const isPublic = { status: { in: [...LOOKING] }, enterprise: { status: "VERIFIED" as const } };

export const openSelect = {
  id: true,
  code: true,
  title: true,
  type: true,
  direction: true,
  locale: true,
  chain: true,
  district: true,
  ftz: true,
  modes: true,
  daysPerMonth: true,
  headcount: true,
  payMin: true,
  payMax: true,
  payCurrency: true,
  payPeriod: true,
  deadline: true,
  openedAt: true,
  demo: true,
  confidential: true,
  enterprise: { select: { name: true, nameEn: true, holding: true } },
} as const satisfies Prisma.NeedSelect;
export type OpenRow = Prisma.NeedGetPayload<{ select: typeof openSelect }>;

export function toSummary(row: OpenRow): OpenNeedSummary {
  const { enterprise, confidential, payMin, payMax, payCurrency, payPeriod, ...rest } = row;
  const named = !confidential && !enterprise.holding;
  return {
    ...rest,
    type: row.type as NeedType,
    locale: fromDbLocale(row.locale),
    deadline: dayOf(row.deadline),
    openedAt: row.openedAt ?? new Date(0),
    pay:
      payCurrency && payPeriod && (payMin !== null || payMax !== null)
        ? {
            min: payMin,
            max: payMax,
            currency: payCurrency as "CNY" | "HKD",
            period: payPeriod as "year" | "month" | "day",
          }
        : null,
    enterprise: named ? { name: enterprise.name, nameEn: enterprise.nameEn } : null,
  };
}

/** All but contact and the confidential enterprise's name. */
export function toOpenNeed(row: OpenRow & ContentRow & { filledCount: number }): OpenNeed {
  const draft = toDraft(row);
  const shown = Object.fromEntries(Object.keys(openSelect).map((key) => [key, row[key as keyof OpenRow]]));
  return {
    ...toSummary(shown as unknown as OpenRow),
    description: draft.description,
    duties: draft.duties,
    mustHave: draft.mustHave,
    preferred: draft.preferred,
    educationMin: draft.educationMin,
    disciplines: draft.disciplines,
    experienceYearsMin: draft.experienceYearsMin,
    qualificationsRequired: draft.qualificationsRequired,
    languages: draft.languages,
    chainText: draft.chainText,
    housing: draft.housing,
    relocation: draft.relocation,
    start: draft.start,
    ipTerms: draft.ipTerms,
    filledCount: row.filledCount,
  };
}
