import type { InvalidError } from "#lib/errors.ts";
import { type Finding, findDiscrimination } from "./discrimination.ts";
import type { NeedFields } from "./schema.ts";

export type Issue = InvalidError["issues"][number];

/** The texts in which a discriminatory requirement can stand, by the path of their field. */
export const textsOf = (need: NeedFields): [path: string, text: string][] => [
  ["title", need.title],
  ["description", need.description],
  ...(["duties", "mustHave", "preferred", "disciplines", "qualificationsRequired"] as const).flatMap(
    (field) => need[field].map((line, index): [string, string] => [`${field}[${index}]`, line]),
  ),
  ["ipTerms", need.ipTerms],
  ["chainText", need.chainText],
];

export type Warning = Finding & { path: string };

export const discriminationIn = (need: NeedFields): Warning[] =>
  textsOf(need).flatMap(([path, text]) => findDiscrimination(text).map((finding) => ({ path, ...finding })));

function missing(need: NeedFields): Issue[] {
  const needed: [string, boolean][] = [
    ["title", need.title.length > 0],
    ["description", need.description.length > 0],
    ["mustHave", need.mustHave.length > 0],
    ["modes", need.modes.length > 0],
    ["chain", need.chain !== null],
    ["district", need.district !== null],
    ["deadline", need.deadline !== null],
  ];
  return needed.filter(([, present]) => !present).map(([path]) => ({ path, key: `missing.${path}` }));
}

function payIssues({ payMin, payMax, payCurrency, payPeriod }: NeedFields): Issue[] {
  if (payMin === null && payMax === null) return [];
  return [
    ...(payMin !== null && payMax !== null && payMax < payMin
      ? [{ path: "payMax", key: "payMaxBelowMin" }]
      : []),
    ...(payCurrency ? [] : [{ path: "payCurrency", key: "missing.payCurrency" }]),
    ...(payPeriod ? [] : [{ path: "payPeriod", key: "missing.payPeriod" }]),
  ];
}

/**
 * What keeps a need from being submitted, or from staying open after a change. `today` is YYYY-MM-DD. A need that is open
 * already may have begun.
 */
export function submissionIssues(need: NeedFields, today: string, begun = false): Issue[] {
  return [
    ...missing(need),
    ...payIssues(need),
    ...(need.deadline && need.deadline < today ? [{ path: "deadline", key: "deadlinePast" }] : []),
    ...(need.start && need.start < today && !begun ? [{ path: "start", key: "startPast" }] : []),
    ...discriminationIn(need).map(({ path, category, text }) => ({
      path,
      key: `discrimination.${category}`,
      params: { words: text },
    })),
  ];
}
