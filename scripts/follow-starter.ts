// Loaded into the web server and the worker ahead of them: when the starter is killed, they end too and free the port.
import type { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const starter = process.stdin as unknown as Socket;
  const end = () => process.kill(process.pid, "SIGTERM");
  starter.once("end", end).once("error", end).resume();
  starter.unref();
}
