import type { ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isPostmaster, postmasterOf } from "./postmaster.ts";
import { type SystemUser, spawnAs } from "./system-user.ts";

type Options = {
  root: string;
  cluster: string;
  postgres: string;
  user: SystemUser;
  unsafe: boolean;
  signal?: AbortSignal;
  say: (line: string) => void;
};

const LOG_BYTES = 5_000_000;
const TRIES = 10;
/** One that held for so long has recovered: the next end counts anew. */
const STEADY = 60_000;
const RECOVERY = 300_000;
// the backends of a killed PostgreSQL need a moment to notice and end
const LINGERING = /pre-existing shared memory block|lock file "postmaster.pid" already exists/;
const PORT_TAKEN = /could not bind|Address already in use|could not create any TCP/;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** One PostgreSQL process over its life: started, started again on the same port when it dies, and stopped. */
export class Server {
  port = 0;
  /** resolves with a line when it cannot be kept running */
  readonly gaveUp: Promise<string>;
  #options: Options;
  #child: ChildProcess | undefined;
  #stopping = false;
  #giveUp!: (line: string) => void;
  #keeping: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
    this.gaveUp = new Promise((resolve) => {
      this.#giveUp = resolve;
    });
  }

  async start(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      this.port = await freePort();
      try {
        return this.#keep(await this.#boot());
      } catch (error) {
        const line = (error as Error).message;
        if (this.#stopping || attempt > 100 || !(PORT_TAKEN.test(line) || LINGERING.test(line))) throw error;
        await pause(200);
      }
    }
  }

  /** Ends clients at once and writes everything down; after five seconds without, at the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#end();
    await this.#keeping;
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    const patience = setTimeout(() => child.kill("SIGQUIT"), 5000);
    await ended;
    clearTimeout(patience);
  }

  #keep(child: ChildProcess) {
    const since = Date.now();
    child.once("exit", (code, signal) => {
      if (!this.#stopping) this.#keeping = this.#again(signal ?? code, Date.now() - since);
    });
  }

  #failures = 0;

  async #again(how: string | number | null, lasted: number) {
    this.#failures = lasted > STEADY ? 0 : this.#failures;
    let line = `PostgreSQL ended unexpectedly (${how})`;
    while (!this.#stopping && this.#failures++ < TRIES) {
      this.#options.say(`${line}; starting it again`);
      try {
        this.#keep(await this.#boot());
        return this.#options.say("PostgreSQL is up again");
      } catch (error) {
        line = (error as Error).message;
        const until = Date.now() + Math.min(10_000, 100 * 2 ** this.#failures);
        while (!this.#stopping && Date.now() < until) await pause(50);
      }
    }
    if (!this.#stopping) this.#giveUp(line);
  }

  /** Resolves with the process once it takes connections. @throws Error with what PostgreSQL said */
  async #boot(): Promise<ChildProcess> {
    const { root, cluster, postgres, user, unsafe, signal } = this.#options;
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "max_connections=100",
      "shared_buffers=256MB",
      "timezone=UTC",
      "password_encryption=scram-sha-256",
      // its log holds no values of rows
      "log_error_verbosity=terse",
      "log_min_error_statement=panic",
      ...(unsafe
        ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
        : ["synchronous_commit=on"]),
    ];
    const log = path.join(root, "postgres.log");
    if (existsSync(log) && statSync(log).size > LOG_BYTES) renameSync(log, `${log}.1`);
    const file = openSync(log, "a", 0o600);
    const from = statSync(log).size;
    const args = ["-D", cluster, "-p", String(this.port), ...settings.flatMap((setting) => ["-c", setting])];
    // a file, not a pipe: it lives on when its starter is killed
    const child = spawnAs(user, postgres, args, { stdio: ["ignore", file, file] });
    closeSync(file);
    this.#child = child;
    let failed: Error | undefined;
    child.once("error", (error) => {
      failed = error;
    });
    for (const deadline = Date.now() + RECOVERY; ; await pause(20)) {
      const ended = child.exitCode !== null || child.signalCode !== null;
      if (failed || ended || Date.now() > deadline) {
        child.kill("SIGQUIT");
        const said = readFileSync(log).subarray(from).toString().slice(-800).trim();
        throw (
          failed ?? new Error(`PostgreSQL did not start (${child.signalCode ?? child.exitCode}): ${said}`)
        );
      }
      if (signal?.aborted || this.#stopping) {
        // not stop(): that waits for whoever started this
        this.#stopping = true;
        await this.#end();
        throw new Error("stopped while starting");
      }
      const found = postmasterOf(cluster);
      if (found?.ready && found.pid === child.pid && isPostmaster(found.pid, cluster)) return child;
    }
  }
}
