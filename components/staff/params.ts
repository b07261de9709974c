import type { Query } from "#components/ui/query.ts";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The address's parameters, the first of each name; empty ones are absent. */
export async function flat(params: SearchParams): Promise<Record<string, string>> {
  const entries = Object.entries(await params).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** Parsed filters as they go into an address. */
export const asQuery = (filters: object): Query =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [
      name,
      value === undefined || value === "" ? undefined : String(value),
    ]),
  );

/** How many filters are in use; the place in the list and the view of it are none. */
export const activeCount = (query: Query) =>
  Object.entries(query).filter(([name, value]) => value && !["after", "queue", "view"].includes(name)).length;
