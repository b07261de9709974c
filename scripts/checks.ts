import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** `failures`: what failed, by name, so that the end of a long log says it. */
export type Tally = { passed: number; failed: number; skipped: number; failures: string[] };

/** Both ends of a failure's message: a generated example between them may be longer than the rest of the log. */
const shown = (message = "") =>
  message.length <= 2000 ? message : `${message.slice(0, 1000)}\n…\n${message.slice(-1000)}`;

const bin = (file: string) => path.join("node_modules", file);

/** Runs a command to its end with its output shown; resolves with its exit code. */
export function runTo(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}

const STATIC: [string, string[]][] = [
  ["format and lint", [bin("@biomejs/biome/bin/biome"), "ci", "--error-on-warnings"]],
  ["types", [bin("typescript/bin/tsc"), "--noEmit", "-p", "."]],
  [
    "import rules",
    [
      bin("dependency-cruiser/bin/dependency-cruiser.mjs"),
      "--config",
      ".dependency-cruiser.mjs",
      "app",
      "components",
      "lib",
      "scripts",
      "prisma/seed",
      "proxy.ts",
      "instrumentation.ts",
    ],
  ],
];

/** Format, lint, types, import rules, unit and database tests. */
export async function check(): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const [name, args] of STATIC) {
    console.log(`— ${name}`);
    if ((await runTo(args)) === 0) tally.passed += 1;
    else {
      tally.failed += 1;
      tally.failures.push(name);
    }
  }
  console.log("— unit and database tests");
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-report-"));
  const file = path.join(folder, "vitest.json");
  const code = await runTo([
    bin("vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    tally.passed += report.numPassedTests;
    tally.skipped += report.numPendingTests;
    // a file that cannot be loaded fails without a failed test
    tally.failed += Math.max(report.numFailedTests, code === 0 ? 0 : 1);
    for (const file of report.testResults) {
      const failed = file.assertionResults.filter((test: { status: string }) => test.status === "failed");
      for (const test of failed)
        tally.failures.push(`${file.name}: ${test.fullName}\n${shown(test.failureMessages[0])}`);
      if (file.status === "failed" && failed.length === 0)
        tally.failures.push(`${file.name}\n${shown(file.message)}`);
    }
  } catch {
    tally.failed += 1;
    tally.failures.push("the tests' report could not be read");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

/** The line that closes a run, and the exit code. */
export function close({ passed, failed, skipped, failures }: Tally) {
  for (const failure of failures) console.log(`FAILED ${failure}\n`);
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failed ? 1 : 0;
}
