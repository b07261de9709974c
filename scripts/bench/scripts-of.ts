import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const gzipped = (content: Uint8Array) => gzipSync(content, { level: 9 }).length;

/** gzip bytes of the JavaScript that a page's HTML names; what only old browsers load is left out. */
export async function scriptBytes(html: string, baseUrl: string): Promise<number> {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const sources = new Set(tags.map(([, src]) => src!).filter((src) => src.startsWith("/_next/")));
  let sum = 0;
  for (const src of sources) {
    const answer = await fetch(baseUrl + src);
    if (!answer.ok) throw new Error(`${src} answered ${answer.status}`);
    sum += gzipped(new Uint8Array(await answer.arrayBuffer()));
  }
  return sum;
}

/** gzip bytes of what every page of this build loads, an empty one too. */
export function emptyPageBytes(): number {
  const manifest = ".next/build-manifest.json";
  if (!existsSync(manifest)) return 0;
  const { rootMainFiles } = JSON.parse(readFileSync(manifest, "utf8")) as { rootMainFiles: string[] };
  return rootMainFiles.reduce((sum, file) => sum + gzipped(readFileSync(path.join(".next", file))), 0);
}
