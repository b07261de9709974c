export type Query = Record<string, string | undefined>;

/** A list's address with some of its filters changed; a changed filter starts at the first page again. */
export function listHref(path: string, query: Query, changes: Query = {}): string {
  const merged: Query = {
    ...query,
    ...("after" in changes || "before" in changes ? {} : { after: undefined, before: undefined }),
    ...changes,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) if (value) params.set(name, value);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
