import type { EducationLevel, LanguageLevel } from "#lib/matching/types.ts";

/** The place in the CV that a proposal rests on: UTF-16 offsets; `text` is exactly that slice. */
export type Source = { start: number; end: number; text: string };

/** What is not found is absent. `to` is null when the CV says that it lasts. */
export type ExperienceProposal = {
  title?: string;
  organisation?: string;
  /** YYYY-MM; absent when the CV gives a year only */
  from?: string;
  to?: string | null;
  /** where the CV gives a year without a month */
  fromYear?: number;
  toYear?: number;
  /** lines separated by \n */
  description?: string;
  source: Source;
};

export type EducationProposal = {
  level?: EducationLevel;
  discipline?: string;
  institution?: string;
  /** of graduation, present or expected */
  year?: number;
  source: Source;
};

export type LanguageCode = "yue" | "cmn" | "en" | "ja" | "ko" | "de" | "fr" | "ru";
export type LanguageProposal = {
  code: LanguageCode;
  /** absent when the CV names the language and no level */
  level?: LanguageLevel;
  /** how the level was inferred: the rule and the words it applied to, e.g. { id: "ielts", words: "IELTS 7.5" } */
  rule?: { id: string; words: string };
  source: Source;
};

/** `conceptId` where the dictionary knows it; otherwise the words under the CV's own Skills heading. */
export type SkillProposal = { value: string; conceptId?: string; source: Source };
export type TextProposal = { value: string; source: Source };
export type Base = "HK" | "MO" | "CN" | "YT" | "OVERSEAS";

/** Kept apart from the profile by the caller. */
export type IdentityProposal = {
  nameZh?: TextProposal;
  nameEn?: TextProposal;
  email?: TextProposal;
  phone?: TextProposal;
  wechat?: TextProposal;
};

export type CvProposal = {
  headline?: TextProposal;
  summary?: TextProposal;
  base?: { value: Base; source: Source };
  experience: ExperienceProposal[];
  education: EducationProposal[];
  qualifications: TextProposal[];
  languages: LanguageProposal[];
  skills: SkillProposal[];
  identity: IdentityProposal;
};
