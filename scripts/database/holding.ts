import { createHash } from "node:crypto";
import { realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { platform, tmpdir } from "node:os";
import path from "node:path";

/** A name that only one process of the machine can listen on. Linux and Windows free it themselves when that process dies. */
function addressOf(folder: string): { address: string; file: boolean } {
  const name = `talent-bridge-${createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24)}`;
  if (platform() === "linux") return { address: `\0${name}`, file: false };
  if (platform() === "win32") return { address: `\\\\.\\pipe\\${name}`, file: false };
  return { address: path.join(tmpdir(), name), file: true };
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.on("error", () => {}).end(String(process.pid)));
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** The process that holds a name; null when nobody answers there. */
function holderOf(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(address);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on("data", (chunk) => {
      said += chunk;
    });
    socket.on("error", () => resolve(null));
    socket.on("close", () => resolve(said || null));
  });
}

/** The process that keeps a data folder; null when none does. */
export async function holderOfFolder(folder: string): Promise<number | null> {
  const pid = await holderOf(addressOf(folder).address);
  return pid === null ? null : Number(pid);
}

/**
 * Keeps a data folder for this process, so that two starts never share one. Returns what gives it free again; the death of
 * the process does too.
 * @throws Error one line that names who has it
 */
export async function holdFolder(folder: string): Promise<() => void> {
  const { address, file } = addressOf(folder);
  let server = await listen(address);
  if (!server) {
    const pid = await holderOf(address);
    // a socket file outlives a killed process
    if (pid === null && file) rmSync(address, { force: true });
    if (pid === null) server = await listen(address);
    if (!server)
      throw new Error(
        `Talent Bridge is already running on the data folder ${folder}${pid ? ` (process ${pid})` : ""}. Stop it first, or set DATA_DIR to another folder.`,
      );
  }
  return () => server?.close();
}
