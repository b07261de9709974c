// Loaded into the web server and the worker ahead of them: when the starter is killed, they end too and free the port.
// Plain JavaScript, because processes that they start themselves load it too, whatever Node those are.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.ppid === Number(process.env.BRIDGE_STARTER)) {
  const end = () => process.kill(process.pid, "SIGTERM");
  process.stdin.once("end", end).once("error", end).resume();
  process.stdin.unref();
}
