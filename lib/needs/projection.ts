import type { NeedInput } from "#lib/matching/types.ts";
import { type ContentRow, toDraft } from "./rows.ts";
import type { NeedDraft } from "./schema.ts";

/** A need as the matching engine reads it: content only, no contact, no enterprise. */
export const toNeedInput = (row: ContentRow & { id: string }): NeedInput => draftInput(row.id, toDraft(row));

/** The same of one that is being written. */
export function draftInput(id: string, need: NeedDraft): NeedInput {
  const amount = need.payMin ?? need.payMax;
  return {
    id,
    type: need.type,
    direction: need.direction,
    locale: need.locale,
    title: need.title,
    description: need.description,
    duties: need.duties,
    mustHave: need.mustHave,
    preferred: need.preferred,
    educationMin: need.educationMin,
    disciplines: need.disciplines,
    experienceYearsMin: need.experienceYearsMin,
    qualificationsRequired: need.qualificationsRequired,
    languages: need.languages,
    modes: need.modes,
    daysPerMonth: need.daysPerMonth,
    // the poster's own words say more than the list's entry
    chain: need.chainText || need.chain,
    district: need.district,
    ftz: need.ftz,
    pay:
      amount !== null && need.payCurrency && need.payPeriod
        ? { min: amount, max: need.payMax, currency: need.payCurrency, period: need.payPeriod }
        : null,
    headcount: need.headcount,
    start: need.start,
    deadline: need.deadline,
  };
}
