import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/** As whom PostgreSQL runs. `uid` only where it is not the caller. */
export type SystemUser = { uid?: number; gid?: number; prefix: string[] };

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number.parseInt(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout, 10);
  if (Number.isNaN(id("-u")))
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const [uid, gid] = [id("-u"), id("-g")];
  if (Number.isNaN(uid))
    throw new Error(
      "PostgreSQL does not run as root and no user 'postgres' could be made. Start as an ordinary user.",
    );
  return { uid, gid };
}

/**
 * PostgreSQL refuses to run as root, so root starts it as the owner of its data folder, at first as the user `postgres`,
 * made if it is missing. An ordinary user starts it as themselves.
 */
export function systemUser(cluster: string, folders: string[]): SystemUser {
  const own = process.getuid?.() ?? -1;
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if (own !== 0) {
    if (owner && own > 0 && owner.uid !== own)
      throw new Error(
        `The data folder ${cluster} belongs to another user (${owner.uid}). Start as that user, or set DATA_DIR.`,
      );
    return { prefix: [] };
  }
  const { uid, gid } = owner && owner.uid !== 0 ? owner : postgresUser();
  const reachable = folders.every((folder) => spawnSync("test", ["-x", folder], { uid, gid }).status === 0);
  if (reachable) return { uid, gid, prefix: [] };
  // a parent folder is closed to others (mode 0700): keep the right to walk through folders, and no other
  const prefix = [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--inh-caps=+dac_read_search",
    "--ambient-caps=+dac_read_search",
  ];
  if (spawnSync(prefix[0]!, [...prefix.slice(1), "test", "-x", folders[0]!]).status !== 0)
    throw new Error(
      `The user of PostgreSQL (${uid}) may not enter ${folders.join(" or ")}. Move the folder, or set DATA_DIR, or start as an ordinary user.`,
    );
  return { uid, gid, prefix };
}

/** Starts a program as that user, in a process group of its own, so that Ctrl-C reaches the application first. */
export function spawnAs(
  user: SystemUser,
  command: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const [file, ...rest] = [...user.prefix, command, ...args];
  return spawn(file!, rest, {
    ...options,
    detached: true,
    ...(user.prefix.length ? { cwd: "/" } : { uid: user.uid, gid: user.gid }),
    env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
  });
}
