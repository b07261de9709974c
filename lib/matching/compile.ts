import { asOfMonth, type MatchContext } from "./context.ts";
import { unionMonths } from "./dates.ts";
import { type FieldDemand, type Requirement, readFieldDemand, readRequirement } from "./demand.ts";
import { type Entry, jobRange, monthsOfWork, readEntries } from "./entries.ts";
import { type NeedField, needFields, type TalentField, talentFields } from "./fields.ts";
import { seniorityOf } from "./levels.ts";
import { type LicenceDemand, type LicenceHeld, readLicenceDemands, readLicenceHeld } from "./licences.ts";
import { type Credit, spreadCredits } from "./links.ts";
import { type YearlyPay, yearlyPay } from "./money.ts";
import { clauses } from "./stance.ts";
import { type Mention, type MonthsOf, type Readings, readSupply } from "./supply.ts";
import { normaliseText } from "./text.ts";
import { readTitle, type TitleVector } from "./titles.ts";
import type { NeedInput, TalentInput } from "./types.ts";

export type CompiledTalent = {
  id: string;
  input: TalentInput;
  fields: TalentField[];
  mentions: Mention[];
  /** concepts that the texts name, with the strength of all their mentions together */
  shown: Map<string, number>;
  /** what they give towards these and others, along the links */
  concepts: Map<string, Credit>;
  terms: Map<number, number>;
  length: number;
  entries: Entry[];
  /** months of the union of all jobs but internships; null when no experience is stated */
  months: number | null;
  seniority: number | null;
  /** concepts of the degrees' disciplines */
  disciplines: Map<string, Credit>;
  /** headline and titles of jobs */
  titles: TitleVector[];
  licences: LicenceHeld[] | null;
  pay: YearlyPay | null;
  context: MatchContext;
};

export type CompiledNeed = {
  id: string;
  input: NeedInput;
  fields: NeedField[];
  mustHave: Requirement[];
  preferred: Requirement[];
  title: FieldDemand;
  titleVector: TitleVector;
  field: FieldDemand;
  /** nothing but a title is said of the work */
  titleOnly: boolean;
  disciplines: { text: string; conceptIds: string[] }[];
  seniority: number | null;
  licences: LicenceDemand[];
  pay: YearlyPay | null;
  internship: boolean;
  context: MatchContext;
};

/** A headline that is a row of keywords is no title. */
const isListed = (text: string): boolean => clauses(normaliseText(text)).every((clause) => clause.listed);

/** Months that some of a talent's jobs cover together. */
function monthsOfJobs(input: TalentInput, now: number): MonthsOf {
  return (entries) => {
    const ranges = [...entries].map((index) => jobRange(input, index, now)).filter((found) => found !== null);
    return ranges.length > 0 ? unionMonths(ranges) : null;
  };
}

/** A profile with everything precomputed that its pairs need. Throws RangeError when `asOf` is no date. */
export function compileTalent(
  input: TalentInput,
  context: MatchContext,
  readings?: Readings,
): CompiledTalent {
  const { dictionary, corpus } = context;
  const now = asOfMonth(context);
  const fields = talentFields(input, now);
  const supply = readSupply(fields, dictionary, corpus, monthsOfJobs(input, now), readings);
  const entries = readEntries(input, supply.mentions, context);
  const studied = supply.mentions.filter((mention) => mention.place === "education");
  const latest = entries.find((entry) => entry.current) ?? entries[0];
  return {
    id: input.id,
    input,
    fields,
    mentions: supply.mentions,
    shown: supply.concepts,
    concepts: spreadCredits(supply.concepts, dictionary),
    terms: supply.terms,
    length: supply.length,
    entries,
    months: monthsOfWork(input, entries),
    seniority: seniorityOf(normaliseText(input.headline ?? "")) ?? latest?.seniority ?? null,
    disciplines: spreadCredits(new Map(studied.map((mention) => [mention.conceptId, 1])), dictionary),
    titles: fields
      .filter(
        (field) => (field.place === "headline" && !isListed(field.text)) || field.field.endsWith(".title"),
      )
      .map((field) => readTitle(field.text, dictionary, corpus, field.recent)),
    licences: input.qualifications?.map((text) => readLicenceHeld(text, dictionary)) ?? null,
    pay: yearlyPay(input.expectedPay),
    context,
  };
}

/** A need with everything precomputed that its pairs need. */
export function compileNeed(input: NeedInput, context: MatchContext): CompiledNeed {
  const { dictionary, corpus } = context;
  const fields = needFields(input);
  const requirements = (list: "mustHave" | "preferred") =>
    fields
      .filter((field) => field.field.startsWith(`${list}[`))
      .map((field) => readRequirement(field, dictionary, corpus));
  return {
    id: input.id,
    input,
    fields,
    mustHave: requirements("mustHave"),
    preferred: requirements("preferred"),
    title: readFieldDemand(
      fields.filter((field) => field.field === "title"),
      dictionary,
      corpus,
    ),
    titleVector: readTitle(input.title ?? "", dictionary, corpus),
    field: readFieldDemand(fields, dictionary, corpus),
    titleOnly: fields.every((field) => field.field === "title"),
    disciplines: (input.disciplines ?? []).map((text) => ({
      text,
      conceptIds: dictionary.find(text).map((hit) => hit.conceptId),
    })),
    seniority: seniorityOf(normaliseText(input.title ?? "")),
    licences: (input.qualificationsRequired ?? []).flatMap((text) => readLicenceDemands(text, dictionary)),
    pay: yearlyPay(input.pay),
    internship: input.type === "internship" || (input.modes?.includes("internship") ?? false),
    context,
  };
}
