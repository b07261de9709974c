import type { Prisma } from "#prisma/generated/client.ts";

/** Facts of a notification. A Date is shown in the reader's language by `{name, date, long}` or `{name, time, short}`. */
export type Params = Record<string, string | number | Date>;

/** JSON knows no dates: they are stored as `{ at }`. */
export const storeParams = (params: Params): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      value instanceof Date ? { at: value.toISOString() } : value,
    ]),
  );

export const readParams = (stored: Prisma.JsonValue): Params =>
  Object.fromEntries(
    Object.entries((stored ?? {}) as Record<string, string | number | { at: string }>).map(
      ([name, value]) => [name, typeof value === "object" ? new Date(value.at) : value],
    ),
  );
