import { z } from "zod";
import type { Query } from "#components/ui/query.ts";
import type { FacetName, OpenNeedFilters } from "#lib/needs/views.ts";
import { CHAINS, DISTRICTS, MODES, NEED_DIRECTIONS, NEED_TYPES } from "#lib/terms/terms.ts";

const one = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** The filters as they stand in the address; what is not understood is left out. */
const schema = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  chain: one(CHAINS),
  type: one(NEED_TYPES),
  district: one(DISTRICTS),
  mode: one(MODES),
  direction: one(NEED_DIRECTIONS),
  after: z.string().max(60).optional().catch(undefined),
});

export const readFilters = (params: Record<string, unknown>): OpenNeedFilters & Query => schema.parse(params);

/** The facets in the order of the page, each with the list of `terms.json` that names its values. */
export const FACETS: [FacetName, string][] = [
  ["type", "needTypes"],
  ["chain", "chains"],
  ["district", "districts"],
  ["mode", "modes"],
  ["direction", "directions"],
];
