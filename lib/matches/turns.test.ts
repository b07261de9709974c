import { expect, test } from "vitest";
import { patientWork, turn, waitedForWork } from "./turns.ts";

const steps = (name: string, count: number, said: string[]) => async () => {
  for (let i = 1; i <= count; i++) {
    said.push(`${name}${i}`);
    await turn();
  }
};

test("work that nobody waits for stands aside until all that somebody waits for is done, and then goes on", async () => {
  const said: string[] = [];
  const behind = patientWork(steps("later", 3, said));
  const first = [waitedForWork(steps("a", 4, said)), waitedForWork(steps("b", 2, said))];
  await Promise.all([behind, ...first]);
  expect(said).toEqual(["later1", "a1", "b1", "a2", "b2", "a3", "a4", "later2", "later3"]);
});

test("what fails lets the others go on", async () => {
  const said: string[] = [];
  const behind = patientWork(steps("later", 2, said));
  await expect(
    waitedForWork(async () => {
      await turn();
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await behind;
  expect(said).toEqual(["later1", "later2"]);
});

test("without such work nobody waits", async () => {
  const said: string[] = [];
  await patientWork(steps("later", 2, said));
  expect(said).toEqual(["later1", "later2"]);
});
