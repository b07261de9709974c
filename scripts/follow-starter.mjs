// Loaded into the web server and the worker ahead of them: when the starter is killed, they end too and free the port.
// Plain JavaScript, because processes that they start themselves load it too, whatever Node those are.
import { subscribe } from "node:diagnostics_channel";
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.ppid === Number(process.env.BRIDGE_STARTER)) {
  const end = () => process.kill(process.pid, "SIGTERM");
  process.stdin.once("end", end).once("error", end).resume();
  process.stdin.unref();

  // a connection that is kept alive would bring one request after another, and the server would never be done
  let ending = false;
  process.once("SIGTERM", () => {
    ending = true;
    if (process.listenerCount("SIGTERM") === 0) process.exit(143);
  });
  subscribe("http.server.request.start", ({ response }) => {
    if (ending) response.setHeader("Connection", "close");
  });
}
