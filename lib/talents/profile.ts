import type {
  Currency,
  Direction,
  EducationLevel,
  Intention,
  LanguageLevel,
  Pathway,
  PayPeriod,
} from "#lib/matching/types.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type ExperienceEntry = {
  title: string;
  organisation: string;
  industry: string;
  /** YYYY-MM */
  from: string | null;
  /** YYYY-MM; null while it lasts */
  to: string | null;
  description: string;
};
export type EducationEntry = {
  level: EducationLevel | null;
  discipline: string;
  institution: string;
  year: number | null;
};
export type LanguageEntry = { code: string; level: LanguageLevel };
export type Base = "HK" | "MO" | "CN" | "YT" | "OVERSEAS";

/** What a person tells of themselves, without name and contact. */
export type Profile = {
  headline: string;
  summary: string;
  base: Base | null;
  pathway: Pathway | null;
  direction: Direction | null;
  intentions: Intention[];
  industries: string[];
  skills: string[];
  experience: ExperienceEntry[];
  education: EducationEntry[];
  qualifications: string[];
  languages: LanguageEntry[];
  outputs: string[];
  /** YYYY-MM-DD */
  availableFrom: string | null;
  daysPerMonth: number | null;
  payMin: number | null;
  payMax: number | null;
  payCurrency: Currency | null;
  payPeriod: PayPeriod | null;
  blockedEmployers: string[];
  matchable: boolean;
  alerts: boolean;
};

export type Identity = {
  nameZh: string | null;
  nameEn: string | null;
  email: string | null;
  phone: string | null;
  wechat: string | null;
  whatsapp: string | null;
};

export type Member = { role: string; skills: string[] };

export const EMPTY_PROFILE: Profile = {
  headline: "",
  summary: "",
  base: null,
  pathway: null,
  direction: null,
  intentions: [],
  industries: [],
  skills: [],
  experience: [],
  education: [],
  qualifications: [],
  languages: [],
  outputs: [],
  availableFrom: null,
  daysPerMonth: null,
  payMin: null,
  payMax: null,
  payCurrency: null,
  payPeriod: null,
  blockedEmployers: [],
  matchable: true,
  alerts: true,
};

export const EMPTY_IDENTITY: Identity = {
  nameZh: null,
  nameEn: null,
  email: null,
  phone: null,
  wechat: null,
  whatsapp: null,
};

/** The columns of Talent that hold a profile. */
export const profileSelect = {
  headline: true,
  summary: true,
  base: true,
  pathway: true,
  direction: true,
  intentions: true,
  industries: true,
  skills: true,
  experience: true,
  education: true,
  qualifications: true,
  languages: true,
  outputs: true,
  availableFrom: true,
  daysPerMonth: true,
  payMin: true,
  payMax: true,
  payCurrency: true,
  payPeriod: true,
  blockedEmployers: true,
  matchable: true,
  alerts: true,
} as const satisfies Prisma.TalentSelect;

export const nameSelect = { nameZh: true, nameEn: true } as const satisfies Prisma.TalentIdentitySelect;
export const contactSelect = {
  email: true,
  phone: true,
  wechat: true,
  whatsapp: true,
} as const satisfies Prisma.TalentContactSelect;
/** Names and contact, to be spread into the select of a Talent. */
export const identitySelect = {
  identity: { select: nameSelect },
  contact: { select: contactSelect },
} as const satisfies Prisma.TalentSelect;

/** Both tables as one; what row-level security hides is null. */
export const identityOf = (row: Prisma.TalentGetPayload<{ select: typeof identitySelect }>): Identity => ({
  ...EMPTY_IDENTITY,
  ...row.identity,
  ...row.contact,
});

type ProfileRow = Prisma.TalentGetPayload<{ select: typeof profileSelect }>;

/** A row as a profile; its closed lists and documents were checked by lib/talents/schema.ts when they were written. */
export function profileOf(row: ProfileRow): Profile {
  const picked = Object.fromEntries(
    Object.keys(profileSelect).map((key) => [key, row[key as keyof ProfileRow]]),
  );
  return { ...picked, availableFrom: row.availableFrom?.toISOString().slice(0, 10) ?? null } as Profile;
}

/** A profile as the columns of its row. */
export function columnsOf(profile: Profile) {
  return {
    ...profile,
    availableFrom: profile.availableFrom ? new Date(profile.availableFrom) : null,
  } satisfies Omit<Prisma.TalentUncheckedUpdateInput, "id">;
}

/** What a reader calls them by: the name in their own script first. */
export const displayNameOf = (identity: Pick<Identity, "nameZh" | "nameEn">): string =>
  [identity.nameZh, identity.nameEn].filter(Boolean).join(" ") || "";
