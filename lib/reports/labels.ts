import type { Dimension } from "./schema.ts";

/** A value of a dimension in words (`terms` translates the closed lists); months stay as they are. */
export const valueLabel = (terms: (key: string) => string, by: Dimension, value: string): string =>
  by === "month" ? value : terms(`${by}s.${value}`);
