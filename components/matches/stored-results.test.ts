import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { explanationOf, highlights } from "#lib/matches/explanation.ts";
import { evidenceSpans } from "#lib/matches/marks.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import { renderAdvice, renderReason } from "./reason.ts";

/** Results as older engines stored them, one file a version: an old decision is explained as it was. */
const folder = "lib/matching/fixtures/stored";
const versions = readdirSync(folder).map((name) => name.replace(".jsonl", ""));

describe.each(versions)("a result of engine %s", (version) => {
  const results = readFileSync(`${folder}/${version}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => explanationOf(JSON.parse(line)));

  it.each(["en", "zh-Hans", "zh-Hant"] as const)("reads in whole sentences in %s", (locale) => {
    const errors: string[] = [];
    const messages = {
      matching: JSON.parse(readFileSync(`lib/i18n/messages/${locale}/matching.json`, "utf8")),
    };
    const t = createTranslator({
      locale,
      messages,
      namespace: "matching.reasons",
      onError: (error) => errors.push(error.message),
    });
    for (const result of results) {
      const said = [
        ...result.criteria.flatMap((each) => each.reasons),
        ...result.checks.map((each) => each.reason),
      ];
      for (const reason of [...said, ...result.missing])
        expect(renderReason(t as never, reason)).not.toBe("");
      for (const advice of result.wouldChange) expect(renderAdvice(t as never, advice)).not.toBe("");
      for (const one of result.criteria) expect(messages.matching.criteria[one.id]).toBeTruthy();
      for (const one of result.checks) expect(messages.matching.checks[one.id]).toBeTruthy();
    }
    expect(errors).toEqual([]);
  });

  it("still adds up, names its versions and marks its evidence", () => {
    for (const result of results as MatchResult[]) {
      const sum = result.criteria.reduce((all, each) => all + Math.round(each.contribution * 10), 0);
      expect(sum).toBe(Math.round(result.score * 10));
      expect([result.engineVersion, result.weightsVersion, result.dictionaryVersion].every(Boolean)).toBe(
        true,
      );
      expect(result.engineVersion).toBe(version);
      expect(evidenceSpans(result.criteria).need.size).toBeGreaterThan(0);
      expect(highlights(result).fits.length + highlights(result).cautions.length).toBeGreaterThan(0);
    }
  });
});
