import type { AppLocale } from "#lib/i18n/locales.ts";
import type { NeedDraft, NeedStatus, NeedType } from "./schema.ts";

/** How many people are where, in numbers only: before a talent accepts, an enterprise reads nothing of a person. */
export type Progress = {
  /** suggested or in review at the workstation */
  reviewing: number;
  /** invited, the talent has not answered */
  invited: number;
  /** the talent accepted: the enterprise's turn */
  yourTurn: number;
  introduced: number;
  declined: number;
};

export type NeedSummary = {
  id: string;
  code: string;
  title: string;
  type: NeedType;
  status: NeedStatus;
  locale: AppLocale;
  headcount: number;
  filledCount: number;
  deadline: string | null;
  updatedAt: Date;
  openedAt: Date | null;
  submittedAt: Date | null;
  progress: Progress;
};

export type NeedAbilities = {
  edit: boolean;
  submit: boolean;
  pause: boolean;
  resume: boolean;
  fill: boolean;
  close: boolean;
  withdraw: boolean;
  clone: boolean;
};

/** A need with all its owner wrote. */
export type NeedForOwner = NeedDraft & {
  id: string;
  code: string;
  status: NeedStatus;
  version: number;
  filledCount: number;
  reviewNote: string | null;
  closeReason: string | null;
  office: "HONG_KONG" | "YANTAI";
  officeSince: Date;
  submittedAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  enterpriseStatus: string;
  progress: Progress;
  can: NeedAbilities;
};

export type NeedForStaff = Omit<NeedForOwner, "can"> & {
  externalId: string | null;
  demo: boolean;
  assigneeId: string | null;
  assigneeName: string | null;
  matchedAt: Date | null;
  enterprise: { id: string; name: string; nameEn: string | null; status: string; holding: boolean };
  can: {
    open: boolean;
    return: boolean;
    pause: boolean;
    resume: boolean;
    close: boolean;
    handOver: boolean;
    take: boolean;
  };
};

/** An open need as everybody may read it: no contact, and no enterprise's name where it asked for confidentiality. */
export type OpenNeedSummary = {
  id: string;
  code: string;
  title: string;
  type: NeedType;
  direction: string;
  locale: AppLocale;
  chain: string;
  district: string;
  ftz: boolean;
  modes: string[];
  daysPerMonth: number | null;
  headcount: number;
  pay: {
    min: number | null;
    max: number | null;
    currency: "CNY" | "HKD";
    period: "year" | "month" | "day";
  } | null;
  deadline: string | null;
  openedAt: Date;
  demo: boolean;
  /** null: the workstation stands in its place */
  enterprise: { name: string; nameEn: string | null } | null;
};

export type OpenNeed = OpenNeedSummary & {
  description: string;
  duties: string[];
  mustHave: string[];
  preferred: string[];
  educationMin: string | null;
  disciplines: string[];
  experienceYearsMin: number | null;
  qualificationsRequired: string[];
  languages: { code: string; level: string; required: boolean }[];
  chainText: string;
  housing: boolean;
  relocation: boolean;
  start: string | null;
  ipTerms: string;
  filledCount: number;
};

export type FacetName = "chain" | "type" | "district" | "mode" | "direction";
/** How many needs each value would leave, with all other filters as they are. Most first. */
export type Facets = Record<FacetName, { value: string; count: number }[]>;
export type OpenNeedFilters = Partial<Record<FacetName, string>> & {
  q?: string;
  after?: string;
  limit?: number;
};
export type OpenNeedPage = {
  needs: OpenNeedSummary[];
  total: number;
  facets: Facets;
  /** for `after` of the next page; null on the last */
  next: string | null;
};

/** What an enterprise has in hand, by who has the ball. Each list holds the last changed; the full list is the needs page. */
export type CurrentNeeds = Record<"drafts" | "returned" | "submitted" | "open", NeedSummary[]>;
