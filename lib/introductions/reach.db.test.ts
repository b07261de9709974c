import fc from "fast-check";
import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { at } from "#lib/clock.ts";
import { OPTIONAL } from "#lib/consents/schema.ts";
import { DomainError } from "#lib/errors.ts";
import { makeAccount } from "#lib/matches/test-support.ts";
import { ACTS, type ActName, perform, type Step } from "./reach-acts.ts";
import { checkReach } from "./reach-check.ts";
import { fillCases, makeWorld, newModel } from "./reach-world.ts";

useDatabase();

/** The way to an introduction and a little beyond, so that sequences reach the far states and are disturbed there. */
const PATH: ActName[] = ["approve", "invite", "accept", "take", "begin"];
/** REACH_RUNS=2000 walks thousands; without it a few hundred, or as many as a busy machine comes to in its time. */
const ASKED = Number(process.env.REACH_RUNS ?? 0);
const RUNS = ASKED || 300;
const TIME_MS = 75_000;
const AT_ONCE = 2;
const PAUSES = [3_000, 11_000, 3_600_000, 12 * 86_400_000, 15 * 86_400_000];

type Move = Omit<Step, "act"> & { act: ActName | "next" };
const move: fc.Arbitrary<Move> = fc.record({
  act: fc.oneof(
    { weight: 4, arbitrary: fc.constant("next" as const) },
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(ACTS) as ActName[])) },
    { weight: 1, arbitrary: fc.constantFrom<ActName>("withdrawOne", "give", "withdrawFrom") },
  ),
  pair: fc.oneof({ weight: 5, arbitrary: fc.constant(0 as const) }, fc.constantFrom(1 as const, 2 as const)),
  give: fc.subarray([...OPTIONAL]),
  row: fc.nat(9),
  pause: fc.oneof({ weight: 6, arbitrary: fc.constant(11_000) }, fc.constantFrom(...PAUSES)),
});

const step = (pair: 0 | 1 | 2, give: Move["give"]): Move => ({
  act: "next",
  pair,
  give,
  row: 0,
  pause: 11_000,
});
/** Now and then the same enterprise is introduced for its other need already, with other consents: one must not open the other. */
const before = fc.option(fc.subarray([...OPTIONAL]), { freq: 2 });

type Reached = { walks: number; introduced: number; open: number; steps: number; acts: Set<string> };

/** Plays one sequence and looks after every step, as both enterprises and by every way there is. */
async function play(
  moves: Move[],
  claimed: boolean,
  officers: Parameters<typeof makeWorld>[0],
  seen: Reached,
) {
  const world = await makeWorld(officers, { claimed });
  const model = newModel();
  const next = [0, 0, 0];
  seen.walks++;
  let time = Date.now();
  for (const { act: wanted, ...rest } of moves) {
    time += rest.pause;
    const act = wanted === "next" ? PATH[next[rest.pair]!++ % PATH.length]! : wanted;
    await at(new Date(time), async () => {
      const done = await perform(world, model, { act, ...rest }).then(
        () => true,
        (error) => {
          // a refusal, or a match that was an unseen suggestion and is gone
          if (!(error instanceof DomainError) && error?.code !== "P2025") throw error;
          return false;
        },
      );
      if (act === "begin") await fillCases(world);
      const statuses = await checkReach(world, model);
      seen.steps++;
      if (done) seen.acts.add(act);
      if (statuses.some(({ match }) => match === "INTRODUCED")) seen.introduced++;
      if (!model.gone && model.rounds.some(({ enterprise, held }) => enterprise && held.size > 2))
        seen.open++;
    });
  }
}

test("no reachable state shows an enterprise name, contact or CV without both acceptances and the very consent in force", async () => {
  const officers: Parameters<typeof makeWorld>[0] = [
    await makeAccount(),
    await makeAccount({ office: "YANTAI" }),
  ];
  const seen: Reached = { walks: 0, introduced: 0, open: 0, steps: 0, acts: new Set() };
  const story = fc.record({
    moves: fc
      .tuple(before, fc.array(move, { minLength: 6, maxLength: 18 }))
      .map(([given, moves]) => [...(given ? PATH.map(() => step(1, given)) : []), ...moves]),
    claimed: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  });
  await fc.assert(
    // several at a time: worlds know nothing of each other, and the database waits less
    fc.asyncProperty(fc.array(story, { minLength: AT_ONCE, maxLength: AT_ONCE }), (stories) =>
      Promise.all(stories.map(({ moves, claimed }) => play(moves, claimed, officers, seen))).then(() => {}),
    ),
    {
      numRuns: Math.ceil(RUNS / AT_ONCE),
      ...(ASKED ? {} : { interruptAfterTimeLimit: TIME_MS, markInterruptAsFailure: false }),
    },
  );
  if (ASKED) console.log({ ...seen, acts: [...seen.acts].sort() });
  // too few walks prove nothing, nor one that never arrives
  expect(seen.walks).toBeGreaterThan(40);
  expect(seen.introduced).toBeGreaterThan(seen.walks / 4);
  expect(seen.open).toBeGreaterThan(seen.walks / 8);
}, 3_600_000);
