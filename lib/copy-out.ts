import type pg from "pg";

const SIGNATURE = 11;

/**
 * Reads `COPY (…) TO STDOUT (FORMAT binary)` row by row as it comes, without holding the answer: `row` gets the bytes and where
 * each field begins in them (-1: null) and how long it is. The arrays and the bytes are only valid within the call.
 */
export function copyOut(
  client: pg.Client,
  query: string,
  row: (bytes: Buffer, starts: Int32Array, lengths: Int32Array) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(`COPY (${query}) TO STDOUT (FORMAT binary)`, row, resolve, reject) as never);
  });
}

/** A query as `pg` drives it: what it calls of a message. The server sends each row as one message. */
class CopyOut {
  readonly #text: string;
  readonly #row: (bytes: Buffer, starts: Int32Array, lengths: Int32Array) => void;
  readonly #done: () => void;
  readonly #failed: (error: Error) => void;
  readonly #starts = new Int32Array(64);
  readonly #lengths = new Int32Array(64);
  #begun = false;
  #error: Error | undefined;

  constructor(text: string, row: CopyOut["handleRow"], done: () => void, failed: (error: Error) => void) {
    this.#text = text;
    this.#row = row;
    this.#done = done;
    this.#failed = failed;
  }

  submit(connection: { query(text: string): void }): void {
    connection.query(this.#text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.#error) return;
    try {
      let at = 0;
      if (!this.#begun) {
        this.#begun = true;
        at = SIGNATURE + 8 + chunk.readInt32BE(SIGNATURE + 4);
      }
      while (at < chunk.length) at = this.#read(chunk, at);
    } catch (error) {
      this.#error = error as Error;
    }
  }

  #read(chunk: Buffer, from: number): number {
    const fields = chunk.readInt16BE(from);
    let at = from + 2;
    if (fields < 0) return chunk.length;
    for (let i = 0; i < fields; i++) {
      const length = chunk.readInt32BE(at);
      at += 4;
      this.#starts[i] = length < 0 ? -1 : at;
      this.#lengths[i] = Math.max(0, length);
      at += Math.max(0, length);
    }
    this.handleRow(chunk, this.#starts, this.#lengths);
    return at;
  }

  handleRow(bytes: Buffer, starts: Int32Array, lengths: Int32Array): void {
    this.#row(bytes, starts, lengths);
  }

  handleError(error: Error): void {
    this.#error ??= error;
    this.#failed(error);
  }

  handleReadyForQuery(): void {
    if (this.#error) this.#failed(this.#error);
    else this.#done();
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A uuid of sixteen bytes as text. */
export function uuidAt(bytes: Uint8Array, at: number): string {
  let text = "";
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += "-";
    text += HEX[bytes[at + i] as number];
  }
  return text;
}
