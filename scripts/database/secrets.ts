import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Secrets = { superuser: string; owner: string; app: string; auth: string };

/** Passwords and the session secret of the embedded database, made once. The file is there whole or not at all. */
export function secretsOf(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const secret = () => randomBytes(32).toString("hex");
    const made: Secrets = { superuser: secret(), owner: secret(), app: secret(), auth: secret() };
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(made), { mode: 0o600, flush: true });
    renameSync(draft, file);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
