import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const gzipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;

/** gzip bytes of the JavaScript that a page's HTML names; what only old browsers load is left out. */
export function scriptBytes(html: string): number {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const files = new Set(
    tags.map(([, src]) => decodeURIComponent(src!.split("?")[0]!)).filter((src) => src.startsWith("/_next/")),
  );
  return [...files].reduce((sum, src) => sum + gzipped(path.join(".next", src.slice("/_next/".length))), 0);
}

/** gzip bytes of what every page of this build loads, an empty one too. */
export function emptyPageBytes(): number {
  const manifest = ".next/build-manifest.json";
  if (!existsSync(manifest)) return 0;
  const { rootMainFiles } = JSON.parse(readFileSync(manifest, "utf8")) as { rootMainFiles: string[] };
  return rootMainFiles.reduce((sum, file) => sum + gzipped(path.join(".next", file)), 0);
}
