import type { CompiledNeed, CompiledTalent } from "./compile.ts";
import { dayIndex } from "./dates.ts";
import { educationOrder, educationRank, languageRank } from "./levels.ts";
import { meetingLicence } from "./licences.ts";
import { type ReasonKey, reason } from "./reasons.ts";
import type { ConflictId, EducationLevel, HardCheck, Mode } from "./types.ts";

type Check = (need: CompiledNeed, talent: CompiledTalent) => HardCheck;
type Params = Record<string, string | number>;

const result = (
  id: HardCheck["id"],
  outcome: HardCheck["outcome"],
  key: ReasonKey,
  params?: Params,
): HardCheck => ({ id, outcome, reason: reason(key, params) });

const flags = (prefix: string, modes: readonly string[]): Params =>
  Object.fromEntries(
    (["full_time", "flexible", "project", "internship"] satisfies Mode[]).map((mode) => [
      `${prefix}_${mode}`,
      modes.includes(mode) ? "yes" : "no",
    ]),
  );

const direction: Check = (need, talent) => {
  const wanted = need.input.direction;
  const stated = talent.input.direction;
  if (!wanted || !stated) return result("direction", "unknown", "check.direction.unknown");
  const met = stated === "both" || stated === wanted;
  return result("direction", met ? "pass" : "conflict", `check.direction.${met ? "pass" : "conflict"}`, {
    direction: wanted,
  });
};

const mode: Check = (need, talent) => {
  const offered = need.input.modes ?? [];
  const intended = talent.input.intentions;
  if (offered.length === 0 || !intended) return result("mode", "unknown", "check.mode.unknown");
  const common = offered.filter((each) => intended.includes(each));
  if (common.length > 0) return result("mode", "pass", "check.mode.pass", flags("common", common));
  return result("mode", "conflict", "check.mode.conflict", {
    ...flags("need", offered),
    ...flags("talent", intended),
  });
};

/** Highest level held; a degree dated after this year is still in progress and counts for internships only. */
function highestEducation(need: CompiledNeed, talent: CompiledTalent): { held: number; coming: number } {
  const thisYear = Number(need.context.asOf.slice(0, 4));
  let held = -1;
  let coming = -1;
  for (const degree of talent.input.education ?? []) {
    const rank = educationRank(degree.level);
    coming = Math.max(coming, rank);
    if (need.internship || !degree.year || degree.year <= thisYear) held = Math.max(held, rank);
  }
  return { held, coming };
}

const education: Check = (need, talent) => {
  const least = educationRank(need.input.educationMin);
  if (least < 0) return result("education", "pass", "check.education.notAsked");
  if (!talent.input.education) return result("education", "unknown", "check.education.unknown");
  const { held, coming } = highestEducation(need, talent);
  const params = {
    level: educationOrder[Math.max(held, 0)] as EducationLevel,
    least: educationOrder[least] as EducationLevel,
  };
  if (held >= least) return result("education", "pass", "check.education.pass", params);
  if (coming >= least) return result("education", "conflict", "check.education.inProgress", params);
  if (held < 0) return result("education", "conflict", "check.education.none", params);
  return result("education", "conflict", "check.education.conflict", params);
};

const language: Check = (need, talent) => {
  const required = (need.input.languages ?? []).filter((each) => each.required);
  if (required.length === 0) return result("language", "pass", "check.language.notAsked");
  const stated = talent.input.languages;
  if (!stated) return result("language", "unknown", "check.language.unknown");
  for (const wanted of required) {
    const levels = stated.filter((each) => each.code === wanted.code).map((each) => each.level);
    const best = levels.sort((a, b) => languageRank(b) - languageRank(a))[0];
    if (best && languageRank(best) >= languageRank(wanted.level)) continue;
    const params = { language: wanted.code, least: wanted.level };
    return best
      ? result("language", "conflict", "check.language.conflict", { ...params, level: best })
      : result("language", "conflict", "check.language.absent", params);
  }
  return result("language", "pass", "check.language.pass", { count: required.length });
};

const experience: Check = (need, talent) => {
  const least = need.input.experienceYearsMin;
  if (least === null || least === undefined) return result("experience", "pass", "check.experience.notAsked");
  if (talent.months === null) return result("experience", "unknown", "check.experience.unknown");
  const params = { years: Math.floor(talent.months / 1.2) / 10, least };
  const short = least * 12 - talent.months > 12;
  return result(
    "experience",
    short ? "conflict" : "pass",
    `check.experience.${short ? "conflict" : "pass"}`,
    params,
  );
};

const availability: Check = (need, talent) => {
  const from = dayIndex(talent.input.availableFrom);
  const until = dayIndex(need.input.deadline);
  if (from === null || until === null) return result("availability", "unknown", "check.availability.unknown");
  const late = from > until;
  return result(
    "availability",
    late ? "conflict" : "pass",
    `check.availability.${late ? "conflict" : "pass"}`,
    {
      from: (talent.input.availableFrom ?? "").slice(0, 10),
      deadline: (need.input.deadline ?? "").slice(0, 10),
    },
  );
};

const qualification: Check = (need, talent) => {
  if (need.licences.length === 0) return result("qualification", "pass", "check.qualification.notAsked");
  const held = talent.licences;
  const licence = need.licences.map((wanted) => wanted.text).join(" · ");
  if (!held) return result("qualification", "unknown", "check.qualification.unknown", { licence });
  const lacking = need.licences.find((wanted) => !meetingLicence(wanted, held));
  if (lacking)
    return result("qualification", "conflict", "check.qualification.conflict", { licence: lacking.text });
  const met = new Set(need.licences.map((wanted) => meetingLicence(wanted, held)?.text));
  return result("qualification", "pass", "check.qualification.pass", { licence, held: [...met].join(" · ") });
};

export const payLimit = 1.25;

const pay: Check = (need, talent) => {
  if (!need.pay || !talent.pay) return result("pay", "unknown", "check.pay.unknown");
  const ratio = need.pay.max > 0 ? talent.pay.min / need.pay.max : Number.POSITIVE_INFINITY;
  const over = talent.pay.min > payLimit * need.pay.max;
  const params = {
    expected: Math.round(talent.pay.min),
    offered: Math.round(need.pay.max),
    percent: Number.isFinite(ratio) ? Math.round(ratio * 100) : 999,
  };
  return result("pay", over ? "conflict" : "pass", `check.pay.${over ? "conflict" : "pass"}`, params);
};

const pathway: Check = (_need, talent) =>
  talent.input.pathway
    ? result("pathway", "information", `check.pathway.${talent.input.pathway}`)
    : result("pathway", "unknown", "check.pathway.unknown");

const all: readonly Check[] = [
  direction,
  mode,
  education,
  language,
  experience,
  availability,
  qualification,
  pay,
  pathway,
];

/** Every hard condition with its outcome and reason, in a fixed order. A conflict is a flag for a person, never a rejection. */
export function runChecks(need: CompiledNeed, talent: CompiledTalent): HardCheck[] {
  return all.map((check) => check(need, talent));
}

export function conflictsOf(checks: readonly HardCheck[]): ConflictId[] {
  return checks.filter((check) => check.outcome === "conflict").map((check) => check.id as ConflictId);
}
