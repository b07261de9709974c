import { AsyncLocalStorage } from "node:async_hooks";

const set = new AsyncLocalStorage<Date>();

/** The time of the act: now, or the time that `at` has set for a seed or a test. Every stored time comes from here. */
export const now = (): Date => new Date(set.getStore() ?? Date.now());

/** Runs `work` as if it were `time`. */
export const at = <T>(time: Date, work: () => Promise<T>): Promise<T> => set.run(time, work);

/** The date in Hong Kong and Yantai (both UTC+8), YYYY-MM-DD. */
export const today = (): string => new Date(now().getTime() + 8 * 3600_000).toISOString().slice(0, 10);
