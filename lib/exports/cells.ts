// a spreadsheet runs what begins so; the full-width forms too, in Chinese and Japanese settings
const FORMULA = /^'*[=+\-@＝＋－＠\u0000-\u001F]/;
const GUARDED = /^'(?='*[=+\-@＝＋－＠\u0000-\u001F])/;

/** OWASP "CSV injection": a cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export const neutral = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

/** The text without the apostrophe that `neutral` put before it. */
export const withoutGuard = (text: string) => text.replace(GUARDED, "");

const asText = (value: unknown) =>
  value === null || value === undefined
    ? ""
    : value instanceof Date
      ? value.toISOString()
      : typeof value === "object"
        ? JSON.stringify(value)
        : String(value);

/** A record as cells of a table, which scripts/records/cells.ts reads back. */
export const toCells = (record: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, neutral(asText(value))]));
