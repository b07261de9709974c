import { monthIndex } from "./dates.ts";
import type { NeedInput, TalentInput } from "./types.ts";
import { type Place, recency } from "./weights.ts";

/** A piece of text of a profile that counts, where it stands, and how recent it is (0 to 1). */
export type TalentField = { field: string; text: string; place: Place; recent: number; entry: number };
export type NeedField = { field: string; text: string; weight: number };

/** Half after each half-life since the end of a job; 1 while it lasts or when nothing is known. */
export function recencyOf(to: string | null | undefined, asOfMonth: number): number {
  const end = monthIndex(to);
  if (end === null || end >= asOfMonth) return 1;
  return Math.max(recency.least, 0.5 ** ((asOfMonth - end) / 12 / recency.halfLifeYears));
}

/** Every text of a profile that is compared. Organisation and institution are left out on purpose. */
export function talentFields(talent: TalentInput, asOfMonth: number): TalentField[] {
  const out: TalentField[] = [];
  const add = (field: string, text: string | null | undefined, place: Place, recent = 1, entry = -1) => {
    if (typeof text === "string" && text.trim()) out.push({ field, text, place, recent, entry });
  };
  add("headline", talent.headline, "headline");
  add("summary", talent.summary, "summary");
  talent.skills?.forEach((skill, i) => {
    add(`skills[${i}]`, skill, "skill");
  });
  talent.experience?.forEach((entry, i) => {
    const recent = recencyOf(entry.to, asOfMonth);
    add(`experience[${i}].title`, entry.title, "experience", recent, i);
    add(`experience[${i}].industry`, entry.industry, "industry", recent, i);
    add(`experience[${i}].description`, entry.description, "experience", recent, i);
  });
  talent.education?.forEach((entry, i) => {
    add(`education[${i}].discipline`, entry.discipline, "education");
  });
  talent.qualifications?.forEach((text, i) => {
    add(`qualifications[${i}]`, text, "qualification");
  });
  talent.members?.forEach((member, i) => {
    add(`members[${i}].role`, member.role, "members");
    member.skills?.forEach((skill, j) => {
      add(`members[${i}].skills[${j}]`, skill, "members");
    });
  });
  return out;
}

/** Every text of a need that describes the work, with its weight for the field of work. */
export function needFields(need: NeedInput): NeedField[] {
  const out: NeedField[] = [];
  const add = (field: string, text: string | null | undefined, weight: number) => {
    if (typeof text === "string" && text.trim()) out.push({ field, text, weight });
  };
  const addAll = (field: string, texts: string[] | null | undefined, weight: number) => {
    texts?.forEach((text, i) => {
      add(`${field}[${i}]`, text, weight);
    });
  };
  add("title", need.title, 1);
  add("chain", need.chain, 0.6);
  addAll("mustHave", need.mustHave, 0.7);
  addAll("duties", need.duties, 0.5);
  addAll("preferred", need.preferred, 0.3);
  add("description", need.description, 0.4);
  return out;
}
