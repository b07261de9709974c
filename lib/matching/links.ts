import type { ConceptLink, Dictionary } from "./types.ts";
import { linkCredit } from "./weights.ts";

/** What a talent's concepts give towards a wanted one: the best credit, the best solid one (never by a related link), and from where. */
export type Credit = { credit: number; solid: number; from: string; link: ConceptLink };

/** Siblings under a parent with more children than this are too far apart to say anything. */
const widestFamily = 16;
const siblingCredit = 0.3;

function give(
  credits: Map<string, Credit>,
  to: string,
  amount: number,
  from: string,
  link: ConceptLink,
): void {
  const solid = link === "related" || link === "narrower" ? 0 : amount;
  const known = credits.get(to);
  if (!known) credits.set(to, { credit: amount, solid, from, link });
  else {
    if (amount > known.credit) {
      known.credit = amount;
      known.from = from;
      known.link = link;
    }
    if (solid > known.solid) known.solid = solid;
  }
}

function giveSecond(
  credits: Map<string, Credit>,
  dictionary: Dictionary,
  origin: string,
  via: { conceptId: string; link: ConceptLink },
  amount: number,
): void {
  const next = dictionary.linksOf(via.conceptId);
  const children = next.filter((step) => step.link === "narrower").length;
  for (const step of next) {
    if (step.conceptId === origin) continue;
    if (via.link === "same")
      give(credits, step.conceptId, amount * linkCredit[step.link] * step.confidence, origin, step.link);
    else if (step.link === "same") give(credits, step.conceptId, amount * step.confidence, origin, via.link);
    else if (via.link === "broader" && step.link === "broader")
      give(credits, step.conceptId, amount * linkCredit.broader * step.confidence, origin, "broader");
    else if (via.link === "broader" && step.link === "narrower" && children <= widestFamily)
      give(credits, step.conceptId, amount * siblingCredit * step.confidence, origin, "related");
  }
}

/** Spreads the strengths of shown concepts over the dictionary's links, two steps at most. */
export function spreadCredits(
  shown: ReadonlyMap<string, number>,
  dictionary: Dictionary,
): Map<string, Credit> {
  const credits = new Map<string, Credit>();
  for (const [id, strength] of shown) {
    if (strength <= 0) continue;
    give(credits, id, strength, id, "same");
    for (const step of dictionary.linksOf(id)) {
      const amount = strength * linkCredit[step.link] * step.confidence;
      give(credits, step.conceptId, amount, id, step.link);
      giveSecond(credits, dictionary, id, step, amount);
    }
  }
  return credits;
}
