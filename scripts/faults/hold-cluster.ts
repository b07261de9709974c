// Starts the embedded PostgreSQL of a folder and waits to be killed. For the fault tests: node scripts/faults/hold-cluster.ts DIR
import { startEmbedded } from "../database/embedded.ts";

try {
  const { url } = await startEmbedded({ dataDir: process.argv[2]!, say: console.log });
  console.log(`up ${url("app")}`);
  setInterval(() => {}, 60_000);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
