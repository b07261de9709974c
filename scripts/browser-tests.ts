import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findBrowser } from "./browser.ts";
import { runTo, type Tally } from "./checks.ts";

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Starts the product as `npm start` does, on a fresh demo, and runs the browser tests against it. */
export async function browserTests(args: string[]): Promise<Tally> {
  console.log("— browser tests");
  const browser = await findBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-e2e-"));
  const port = String(await freePort());
  const env = {
    PORT: port,
    DATA_DIR: path.join(folder, "data"),
    PUBLIC_URL: `http://localhost:${port}`,
    BRIDGE_TEST: "1",
    LOG_LEVEL: "warn",
    DATABASE_URL: "",
  };
  const app = spawn(process.execPath, ["scripts/start.ts"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const closed = new Promise((resolve) => app.once("close", resolve));
  try {
    await untilServed(port, app);
    const report = path.join(folder, "playwright.json");
    await runTo(["node_modules/playwright/cli.js", "test", "--config", "e2e/playwright.config.ts", ...args], {
      ...env,
      BASE_URL: env.PUBLIC_URL,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    const { stats, suites } = JSON.parse(readFileSync(report, "utf8"));
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
      failures: failuresOf(suites),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { passed: 0, failed: 1, skipped: 0, failures: [`browser tests: ${message}`] };
  } finally {
    app.kill("SIGTERM");
    await closed;
    rmSync(folder, { recursive: true, force: true });
  }
}

type Suite = { suites?: Suite[]; specs: { ok: boolean; title: string; file: string; line: number }[] };

const failuresOf = (suites: Suite[]): string[] =>
  suites.flatMap((suite) => [
    ...suite.specs.filter((spec) => !spec.ok).map((spec) => `e2e/${spec.file}:${spec.line} ${spec.title}`),
    ...failuresOf(suite.suites ?? []),
  ]);

async function untilServed(port: string, app: { exitCode: number | null }) {
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await pause(250)) {
    if (app.exitCode !== null) throw new Error("The product did not start.");
    const ready = await fetch(`http://localhost:${port}/api/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
  }
  throw new Error("The product was not served within five minutes.");
}
