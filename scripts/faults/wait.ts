import { setTimeout as pause } from "node:timers/promises";

/** Asks until the answer is neither null, undefined nor false. @throws Error naming what did not happen */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  patience = 20_000,
  every = 20,
): Promise<NonNullable<Exclude<T, false>>> {
  let last: unknown;
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(every)) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false)
        return answer as NonNullable<Exclude<T, false>>;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`not within ${patience / 1000} s: ${what}${last ? ` (${String(last)})` : ""}`);
}

/** Whether a process lives; one that waits to be reaped does not. */
export async function lives(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const { readFile } = await import("node:fs/promises");
  const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") R");
  return !/\) Z/.test(state);
}
