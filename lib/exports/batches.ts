/** Rows that are read at once: what an export holds in memory, however long it is. */
export const BATCH = 300;
/** Before every id. */
export const FIRST = "00000000-0000-0000-0000-000000000000";
