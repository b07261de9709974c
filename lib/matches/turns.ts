import { AsyncLocalStorage } from "node:async_hooks";

const patient = new AsyncLocalStorage<true>();
let waitedFor = 0;
const aside: (() => void)[] = [];

/** Ranking that somebody waits for. */
export async function waitedForWork<T>(work: () => Promise<T>): Promise<T> {
  waitedFor++;
  try {
    return await work();
  } finally {
    waitedFor--;
    if (waitedFor === 0) for (const goOn of aside.splice(0)) goOn();
  }
}

/** Ranking that nobody waits for: at each `turn` it stands aside while this process does some of the other kind. */
export const patientWork = <T>(work: () => Promise<T>): Promise<T> => patient.run(true, work);

/** Between two steps of long work on the processor, never within a transaction: others of the process get their turn. */
export async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  while (patient.getStore() && waitedFor > 0) await new Promise<void>((goOn) => aside.push(goOn));
}
