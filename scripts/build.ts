import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = ".next/bridge-sources";

function filesOf(entry: string): string[] {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry, { withFileTypes: true })
    .filter((child) => !/\.test\.tsx?$/.test(child.name) && child.name !== "fixtures")
    .flatMap((child) => filesOf(path.join(entry, child.name)))
    .sort();
}

/** A fingerprint of all that goes into a build. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** Builds when there is no build, or when its sources have changed since. */
export async function buildIfStale(say: (line: string) => void, signal?: AbortSignal) {
  const current = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === current) return;
  signal?.throwIfAborted();
  say("building");
  // a build that is ended half-way must not pass for the one before
  rmSync(STAMP, { force: true });
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  // with the processes that it starts itself
  const end = () => process.kill(-child.pid!, "SIGTERM");
  signal?.addEventListener("abort", end, { once: true });
  const code = await new Promise((resolve) => child.once("close", resolve));
  signal?.removeEventListener("abort", end);
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  writeFileSync(STAMP, current);
  say("built");
}
