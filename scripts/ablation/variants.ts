import type { CompiledNeed, CompiledTalent } from "#lib/matching/compile.ts";
import { foldChar } from "#lib/matching/fold.ts";
import type { CriterionId, Dictionary, NeedInput, TalentInput } from "#lib/matching/types.ts";
import { defaultWeights, type Weights } from "#lib/matching/weights.ts";
import type { ConceptRecord } from "#lib/taxonomy/concept.ts";
import { buildDictionary, readConcepts } from "#lib/taxonomy/dictionary.ts";
import type { Engine } from "./collection.ts";

const { concepts } = readConcepts();
const dictionary = buildDictionary(concepts);

export const whole = (): Engine => ({ dictionary, corpus: true });

const unlinked: Dictionary = { ...dictionary, linksOf: () => [] };
const { translations: _, ...untranslated } = dictionary;
const unknowing: Dictionary = { ...untranslated, find: () => [], linksOf: () => [] };

/** Characters that only the traditional script has become private ones, so that nothing can join the scripts but the dictionary. */
const apart = (text: string): string =>
  [...text]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0;
      const folds = code > 0x2e7f && code < 0xa000 && foldChar(char) !== char;
      return folds ? String.fromCodePoint(0xf0000 + code) : char;
    })
    .join("");

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)])) as T;
}

const apartRecord = (record: ConceptRecord): ConceptRecord => ({
  ...record,
  hant: apart(record.hant),
  aliases: record.aliases.map(apart),
});

const withoutWordsOfNeed = (need: CompiledNeed): CompiledNeed => ({
  ...need,
  mustHave: need.mustHave.map((each) => ({ ...each, terms: [] })),
  preferred: need.preferred.map((each) => ({ ...each, terms: [] })),
  field: { ...need.field, terms: need.field.terms.map((term) => ({ ...term, weight: 0 })) },
  title: { ...need.title, terms: [] },
});
const withoutTitles = (talent: CompiledTalent): CompiledTalent => ({ ...talent, titles: [] });

/** As if every job lasted until today, except for its length. */
function withoutRecency(
  talent: CompiledTalent,
  compile: (input: TalentInput) => CompiledTalent,
): CompiledTalent {
  const { input } = talent;
  const lasting = compile({
    ...input,
    experience: input.experience?.map((job) => ({ ...job, to: null })) ?? null,
  });
  const entries = talent.entries.map((entry) => ({ ...entry, recent: 1 }));
  return { ...lasting, input, months: talent.months, seniority: talent.seniority, entries };
}

/** As if nobody knew how long a job lasted, except for the months altogether. */
function withoutYears(
  talent: CompiledTalent,
  compile: (input: TalentInput) => CompiledTalent,
): CompiledTalent {
  const { input } = talent;
  const undated = compile({
    ...input,
    experience: input.experience?.map((job) => ({ ...job, from: null })) ?? null,
  });
  const entries = talent.entries.map((entry) => ({ ...entry, range: null }));
  return { ...undated, input, months: talent.months, entries };
}

/** A list of skills as if each were described in a job. */
const asDescribed = (input: TalentInput): TalentInput =>
  input.skills
    ? {
        ...input,
        skills: null,
        experience: [
          ...(input.experience ?? []),
          { title: "", description: input.skills.join("。"), from: null, to: null },
        ],
      }
    : input;

const without = (id: CriterionId): Weights => ({ ...defaultWeights, [id]: { need: 0, talent: 0 } });
const oneWay: Weights = Object.fromEntries(
  Object.entries(defaultWeights).map(([id, { need }]) => [id, { need, talent: 0 }]),
) as Weights;

/** The engine with one part at a time taken out. */
export function variants(): { name: string; engine: Engine }[] {
  const full = whole();
  const split = buildDictionary(concepts.map(apartRecord));
  const change = (name: string, part: Partial<Engine>) => ({ name, engine: { ...full, ...part } });
  return [
    change("one form for both scripts", {
      dictionary: split,
      talent: (input) => mapTexts(input, apart),
      need: (input: NeedInput) => mapTexts(input, apart),
    }),
    change("words", { compiledNeed: withoutWordsOfNeed }),
    change("likeness of titles", { compiledTalent: withoutTitles }),
    change("the dictionary and its words", { dictionary: unknowing as Dictionary }),
    change("typed links", { dictionary: unlinked }),
    change("words across scripts", { dictionary: untranslated }),
    change("rarity in the collection", { corpus: false }),
    change("recency", { compiledTalent: withoutRecency }),
    change("years with a skill", { compiledTalent: withoutYears }),
    change("seniority", { compiledTalent: (talent) => ({ ...talent, seniority: null }) }),
    change("evidence above keywords", { talent: asDescribed }),
    change("the talent's side", { weights: oneWay }),
    change("lowering by conflicts", { order: (pair) => pair.base }),
    ...(Object.keys(defaultWeights) as CriterionId[]).map((id) =>
      change(`criterion ${id}`, { weights: without(id) }),
    ),
  ];
}
