import type { RawValues } from "#lib/form-values.ts";

/** What was typed when the session had ended, kept in this tab until the person is back, for half an hour at most. */
const LIFETIME = 30 * 60_000;
const keyOf = (id: string) => `draft:${window.location.pathname}:${id}`;

export function keepDraft(id: string, values: RawValues) {
  const harmless = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
  try {
    window.sessionStorage.setItem(keyOf(id), JSON.stringify({ at: Date.now(), values: harmless }));
  } catch {
    // storage is full or forbidden: the fields on the page still hold what was typed
  }
}

export function takeDraft(id: string): RawValues | undefined {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(keyOf(id)) ?? "null");
    if (kept && Date.now() - kept.at < LIFETIME) return kept.values;
    dropDraft(id);
  } catch {
    // not readable: nothing is restored
  }
  return undefined;
}

export function dropDraft(id: string) {
  try {
    window.sessionStorage.removeItem(keyOf(id));
  } catch {
    // storage is forbidden: nothing was kept
  }
}
