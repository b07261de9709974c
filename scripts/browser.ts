import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

async function ownBrowser(): Promise<string | undefined> {
  const { chromium } = await import("playwright");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 600_000 }).status === 0;

/**
 * A browser for the tests: CHROMIUM_PATH, an installed Chrome or Chromium, Playwright's own; else it is fetched, by Playwright
 * or from Debian. Throws with what to do when none can be had.
 */
export async function findBrowser(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && existsSync(given)) return given;
  const found = INSTALLED.find((file) => existsSync(file)) ?? (await ownBrowser());
  if (found) {
    ensureChineseFonts();
    return found;
  }
  console.log("No browser was found: installing one for the tests (once).");
  const root = userInfo().uid === 0;
  if (root && run("apt-get", ["update", "-qq"]))
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  if (!INSTALLED.some((file) => existsSync(file))) {
    const cli = createRequire(import.meta.url).resolve("playwright/cli");
    run(process.execPath, [cli, "install", ...(root ? ["--with-deps"] : []), "chromium"]);
  }
  const installed = INSTALLED.find((file) => existsSync(file)) ?? (await ownBrowser());
  if (!installed)
    throw new Error(
      "The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name one in CHROMIUM_PATH.",
    );
  return installed;
}

/** Without a Chinese font the pages work, but screenshots show boxes. */
function ensureChineseFonts() {
  const list = spawnSync("fc-list", [":lang=zh-hk"], { encoding: "utf8" });
  if (list.status === 0 && list.stdout.trim() === "" && userInfo().uid === 0) {
    if (run("apt-get", ["update", "-qq"]))
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "fonts-noto-cjk"]);
  }
}
