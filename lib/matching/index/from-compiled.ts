import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import { asOfMonth, weightsOf } from "../context.ts";
import { dayIndex } from "../dates.ts";
import type { Requirement } from "../demand.ts";
import { educationRank, languageRank } from "../levels.ts";
import { type LicenceDemand, type LicenceHeld, meetingLicence, readLicenceHeld } from "../licences.ts";
import type { Dictionary } from "../types.ts";
import { encodeRow, type Names, type Numbered } from "./codec.ts";
import { ConceptGraph } from "./graph.ts";
import { directions, modes, type TalentRow } from "./layout.ts";
import { type NeedRow, pointsOf, type WantedPhrase } from "./need-row.ts";

class Numbers<Value> {
  readonly values: Value[] = [];
  readonly #byKey = new Map<string, number>();

  number(key: string): number | undefined {
    return this.#byKey.get(key);
  }

  of(key: string, value: Value): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

const modeBits = (list: readonly string[]): number =>
  modes.reduce((bits, mode, i) => bits | (list.includes(mode) ? 1 << i : 0), 0);

/** Turns compiled records into rows of numbers, and keeps what the numbers mean. One for both indexes of a pool. */
export class Vocabulary {
  readonly graph: ConceptGraph;
  readonly dictionary: Dictionary;
  readonly #languages = new Numbers<string>();
  readonly #held = new Numbers<LicenceHeld>();
  readonly #demands = new Numbers<LicenceDemand>();
  readonly #met = new Map<number, boolean>();

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary;
    this.graph = new ConceptGraph(dictionary);
  }

  readonly names: Names = {
    concept: (number) => this.graph.ids[number] as string,
    language: (number) => this.#languages.values[number] as string,
    licence: (number) => (this.#held.values[number] as LicenceHeld).text,
  };

  readonly numbered: Numbered = {
    concept: (id) => this.graph.shown(id),
    language: (code) => this.#languages.of(code, code),
    licence: (text) => this.#licence(text),
  };

  #licence(text: string): number {
    return this.#held.number(text) ?? this.#held.of(text, readLicenceHeld(text, this.dictionary));
  }

  /** A row as bytes for any other vocabulary. */
  encode(talent: CompiledTalent, row = this.talentRow(talent)): Uint8Array<ArrayBuffer> {
    const growing = talent.entries.some((entry) => entry.current && !entry.internship);
    return encodeRow(row, this.names, { month: asOfMonth(talent.context), growing });
  }

  /** Whether a licence meets one that is asked for; each pair is decided once, by the rules of `licences.ts`. */
  readonly meets = (demand: number, licence: number): boolean => {
    const key = demand * 2 ** 26 + licence;
    let met = this.#met.get(key);
    if (met === undefined) {
      const wanted = this.#demands.values[demand] as LicenceDemand;
      met = meetingLicence(wanted, [this.#held.values[licence] as LicenceHeld]) !== undefined;
      this.#met.set(key, met);
    }
    return met;
  };

  talentRow(talent: CompiledTalent): TalentRow {
    const { input } = talent;
    const thisYear = Number(talent.context.asOf.slice(0, 4));
    const ranks = (input.education ?? []).map((degree) => ({
      rank: educationRank(degree.level),
      held: !degree.year || degree.year <= thisYear,
    }));
    return {
      id: talent.id,
      concepts: this.#shown(talent),
      direction: Math.max(0, directions.indexOf(input.direction ?? "unknown")) as TalentRow["direction"],
      intentions: input.intentions ? modeBits(input.intentions) : null,
      firstIntention: (modes as readonly string[]).indexOf(input.intentions?.[0] ?? ""),
      education: input.education
        ? {
            highest: Math.max(-1, ...ranks.map((each) => each.rank)),
            held: Math.max(-1, ...ranks.filter((each) => each.held).map((each) => each.rank)),
          }
        : null,
      languages:
        input.languages?.map(({ code, level }) => [this.#languages.of(code, code), languageRank(level)]) ??
        null,
      seniority: talent.seniority ?? 0,
      months: talent.months,
      jobs: talent.entries.length,
      headline: Boolean(input.headline),
      licences: talent.licences?.map((held) => this.#held.of(held.text, held)) ?? null,
      daysPerMonth: input.daysPerMonth ?? 0,
      pay: talent.pay?.min ?? null,
      available: dayIndex(input.availableFrom),
      confirmed: dayIndex(input.updatedAt),
    };
  }

  #shown(talent: CompiledTalent): TalentRow["concepts"] {
    const worked = new Map<string, number>();
    const studied = new Set<string>();
    for (const mention of talent.mentions) {
      if (mention.place === "education") studied.add(mention.conceptId);
      const entry = mention.strength > 0 ? talent.entries[mention.entry] : undefined;
      if (entry) worked.set(mention.conceptId, Math.max(entry.recent, worked.get(mention.conceptId) ?? 0));
    }
    return [...talent.shown].map(([id, strength]) => ({
      concept: this.graph.shown(id),
      strength,
      worked: worked.get(id) ?? 0,
      studied: studied.has(id),
    }));
  }

  needRow(need: CompiledNeed): NeedRow {
    const { input } = need;
    const wanted = new Numbers<number>();
    const position = (id: string) => wanted.of(id, this.graph.numberOf(id));
    const phrases = (list: readonly Requirement[]) => list.map((each) => wantedPhrase(each, position));
    const mustHave = phrases(need.mustHave);
    const preferred = phrases(need.preferred);
    const disciplines = need.disciplines.flatMap((each) => each.conceptIds.map(position));
    for (const { id } of [...need.field.concepts, ...need.title.concepts]) position(id);
    const share = (list: readonly { id: string; weight: number }[]) => {
      const weights = new Array<number>(wanted.values.length).fill(0);
      for (const { id, weight } of list) weights[position(id)] = weight;
      return weights;
    };
    const weights = weightsOf(need.context);
    return {
      id: need.id,
      wanted: wanted.values,
      fieldWeights: share(need.field.concepts),
      titleWeights: share(need.title.concepts),
      hasField: need.field.terms.length > 0,
      titleOnly: need.titleOnly,
      mustHave,
      preferred,
      disciplines: need.disciplines.length > 0 ? disciplines : null,
      direction: Math.max(0, directions.indexOf(input.direction ?? "unknown")) as NeedRow["direction"],
      modes: modeBits(input.modes ?? []),
      internship: need.internship,
      educationMin: educationRank(input.educationMin),
      yearsMin: input.experienceYearsMin ?? null,
      seniority: need.seniority ?? 0,
      languages: (input.languages ?? []).map(({ code, level, required }) => ({
        language: this.#languages.of(code, code),
        rank: languageRank(level),
        required,
      })),
      licences: need.licences.map((demand) => this.#demands.of(demand.text, demand)),
      daysPerMonth: input.daysPerMonth ?? 0,
      payMax: need.pay?.max ?? null,
      start: dayIndex(input.start),
      deadline: dayIndex(input.deadline),
      weights,
      points: pointsOf(weights),
    };
  }
}

function wantedPhrase(requirement: Requirement, position: (id: string) => number): WantedPhrase {
  const sum = requirement.groups.reduce((total, group) => total + group.weight, 0);
  return {
    full: requirement.covered,
    groups: requirement.groups.map((group) => ({
      weight: group.weight / sum,
      members: [...new Set(group.hits.map((hit) => position(hit.conceptId)))],
    })),
  };
}
