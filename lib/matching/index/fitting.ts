import type { Meets } from "./conflict-bits.ts";
import { type Bits, setsFor } from "./filters.ts";
import type { NeedRow } from "./need-row.ts";
import type { Segment } from "./segment.ts";

/** Marks the rows that may have no conflict with the need. Returns how many bytes of sets it went through. */
export function markFitting(fits: Bits, segment: Segment, need: NeedRow, meets: Meets): number {
  const { alive, filters } = segment;
  const sets = setsFor(filters, need);
  const offered = filters.mode.filter((_, mode) => (need.modes >>> mode) & 1);
  for (let i = 0; i < fits.length; i++) {
    let rest = alive[i] as number;
    for (let s = 0; s < sets.length && rest !== 0; s++) rest &= (sets[s] as Bits)[i] as number;
    if (rest !== 0 && offered.length > 0) {
      let any = 0;
      for (const set of offered) any |= set[i] as number;
      rest &= any;
    }
    fits[i] = rest;
  }
  for (const demand of need.licences) fitLicence(fits, segment, demand, meets);
  return 4 * fits.length * (2 + sets.length + offered.length);
}

function fitLicence(fits: Bits, segment: Segment, demand: number, meets: Meets): void {
  const { licenceStart, licenceRows, filters } = segment;
  const holders = filters.licencesUnstated.slice();
  for (let licence = 0; licence + 1 < licenceStart.length; licence++) {
    const first = licenceStart[licence] as number;
    const last = licenceStart[licence + 1] as number;
    if (first === last || !meets(demand, licence)) continue;
    for (let i = first; i < last; i++) {
      const row = licenceRows[i] as number;
      holders[row >> 5] = (holders[row >> 5] as number) | (1 << (row & 31));
    }
  }
  for (let i = 0; i < fits.length; i++) fits[i] = (fits[i] as number) & (holders[i] as number);
}
