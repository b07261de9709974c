import pg from "pg";
import type { Tx } from "./db.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";

/** What processes tell each other over PostgreSQL. Payloads are ids and short words, never personal data; at most 7,900 bytes. */
export type Channel =
  | "matches_changed"
  | "engine_asked"
  | "engine_answered"
  | "dictionary_changed"
  | "case_changed"
  | "conversation_changed"
  | "notified"
  | "sessions_ended";

/** Told to every process that listens, when and only if the transaction commits. */
export async function tell(tx: Pick<Tx, "$executeRaw">, channel: Channel, payload = ""): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}

type Listener = {
  heard(payload: string): void;
  /** called when listening begins and after every break: what was told meanwhile is not told again, so look at the rows */
  connected?(): void;
};

const RETRY_MS = 500;

/** One connection a process that hears all channels; it connects anew for as long as anybody listens. */
class Ear {
  readonly #listeners = new Map<Channel, Set<Listener>>();
  #client: pg.Client | undefined;
  #ready = false;
  #timer: NodeJS.Timeout | undefined;
  #asked: Promise<boolean> = Promise.resolve(true);

  add(channel: Channel, listener: Listener): () => void {
    const known = this.#listeners.get(channel);
    const listeners = known ?? new Set<Listener>();
    listeners.add(listener);
    this.#listeners.set(channel, listeners);
    if (!this.#client && !this.#timer) void this.#connect();
    // else it is told when the connection is there
    else if (this.#ready) void this.#begin(channel, listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(channel) !== listeners) return;
      this.#listeners.delete(channel);
      if (this.#listeners.size === 0) this.#close();
      else void this.#ask(`UNLISTEN ${channel}`);
    };
  }

  async #begin(channel: Channel, listener: Listener) {
    if (await this.#ask(`LISTEN ${channel}`)) listener.connected?.();
  }

  /** One after the other, as the driver wants it. What fails fails with its connection, and is made good at the next one. */
  #ask(words: string): Promise<boolean> {
    const client = this.#client;
    this.#asked = this.#asked
      .then(() => client?.query(words))
      .then(
        () => client !== undefined && client === this.#client,
        () => false,
      );
    return this.#asked;
  }

  async #connect(): Promise<void> {
    this.#timer = undefined;
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      keepAlive: true,
      connectionTimeoutMillis: 3000,
      application_name: "bridge-listen",
    });
    this.#client = client;
    // what a lost connection still owes may never be answered
    this.#asked = Promise.resolve(true);
    const lost = (error?: Error) => {
      if (this.#client !== client) return;
      if (error) log.warn({ error: error.message }, "listening was interrupted");
      this.#client = undefined;
      this.#ready = false;
      client.removeAllListeners("end");
      void client.end().catch(() => undefined);
      this.#timer = setTimeout(() => void this.#connect(), RETRY_MS);
      this.#timer.unref();
    };
    client.on("error", lost);
    client.on("end", () => lost());
    client.on("notification", ({ channel, payload = "" }) => {
      for (const listener of this.#listeners.get(channel as Channel) ?? []) listener.heard(payload);
    });
    try {
      await client.connect();
      for (const channel of this.#listeners.keys()) await client.query(`LISTEN ${channel}`);
      this.#ready = true;
      for (const listeners of this.#listeners.values())
        for (const listener of listeners) listener.connected?.();
    } catch (error) {
      lost(error as Error);
    }
  }

  #close() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const client = this.#client;
    this.#client = undefined;
    this.#ready = false;
    client?.removeAllListeners("end");
    void client?.end().catch(() => undefined);
  }
}

// one a process, also across hot reloads in development
const holder = globalThis as { bridgeEar?: Ear };

/** Hears a channel until the returned function is called. */
export function listen(channel: Channel, listener: Listener): () => void {
  holder.bridgeEar ??= new Ear();
  return holder.bridgeEar.add(channel, listener);
}
