import { type ChildProcess, spawn } from "node:child_process";

type Child = { name: string; args: string[] };
type Options = {
  say: (line: string) => void;
  /** called with a line when a process ends again and again, or before `steady` */
  gaveUp: (line: string) => void;
};

const PATIENCE = 8000;
const WINDOW = 60_000;
const ENDS = 5;

/** The web server and the worker: started, started again when they die, and stopped together. */
export class Children {
  #running = new Set<ChildProcess>();
  #stopping = false;
  /** set once the product was served: before that, an end is a failed start */
  #steady = false;
  #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  served() {
    this.#steady = true;
  }

  run(child: Child, ends: number[] = []) {
    if (this.#stopping) return;
    // a group of its own, so that Ctrl-C reaches it through us, in order; it sees by its input when we are killed
    const started = spawn(process.execPath, ["--import", "./scripts/follow-starter.mjs", ...child.args], {
      stdio: ["pipe", "inherit", "inherit"],
      detached: true,
      env: { ...process.env, BRIDGE_STARTER: String(process.pid) },
    });
    started.stdin?.on("error", () => {});
    this.#running.add(started);
    started.once("exit", (code, signal) => {
      this.#running.delete(started);
      if (!this.#stopping) this.#again(child, signal ?? code, ends);
    });
  }

  #again(child: Child, how: string | number | null, ends: number[]) {
    const recent = [...ends.filter((time) => time > Date.now() - WINDOW), Date.now()];
    const line = `the ${child.name} ended unexpectedly (${how})`;
    if (!this.#steady || recent.length > ENDS) return this.#options.gaveUp(line);
    this.#options.say(`${line}; starting it again`);
    setTimeout(() => this.run(child, recent), 250 * 2 ** (recent.length - 1));
  }

  /** Asks all to finish what they are doing, and ends those that have not after eight seconds. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const ended = [...this.#running].map((child) => new Promise((resolve) => child.once("exit", resolve)));
    for (const child of this.#running) child.kill("SIGTERM");
    const patience = setTimeout(() => {
      for (const child of this.#running) child.kill("SIGKILL");
    }, PATIENCE);
    await Promise.all(ended);
    clearTimeout(patience);
  }
}
