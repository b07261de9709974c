import { Converter } from "opencc-js/cn2t";
import type { TalentInput } from "#lib/matching/types.ts";
import { random } from "../bench/synthetic.ts";
import { type Collection, type Engine, judge, ranked } from "./collection.ts";

const toTraditional = Converter({ from: "cn", to: "hk" });

/** Changes every text that a person wrote; organisations and codes stay. */
function mapTexts(input: TalentInput, change: (text: string) => string): TalentInput {
  const all = (texts: string[] | null | undefined) => texts?.map(change) ?? null;
  return {
    ...input,
    headline: input.headline ? change(input.headline) : null,
    summary: input.summary ? change(input.summary) : null,
    skills: all(input.skills),
    qualifications: all(input.qualifications),
    experience:
      input.experience?.map((job) => ({
        ...job,
        title: change(job.title),
        description: job.description ? change(job.description) : null,
      })) ?? null,
  };
}

/** Two neighbouring characters exchanged in about one of `every` words or characters. */
function typos(every: number, seed: number): (text: string) => string {
  const next = random(seed);
  return (text) => {
    const units = [...text];
    for (let i = 0; i + 1 < units.length; i++)
      if (next() < 1 / every) [units[i], units[i + 1]] = [units[i + 1] as string, units[i] as string];
    return units.join("");
  };
}

const filler =
  "我做事認真負責，團隊合作良好，願意學習新事物，擅長溝通協調。I enjoy teamwork, travel and reading, and I take pride in good communication. 工作之余喜欢跑步、摄影和做饭，也参加社区志愿服务。";

/** Profiles as real people leave them, instead of as the collection's author wrote them. */
const changes: readonly (readonly [string, (input: TalentInput) => TalentInput])[] = [
  ["one slip in about 40 characters", (input) => mapTexts(input, typos(40, 7))],
  ["one slip in about 15 characters", (input) => mapTexts(input, typos(15, 11))],
  ["all in capitals", (input) => mapTexts(input, (text) => text.toUpperCase())],
  ["all in small letters", (input) => mapTexts(input, (text) => text.toLowerCase())],
  [
    "every second sentence in the other script",
    (input) =>
      mapTexts(input, (text) =>
        text
          .split(/(?<=[。；;])/)
          .map((sentence, i) => (i % 2 ? toTraditional(sentence) : sentence))
          .join(""),
      ),
  ],
  [
    "full-width letters",
    (input) =>
      mapTexts(input, (text) =>
        text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
      ),
  ],
  ["headline and skills only", ({ summary: _, experience: __, education: ___, ...rest }) => rest],
  ["jobs only", ({ summary: _, skills: __, headline: ___, ...rest }) => rest],
  ["no skills", ({ skills: _, ...rest }) => rest],
  [
    "no education, languages, pay nor dates",
    ({ education: _, languages: __, expectedPay: ___, availableFrom: ____, ...rest }) => rest,
  ],
  [
    "a long account of other things",
    (input) => ({ ...input, summary: `${input.summary ?? ""}${filler.repeat(8)}` }),
  ],
  [
    "eight skills that nobody knows",
    (input) => ({
      ...input,
      skills: [
        ...(input.skills ?? []),
        "Zorblax",
        "QX-77",
        "凝翠法",
        "FooBar 3000",
        "晶瀾工藝",
        "Wibbletech",
        "玄測",
        "N/A",
      ],
    }),
  ],
];

export type Robustness = { name: string; ndcg10: number; map: number };

/** The collection's figures when all its profiles are changed in one way. */
export const robustness = (collection: Collection, engine: Engine): Robustness[] =>
  changes.map(([name, change]) => {
    const judged = judge(
      ranked({ ...collection, talents: collection.talents.map(change) }, engine),
      collection,
    );
    return { name, ndcg10: judged.ndcg10.mean, map: judged.map.mean };
  });
