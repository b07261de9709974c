import type { Giveable } from "#lib/consents/schema.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { ScorePart } from "#lib/matches/explanation.ts";
import type { AnonymousCv, AnonymousProfile } from "#lib/talents/projection.ts";

/** In an enterprise's words: waits for its answer, introduced, declined by it, or ended by the talent or the need. */
export const CANDIDATE_STATES = ["waiting", "introduced", "declined", "ended"] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

export type CandidateSummary = {
  id: string;
  state: CandidateState;
  code: string;
  needId: string;
  needCode: string;
  needTitle: string;
  needLang: AppLocale;
  /** null where nothing of the person may be read */
  headline: string | null;
  headlineLang: AppLocale;
  since: Date;
};

/** A candidate in the list, in the group where it stands there. */
export type ListedCandidate = CandidateSummary & { group: CandidateState };

/** Null is what the person has not given, or what is not open yet. */
export type CandidatePerson = {
  name: { nameZh: string | null; nameEn: string | null } | null;
  contact: {
    email: string | null;
    phone: string | null;
    wechat: string | null;
    whatsapp: string | null;
  } | null;
  cvs: { id: string; filename: string }[] | null;
};

/** Why a category can be read, or not: `opensOnAcceptance` was given and waits for the enterprise's yes, `withdrawn` was given once, `empty` is given but there is no file. */
export type CategoryStanding = {
  category: Giveable;
  standing: "open" | "opensOnAcceptance" | "notGiven" | "withdrawn" | "empty";
};

/** Who or what ended it: as the causes of matches say it to the enterprise. */
export const CANDIDATE_ENDS = ["person", "you", "filled", "closed", "expired", "silent", "station"] as const;
export type CandidateEnd = (typeof CANDIDATE_ENDS)[number];

export type Candidate = CandidateSummary & {
  /** why nothing can be read any more; null while something can, or where it cannot be told */
  end: CandidateEnd | null;
  score: number | null;
  parts: ScorePart[];
  profile: AnonymousProfile | null;
  /** the work history with identity removed, where it was given */
  cv: AnonymousCv | null;
  person: CandidatePerson;
  /** every category in one order; empty where nothing of the person may be read */
  categories: CategoryStanding[];
  enterpriseReason: string | null;
  enterpriseReasonCode: string | null;
  answeredAt: Date | null;
  introducedAt: Date | null;
  /** of the introduction, once both have accepted */
  caseId: string | null;
  /** the office that accompanies the introduction */
  office: "HONG_KONG" | "YANTAI" | null;
};
