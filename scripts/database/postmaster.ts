import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { platform } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** What a PostgreSQL notes of itself in its data folder. */
type Postmaster = { pid: number; port: number; ready: boolean };

export function postmasterOf(cluster: string): Postmaster | null {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  return Number.isNaN(pid) ? null : { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Whether a process lives and is the PostgreSQL of this folder: a process number is used again after a crash. */
export function isPostmaster(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (platform() !== "linux")
    return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout.includes(
      cluster,
    );
  try {
    // PostgreSQL works in its data folder; a zombie has none
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/** Where a PostgreSQL of this folder that takes connections listens, if there is one. */
export function portOf(cluster: string): number | null {
  const found = postmasterOf(cluster);
  return found?.ready && isPostmaster(found.pid, cluster) ? found.port : null;
}

/**
 * Stops the PostgreSQL that a killed starter left behind. Its pid file is PostgreSQL's own lock and stays, unless its process
 * number belongs to somebody else by now.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const found = postmasterOf(cluster);
  if (!found) return;
  if (!isPostmaster(found.pid, cluster)) return rmSync(path.join(cluster, "postmaster.pid"), { force: true });
  process.kill(found.pid, "SIGINT");
  for (const deadline = Date.now() + 20_000; isPostmaster(found.pid, cluster); await pause(50))
    if (Date.now() > deadline)
      throw new Error(`A PostgreSQL (process ${found.pid}) left by an earlier run does not stop.`);
}
