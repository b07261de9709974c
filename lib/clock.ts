import { AsyncLocalStorage } from "node:async_hooks";
import { dayAt } from "./days.ts";

const set = new AsyncLocalStorage<Date>();

/** The time of the act: now, or the time that `at` has set for a seed or a test. Every stored time comes from here. */
export const now = (): Date => new Date(set.getStore() ?? Date.now());

/** Runs `work` as if it were `time`. */
export const at = <T>(time: Date, work: () => Promise<T>): Promise<T> => set.run(time, work);

/** The date in Hong Kong and Yantai (both UTC+8), YYYY-MM-DD. */
export const today = (): string => dayAt(now());
