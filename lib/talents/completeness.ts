import type { Identity, Profile } from "./profile.ts";
import type { Section } from "./schema.ts";

/** One thing a complete profile has. `path` is the field in its step's form; the label is `talents.items.<id>`. */
export type Item = { id: string; step: Section; path: string; required: boolean; done: boolean };

type Subject = { kind: "INDIVIDUAL" | "TEAM"; profile: Profile; identity: Identity; members: number };

/** Everything a profile is asked for, in the order of the steps, and whether it is there. */
export function completeness({ kind, profile, identity, members }: Subject): Item[] {
  const team = kind === "TEAM";
  const item = (id: string, step: Section, path: string, done: boolean, required = true): Item => ({
    id,
    step,
    path,
    required,
    done,
  });
  const unfinishedJob = profile.experience.findIndex((entry) => !entry.title || !entry.from);
  const unfinishedDegree = profile.education.findIndex((entry) => !entry.level);
  return [
    item("name", "about", "nameZh", Boolean(identity.nameZh || identity.nameEn)),
    item("headline", "about", "headline", profile.headline !== ""),
    item("summary", "about", "summary", profile.summary !== "", false),
    item("base", "about", "base", profile.base !== null),
    ...(team ? [] : [item("pathway", "about", "pathway", profile.pathway !== null)]),
    ...(team ? [item("members", "about", "nameZh", members > 0)] : []),
    ...(team
      ? []
      : [item("background", "work", "experience", profile.experience.length + profile.education.length > 0)]),
    ...(unfinishedJob >= 0 ? [item("jobDates", "work", `experience[${unfinishedJob}].from`, false)] : []),
    ...(unfinishedDegree >= 0
      ? [item("degreeLevel", "education", `education[${unfinishedDegree}].level`, false)]
      : []),
    item("skills", "skills", "skills", profile.skills.length > 0),
    item("languages", "skills", "languages", profile.languages.length > 0),
    item("intentions", "terms", "intentions", profile.intentions.length > 0),
    item("direction", "terms", "direction", profile.direction !== null),
    item("availability", "terms", "availableFrom", profile.availableFrom !== null),
    item("pay", "terms", "payMin", profile.payMin !== null, false),
    item("industries", "terms", "industries", profile.industries.length > 0, false),
    item("contact", "contact", "email", Boolean(identity.email || identity.phone)),
    item("phone", "contact", "phone", identity.phone !== null, false),
  ];
}

export const missing = (items: readonly Item[]) => items.filter((item) => item.required && !item.done);

/** 0 to 100; required things count three times. */
export function percentComplete(items: readonly Item[]): number {
  const weigh = (list: readonly Item[]) => list.reduce((sum, item) => sum + (item.required ? 3 : 1), 0);
  return Math.round((100 * weigh(items.filter((item) => item.done))) / weigh(items));
}
