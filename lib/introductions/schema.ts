import type { AppLocale } from "#lib/i18n/locales.ts";
import type { ScorePart } from "#lib/matches/explanation.ts";
import type { AnonymousCv, AnonymousProfile } from "#lib/talents/projection.ts";

/** In an enterprise's words: waits for its answer, introduced, declined by it, or ended by the talent or the need. */
export type CandidateState = "waiting" | "introduced" | "declined" | "ended";

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

export type CandidateIdentity = {
  nameZh: string | null;
  nameEn: string | null;
  email: string | null;
  phone: string | null;
  wechat: string | null;
  whatsapp: string | null;
  cvs: { id: string; filename: string }[];
};

export type Candidate = CandidateSummary & {
  score: number | null;
  parts: ScorePart[];
  profile: AnonymousProfile | null;
  /** only by the talent's choice, or once introduced */
  cv: AnonymousCv | null;
  identity: CandidateIdentity | null;
  enterpriseReason: string | null;
  enterpriseReasonCode: string | null;
  answeredAt: Date | null;
  introducedAt: Date | null;
  /** the office that accompanies the introduction */
  office: "HONG_KONG" | "YANTAI" | null;
};
