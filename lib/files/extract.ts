import path from "node:path";
import { Worker } from "node:worker_threads";
import { type FileError, fileError, isFileErrorCode, limits } from "./errors.ts";

export type TextKind = "pdf" | "docx";
/** `pages` is null for DOCX, which has none of its own. */
export type Extracted = { ok: true; text: string; pages: number | null };
export type ExtractOptions = { seconds?: number; memoryMb?: number };

/** At once; more uploads wait their turn, so that a rush cannot take all the memory. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * The text of a file that `sniff` accepted, in reading order, lines separated by \n and cells of a row by \t.
 * Runs in a thread of its own, ended when it takes too long or too much memory. Never throws for hostile input.
 */
export async function extractText(
  bytes: Uint8Array,
  kind: TextKind,
  options: ExtractOptions = {},
): Promise<Extracted | FileError> {
  if (bytes.length === 0) return fileError("empty");
  if (bytes.length > limits.bytes) return fileError("tooLarge");
  // a place is handed on, never given back and taken again, so nobody can slip in between
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await runWorker(bytes, kind, options);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

function runWorker(
  bytes: Uint8Array,
  kind: TextKind,
  options: ExtractOptions,
): Promise<Extracted | FileError> {
  const seconds = options.seconds ?? limits.seconds;
  const memoryMb = options.memoryMb ?? limits.memoryMb;
  // by path and not by URL: bundlers would otherwise try to bundle it; the app always runs in the project's root
  const entry = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/files/extract-worker.ts");
  return new Promise((resolve) => {
    const worker = new Worker(/* turbopackIgnore: true */ entry, {
      workerData: { bytes, kind },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const finish = (result: Extracted | FileError) => {
      clearTimeout(timer);
      clearInterval(meter);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(fileError("timedOut", { seconds })), seconds * 1000);
    // resourceLimits do not count buffers, and unpacked streams are buffers
    const meter = setInterval(async () => {
      const heap = await worker.getHeapStatistics().catch(() => null);
      if (heap && heap.external_memory > memoryMb * 1024 * 1024) finish(fileError("zipBomb"));
    }, 50);
    worker.on("message", (message: unknown) => finish(readMessage(message)));
    worker.on("error", (error: NodeJS.ErrnoException) => {
      finish(fileError(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "zipBomb" : "corrupt"));
    });
    worker.on("exit", () => finish(fileError("corrupt")));
    // pdf.js warns with pieces of the document; they go nowhere
    worker.stdout.resume();
    worker.stderr.resume();
  });
}

function readMessage(message: unknown): Extracted | FileError {
  const { ok, code, text, pages } = message as Partial<Extracted> & Partial<Omit<FileError, "ok">>;
  if (ok && typeof text === "string") return { ok: true, text, pages: pages ?? null };
  return fileError(isFileErrorCode(code) ? code : "corrupt");
}
