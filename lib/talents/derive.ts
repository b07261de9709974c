import { monthIndex, unionMonths } from "#lib/matching/dates.ts";
import { talentFields } from "#lib/matching/fields.ts";
import { educationOrder, isInternship } from "#lib/matching/levels.ts";
import { normaliseText, searchTokens } from "#lib/matching/text.ts";
import type { Dictionary } from "#lib/matching/types.ts";
import { annualCny } from "#lib/terms/money.ts";
import { MARKS, maskText, type OrganisationKind, organisationKind } from "./mask.ts";
import type { EducationEntry, ExperienceEntry, Member, Profile } from "./profile.ts";

export type DeriveWith = {
  code: string;
  /** every name the person goes by, and every address they are reached by; only used to take them out of the anonymous texts */
  names: readonly string[];
  contacts: readonly string[];
  members: readonly Member[];
  dictionary: Dictionary;
  /** YYYY-MM-DD */
  today: string;
};

/** The profile's texts as an enterprise may read them; masks are marks of lib/talents/mask.ts. */
export type AnonymousTexts = {
  headline: string;
  summary: string;
  skills: string[];
  qualifications: string[];
  outputs: string[];
  /** of each entry of the education, in its order */
  disciplines: string[];
  members: Member[];
  experience: {
    title: string;
    kind: OrganisationKind | null;
    industry: string;
    from: string | null;
    to: string | null;
    description: string;
  }[];
};

/** Position of the highest finished degree in the order of levels; null when none is stated. */
export function educationRank(education: readonly EducationEntry[], today: string): number | null {
  const year = Number(today.slice(0, 4));
  const ranks = education
    .filter((entry) => entry.level && (entry.year === null || entry.year <= year))
    .map((entry) => educationOrder.indexOf(entry.level!));
  return ranks.length ? Math.max(...ranks) : null;
}

/** Months of work, overlaps counted once and internships not at all. */
export function experienceMonths(experience: readonly ExperienceEntry[], today: string): number {
  const now = monthIndex(today)!;
  const ranges = experience
    .filter((entry) => !isInternship(normaliseText(entry.title)))
    .flatMap((entry): [number, number][] => {
      const from = monthIndex(entry.from);
      return from === null ? [] : [[from, Math.min(monthIndex(entry.to) ?? now, now)]];
    });
  return unionMonths(ranges);
}

/** The expected minimum in CNY a year. */
export const payFloor = ({ payMin, payCurrency, payPeriod }: Profile): number | null =>
  payMin !== null && payCurrency && payPeriod ? annualCny(payMin, payCurrency, payPeriod) : null;

/** The concepts that the profile's texts name. */
export function conceptIds(
  profile: Profile,
  { members, dictionary, today }: Pick<DeriveWith, "members" | "dictionary" | "today">,
): string[] {
  const texts = talentFields({ id: "", ...profile, members: [...members] } as never, monthIndex(today)!);
  return [...new Set(texts.flatMap(({ text }) => dictionary.find(text).map((hit) => hit.conceptId)))].sort();
}

function tokensOf(profile: Profile, { members, code }: DeriveWith): string[] {
  const words = [
    code,
    profile.headline,
    profile.summary,
    ...profile.skills,
    ...profile.qualifications,
    ...profile.outputs,
    ...profile.experience.flatMap((entry) => [
      entry.title,
      entry.organisation,
      entry.industry,
      entry.description,
    ]),
    ...profile.education.flatMap((entry) => [entry.discipline, entry.institution]),
    ...members.flatMap((member) => [member.role, ...member.skills]),
  ];
  return searchTokens(words.join("\n"));
}

/** The profile's texts with names, contacts and organisations taken out. */
export function anonymousTexts(
  profile: Profile,
  { names, contacts, members }: Pick<DeriveWith, "names" | "contacts" | "members">,
): AnonymousTexts {
  const organisations = [
    ...profile.experience.map((entry) => entry.organisation),
    ...profile.education.map((entry) => entry.institution),
  ].filter(Boolean);
  const mask = (text: string) => maskText(text, { names, contacts, organisations });
  return {
    headline: mask(profile.headline),
    summary: mask(profile.summary),
    skills: profile.skills.map(mask),
    qualifications: profile.qualifications.map(mask),
    outputs: profile.outputs.map(mask),
    disciplines: profile.education.map((entry) => mask(entry.discipline)),
    members: members.map(({ role, skills }) => ({ role: mask(role), skills: skills.map(mask) })),
    experience: profile.experience.map((entry) => ({
      title: mask(entry.title),
      kind: entry.organisation ? organisationKind(entry.organisation) : null,
      industry: mask(entry.industry),
      from: entry.from,
      to: entry.to,
      description: mask(entry.description),
    })),
  };
}

/** What can be found by words in the anonymous texts, and nothing else of the profile. */
function openTokens(texts: AnonymousTexts): Set<string> {
  const words = [
    texts.headline,
    texts.summary,
    ...texts.skills,
    ...texts.qualifications,
    ...texts.outputs,
    ...texts.disciplines,
    ...texts.experience.flatMap(({ title, industry, description }) => [title, industry, description]),
    ...texts.members.flatMap(({ role, skills }) => [role, ...skills]),
  ];
  return new Set(searchTokens(words.join("\n").replace(MARKS, " ")));
}

/** Every column that is computed from the profile: for filters, search, and the anonymous view. Used by each write. */
export function derive(profile: Profile, given: DeriveWith) {
  const [tokens, anonymous] = [tokensOf(profile, given), anonymousTexts(profile, given)];
  const open = openTokens(anonymous);
  return {
    educationRank: educationRank(profile.education, given.today),
    experienceMonths: experienceMonths(profile.experience, given.today),
    payFloor: payFloor(profile),
    languageCodes: profile.languages.map(({ code, level }) => `${code}:${level}`),
    conceptIds: conceptIds(profile, given),
    searchTokens: tokens,
    hiddenTokens: tokens.filter((token) => !open.has(token)),
    anonymous,
  };
}
