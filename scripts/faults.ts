// npm run faults [-- [--short] NAME …]: the long fault tests against the product as it is served; npm test runs a short form.
import { close } from "./checks.ts";
import * as kills from "./faults/kills.ts";
import { clearAway, newFolder, type Product, startProduct } from "./faults/product.ts";
import * as stalls from "./faults/stalls.ts";
import * as starting from "./faults/starting.ts";

const short = process.argv.includes("--short");

const ON_ITS_OWN: Record<string, () => Promise<string>> = {
  "first and second start": starting.firstAndSecondStart,
  "port taken": starting.portTaken,
  "two starts at once": starting.twoStarts,
  "SIGTERM to the group": () => starting.signalToGroup("SIGTERM", 1),
  "SIGTERM three times": () => starting.signalToGroup("SIGTERM", 3),
  "SIGINT to the group": () => starting.signalToGroup("SIGINT", 1),
  "signal while starting": () =>
    starting.signalWhileStarting(short ? [300, 1500] : [50, 200, 400, 700, 1000, 1500, 2500, 4000, 6000]),
  "kill -9 of the starter": starting.killStarter,
  "external database": starting.externalDatabase,
};
const ON_ONE: Record<string, (product: Product) => Promise<string>> = {
  "double submit": stalls.doubleSubmit,
  "hung database": stalls.hungDatabase,
  "frozen database": stalls.frozenDatabase,
  "kill -9 of the worker": kills.killWorker,
  "kill -9 of PostgreSQL": (product) => kills.killPostgres(product, short ? 2 : 20),
  "kill -9 of the web server": (product) => kills.killWebServer(product, short ? 5 : 100),
};

const wanted = process.argv.slice(2).filter((name) => name !== "--short");
const chosen = <T>(all: Record<string, T>) =>
  Object.entries(all).filter(([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const tally = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] };

async function attempt(name: string, work: () => Promise<string>, said = () => "") {
  const begun = Date.now();
  const took = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  try {
    console.log(`✓ ${name}: ${await work()} (${took()})`);
    tally.passed += 1;
  } catch (error) {
    console.log(`✗ ${name} (${took()})\n${(error as Error).message}\n${said().slice(-3000)}`);
    tally.failed += 1;
    tally.failures.push(name);
  }
}

for (const [name, work] of chosen(ON_ITS_OWN)) await attempt(name, work);
const onOne = chosen(ON_ONE);
if (onOne.length) {
  const product = await startProduct(newFolder());
  try {
    await product.served();
    for (const [name, work] of onOne) await attempt(name, () => work(product), product.said);
  } finally {
    await clearAway(product);
  }
}
close(tally);
