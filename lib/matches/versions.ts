import { today } from "#lib/clock.ts";
import { hashTerm } from "#lib/matching/hash.ts";
import { LAYOUT_VERSION } from "#lib/matching/index/layout.ts";
import { ENGINE_VERSION } from "#lib/matching/version.ts";
import { WEIGHTS_VERSION } from "#lib/matching/weights.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";

/** A version as a signed 32-bit number, as columns keep it. */
const numberOf = (...parts: (string | number)[]): number => hashTerm(parts.join("|")) | 0;

/** What a compiled row depends on besides its profile. Recency counts by months, so a row is of its month. */
export const madeWith = (dictionary: string, month: string): number =>
  numberOf(LAYOUT_VERSION, ENGINE_VERSION, dictionary, month);

/** What the order of a list depends on besides the records; weights of a single need are part of the need. */
export const rankedWith = (dictionary = currentDictionary().version): number =>
  numberOf(ENGINE_VERSION, WEIGHTS_VERSION, dictionary);

export const thisMonth = (): string => today().slice(0, 7);

/** What an index had seen: every transaction before this one, with these versions. */
export const indexVersionOf = (horizon: string, dictionary: string): string =>
  `${horizon}/${dictionary}/${ENGINE_VERSION}.${LAYOUT_VERSION}`;
