import { parentPort, workerData } from "node:worker_threads";
import { readDocx } from "./docx-text.ts";
import { fileError } from "./errors.ts";
import type { TextKind } from "./extract.ts";
import { readPdf } from "./pdf-text.ts";

const { bytes, kind } = workerData as { bytes: Uint8Array; kind: TextKind };
try {
  parentPort?.postMessage(kind === "pdf" ? await readPdf(bytes) : await readDocx(bytes));
} catch {
  parentPort?.postMessage(fileError("corrupt"));
}
