import type { CompiledNeed, CompiledTalent } from "./compile.ts";
import { disciplineValue } from "./criteria/education.ts";
import { ageInDays } from "./criteria/freshness.ts";
import { availabilityValue } from "./criteria/terms.ts";
import { educationRank, languageRank } from "./levels.ts";
import { type ReasonKey, reason } from "./reasons.ts";
import type { CriterionId, Mode, Reason } from "./types.ts";

type Sentences = (need: CompiledNeed, talent: CompiledTalent) => Reason[];

const education: Sentences = (need, talent) => {
  const degrees = [...(talent.input.education ?? [])].sort(
    (a, b) => educationRank(b.level) - educationRank(a.level),
  );
  const best = degrees[0];
  if (!best) return [reason("education.unknown")];
  const out = [reason("education.level", { level: best.level, discipline: best.discipline ?? "" })];
  const nearness = disciplineValue(need, talent);
  if (nearness !== undefined) {
    const key: ReasonKey = nearness >= 0.5 ? "education.discipline" : "education.otherDiscipline";
    out.push(reason(key, { wanted: (need.input.disciplines ?? []).join(" · ") }));
  }
  return out;
};

const language: Sentences = (need, talent) => {
  const stated = talent.input.languages;
  if (!stated) return [reason("language.unknown")];
  return (need.input.languages ?? []).map((wanted) => {
    const level = stated
      .filter((known) => known.code === wanted.code)
      .map((known) => known.level)
      .sort((a, b) => languageRank(b) - languageRank(a))[0];
    return reason("language.level", { language: wanted.code, wanted: wanted.level, level: level ?? "none" });
  });
};

const terms: Sentences = (need, talent) => {
  const out: Reason[] = [];
  const intended: readonly string[] = talent.input.intentions ?? [];
  const common = (need.input.modes ?? []).filter((mode) => intended.includes(mode));
  if (common[0]) out.push(reason("terms.modes", { mode: common[0] satisfies Mode, count: common.length }));
  const wanted = need.input.daysPerMonth;
  const offered = talent.input.daysPerMonth;
  if (wanted && offered)
    out.push(reason(offered >= wanted ? "terms.days" : "terms.daysFewer", { offered, wanted }));
  const free = availabilityValue(need, talent);
  const from = (talent.input.availableFrom ?? "").slice(0, 10);
  if (typeof free === "number")
    out.push(reason(free === 1 ? "terms.available" : "terms.availableAfterStart", { from }));
  return out.length > 0 ? out : [reason("terms.unknown")];
};

const pay: Sentences = (need, talent) => {
  if (!need.pay) return [reason("pay.needOpen")];
  if (!talent.pay) return [reason("pay.talentOpen")];
  const params = { expected: Math.round(talent.pay.min), offered: Math.round(need.pay.max) };
  const ratio = need.pay.max > 0 ? talent.pay.min / need.pay.max : Number.POSITIVE_INFINITY;
  return [reason(ratio <= 0.9 ? "pay.within" : ratio <= 1 ? "pay.upperEnd" : "pay.above", params)];
};

/** A profile not confirmed for a year is worth a call before an introduction. */
export const staleDays = 365;

const freshness: Sentences = (need, talent) => {
  const days = ageInDays(need, talent);
  if (days === null) return [reason("freshness.unknown")];
  const date = (talent.input.updatedAt ?? "").slice(0, 10);
  return [reason(days > staleDays ? "freshness.stale" : "freshness.updated", { date })];
};

export const factSentences: Partial<Record<CriterionId, Sentences>> = {
  education,
  language,
  terms,
  pay,
  freshness,
};
