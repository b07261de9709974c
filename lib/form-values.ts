export type RawValue = string | RawValue[] | { [key: string]: RawValue };
export type RawValues = { [key: string]: RawValue };

/**
 * `a`, `a[]`, `a[0].b` of a form as one nested object. Files are left out (an action reads them itself), as are Next's own
 * fields and those beginning with `_`. An empty string is left out too, so that it means "absent". Runs in the browser as well.
 */
export function formToObject(data: FormData): RawValues {
  const root: RawValues = {};
  for (const [name, value] of data.entries()) {
    if (typeof value !== "string" || name.startsWith("$") || name.startsWith("_") || name === "") continue;
    const path = name.match(/[^.[\]]+|\[\]/g) ?? [];
    if (
      path.length > 5 ||
      path.some(
        (part) =>
          part === "__proto__" || part === "constructor" || (/^\d+$/.test(part) && Number(part) > 200),
      )
    )
      continue;
    put(root, path, value);
  }
  return compact(root) as RawValues;
}

function put(target: RawValues | RawValue[], path: string[], value: string) {
  const [head = "", ...rest] = path;
  const box = target as Record<string, RawValue | undefined>;
  const key = head === "[]" ? String((target as RawValue[]).length) : head;
  if (rest.length === 0) {
    if (value !== "") box[key] = value;
    return;
  }
  const child = box[key];
  const next = typeof child === "object" && child !== null ? child : /^\d+$|^\[\]$/.test(rest[0]!) ? [] : {};
  box[key] = next;
  put(next, rest, value);
}

/** Arrays without holes: a removed row leaves no gap. */
function compact(value: RawValue): RawValue {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(compact);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, compact(child)]));
}
