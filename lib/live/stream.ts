import { readSession } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { type Channel, listen } from "#lib/channels.ts";
import { log } from "#lib/log.ts";
import { openStreams } from "./open-streams.ts";

/** What an open page is told: a name and ids, never content. `id` is what the browser sends back after a break. */
export type LiveEvent = { event: string; data?: unknown; id?: string };

export type Source = {
  /** which words between processes concern this page */
  hears: { channel: Channel; about: string }[];
  /**
   * What is new for the viewer since the last look, with access asked anew. It is asked at the beginning, after every word, and
   * after a break in listening, so it must look at rows and not at words; `heard` only spares looking where nothing was said
   * (a break in listening counts as said).
   */
  look(viewer: Viewer, heard: ReadonlySet<Channel>): Promise<LiveEvent[]>;
};

/** A proxy or a phone network closes what is silent for long. */
export const HEARTBEAT_MS = 20_000;
/** A reader that takes nothing is let go; it comes back and asks what it missed. */
const MOST_WAITING = 200;
const RETRY_MS = 2000;

const encoder = new TextEncoder();
const frame = ({ event, data, id }: LiveEvent) =>
  encoder.encode(
    `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data ?? {})}\n\n`,
  );

/**
 * Server-sent events for one page of one session. The session is read again before every event and with every heartbeat, without
 * keeping it alive; when it has ended the stream ends with `over`.
 */
export function liveStream(token: string, viewer: Viewer, source: Source): ReadableStream<Uint8Array> {
  let end: (last?: LiveEvent) => void = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const stops: (() => void)[] = [];
        let ended = false;
        const write = (chunk: Uint8Array) => {
          if (ended) return;
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) end();
        };
        end = (last) => {
          if (ended) return;
          if (last) controller.enqueue(frame(last));
          ended = true;
          for (const stop of stops) stop();
          try {
            controller.close();
          } catch {
            // the reader has gone already
          }
        };
        const heard = new Set<Channel>();
        const wake = oneAtATime(async () => {
          if (ended) return;
          const said = new Set(heard);
          heard.clear();
          const session = await readSession(token, { watching: true });
          if (!session || session.viewer.accountId !== viewer.accountId) return end({ event: "over" });
          for (const event of await source.look(session.viewer, said)) write(frame(event));
        }, end);
        const hear = (channel: Channel) => {
          heard.add(channel);
          wake();
        };
        const beat = oneAtATime(async () => {
          if (!(await readSession(token, { watching: true }))) return end({ event: "over" });
          write(encoder.encode(": here\n\n"));
        }, end);
        write(encoder.encode(`retry: ${RETRY_MS}\n\n`));
        stops.push(openStreams().add(viewer.accountId ?? "", end));
        for (const { channel, about } of [
          ...source.hears,
          { channel: "sessions_ended" as const, about: viewer.accountId ?? "" },
        ])
          stops.push(
            listen(channel, {
              heard: (payload) => payload === about && hear(channel),
              connected: () => hear(channel),
            }),
          );
        const heart = setInterval(beat, HEARTBEAT_MS);
        stops.push(() => clearInterval(heart));
        for (const { channel } of source.hears) hear(channel);
      },
      cancel: () => end(),
    },
    { highWaterMark: MOST_WAITING },
  );
}

/** Runs `work` once for any number of calls that come while it runs, and once more after it. A failure lets the reader go, who comes back. */
function oneAtATime(work: () => Promise<void>, failed: () => void): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    try {
      do {
        again = false;
        await work();
      } while (again);
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.message : String(error) }, "a live page was let go");
      failed();
    } finally {
      running = false;
    }
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}
