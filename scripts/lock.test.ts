import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const manifest = JSON.parse(readFileSync("package.json", "utf8"));

/** Below these there are published advisories, or a runtime that we rely on is missing. */
const FLOORS: Record<string, string> = {
  next: "16.4.5",
  "next-auth": "4.24.15",
  nodemailer: "10.6.0",
  react: "19.3.1",
};

const parts = (version: string) => version.split(/[.-]/).map(Number);
const atLeast = (version: string, floor: string) => {
  const [a, b] = [parts(version), parts(floor)];
  for (let index = 0; index < 3; index += 1)
    if (a[index] !== b[index]) return (a[index] ?? 0) > (b[index] ?? 0);
  return true;
};

test("every optional dependency that the lock names is in the lock: npm ci refuses it otherwise", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter(
        (name) => !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
      )
      .map((name) => `${path} → ${name}`),
  );
  expect(missing).toEqual([]);
});

test("versions are exact, above their floors, and the lock names no registry", () => {
  for (const [name, version] of Object.entries<string>({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
  for (const [name, floor] of Object.entries(FLOORS))
    expect(atLeast(lock.packages[`node_modules/${name}`]!.version!, floor), name).toBe(true);
  expect(Object.values(lock.packages).filter((entry) => entry.resolved)).toEqual([]);
});
