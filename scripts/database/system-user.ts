import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";

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
export function systemUser(cluster: string, root: string): SystemUser {
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
  const plain = { uid, gid, prefix: [] };
  if (mayEnter(plain, root)) return plain;
  // a parent folder is closed to others (mode 0700): keep the right to walk through folders, and no other
  const walking = {
    uid,
    gid,
    prefix: [
      "setpriv",
      `--reuid=${uid}`,
      `--regid=${gid}`,
      "--clear-groups",
      "--inh-caps=+dac_read_search",
      "--ambient-caps=+dac_read_search",
    ],
  };
  if (mayEnter(walking, root)) return walking;
  throw new Error(
    `The user of PostgreSQL (${uid}) may not enter ${root}. Move the folder, or set DATA_DIR, or start as an ordinary user.`,
  );
}

/** Asked by going there: `test -x` asks access(2), which leaves capabilities out. */
function mayEnter(user: SystemUser, folder: string): boolean {
  const [file, ...rest] = [...user.prefix, "sh", "-c", 'cd "$0"', folder];
  return (
    spawnSync(file!, rest, user.prefix.length ? { cwd: "/" } : { cwd: "/", uid: user.uid, gid: user.gid })
      .status === 0
  );
}

const SHARED = "/var/lib/talent-bridge";

/**
 * The folder of PostgreSQL's programs where their user can start them. PostgreSQL checks itself by access(2), so below a
 * closed folder no capability helps: root keeps a copy of them, once a version, in a folder of its own.
 */
export function programsFor(user: SystemUser, native: string, version: string): string {
  if (user.uid === undefined || mayEnter({ uid: user.uid, gid: user.gid, prefix: [] }, native)) return native;
  const copy = path.join(SHARED, `postgres-${version}`);
  if (existsSync(copy) && statSync(copy).uid === 0) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch (error) {
    // another start was first
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
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
