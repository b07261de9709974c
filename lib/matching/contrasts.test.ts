import { describe, expect, it } from "vitest";
import { margins, readContrasts, seenFrom } from "#scripts/ablation/contrasts.ts";
import { whole } from "#scripts/ablation/variants.ts";

const contrasts = readContrasts();
const found = margins(contrasts, whole());

/** Pairs of profiles of which a person would rather introduce one, each with the reason in words. */
describe("contrast pairs", () => {
  it.each(contrasts.map((each, i) => [each.id, each.about, each.why, found[i] as number] as const))(
    "%s (%s): %s",
    (_id, _about, _why, margin) => {
      expect(margin).toBeGreaterThan(seenFrom);
    },
  );
});
