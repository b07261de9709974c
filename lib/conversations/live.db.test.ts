import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { disableAccount } from "#lib/accounts/commands.ts";
import { closeSession, openSession } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { MOST_OF_ONE } from "#lib/live/open-streams.ts";
import { makeAccount } from "#lib/matches/test-support.ts";
import { notify } from "#lib/notifications/notify.ts";
import { markThreadRead, sendMessage } from "./commands.ts";
import { readCursor, writeCursor } from "./live.ts";
import { tellOfMessage } from "./notices.ts";
import { listMessages } from "./queries.ts";
import { endCase, type MadeCase, makeCase, withdrawConsents } from "./test-support.ts";

useDatabase();

type Server = { url: string; child: ChildProcess };
const servers: Server[] = [];

/** A web process of its own on the same database. */
async function serve(): Promise<Server> {
  const child = spawn(process.execPath, ["e2e/support/stream-server.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: process.env,
  });
  const [line] = await once(child.stdout!, "data");
  const server = { url: `http://127.0.0.1:${String(line).trim()}`, child };
  servers.push(server);
  return server;
}

let one: Server;
let two: Server;
let made: MadeCase;
beforeAll(async () => {
  [one, two, made] = await Promise.all([serve(), serve(), makeCase()]);
});
afterAll(() => {
  for (const { child } of servers) child.kill("SIGKILL");
});

type Heard = { event: string; data: Record<string, unknown>; id: string | null };

/** A page that listens: what it was told, where it left off, and whether the stream has ended. */
class Page {
  readonly heard: Heard[] = [];
  lastId: string | null = null;
  ended = false;
  readonly #abort = new AbortController();

  static async open(server: Server, token: string, query: string, lastId: string | null = null) {
    const page = new Page();
    const answer = await fetch(`${server.url}/?${query}`, {
      headers: { "x-token": token, ...(lastId === null ? {} : { "last-event-id": lastId }) },
      signal: page.#abort.signal,
    });
    expect(answer.status).toBe(200);
    page.lastId = lastId;
    void page.#read(answer.body!);
    return page;
  }

  async #read(body: ReadableStream<Uint8Array>) {
    const decoder = new TextDecoder();
    let rest = "";
    try {
      for await (const chunk of body) {
        const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
        rest = parts.pop()!;
        for (const part of parts) this.#take(part);
      }
    } catch {
      // cut off, as a phone in a tunnel is
    }
    this.ended = true;
  }

  #take(part: string) {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1] ?? null;
    const event = field("event");
    if (!event) return;
    this.lastId = field("id") ?? this.lastId;
    this.heard.push({ event, data: JSON.parse(field("data") ?? "{}"), id: field("id") });
  }

  /** The numbers of a thread that it was told of, each as often as it was told. */
  numbers(party = "ALL"): number[] {
    return this.heard
      .filter(({ event, data }) => event === "message" && data.party === party)
      .flatMap(({ data }) =>
        Array.from({ length: Number(data.to) - Number(data.from) + 1 }, (_, i) => Number(data.from) + i),
      );
  }

  of = (event: string) => this.heard.filter((one) => one.event === event);
  cut = () => this.#abort.abort();
}

const tokenOf = async (viewer: Viewer) => (await openSession(viewer.accountId!, "test")).token;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
async function until(holds: () => boolean | Promise<boolean>) {
  for (let i = 0; i < 800 && !(await holds()); i++) await pause(10);
  expect(await holds()).toBe(true);
}
const say = (of: MadeCase, who: "talent" | "member" | "officer", body: string) =>
  sendMessage(of[who], { introductionId: of.id, party: "ALL", body });
/** What the worker does for every message. */
async function tellAll() {
  const rows = await transaction(systemViewer("test"), (tx) =>
    tx.threadMessage.findMany({ select: { id: true } }),
  );
  for (const { id } of rows) await tellOfMessage(id);
}
const cutListening = () =>
  db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bridge-listen' AND datname = current_database()`;

test("a cursor survives the browser", () => {
  const cursor = new Map([
    ["ALL", 12],
    ["TALENT", 3],
  ] as const);
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  expect(readCursor("0")).toEqual(new Map());
  expect(readCursor("ALL.9'; DROP_X.1")).toEqual(new Map([["ALL", 9]]));
});

test("pages at two servers hear everything once, through cut listening and cut connections", async () => {
  const [talent, member] = await Promise.all([tokenOf(made.talent), tokenOf(made.member)]);
  const query = `case=${made.id}&since=0`;
  const atOne = await Page.open(one, talent, query);
  const atTwo = await Page.open(two, member, query);
  await say(made, "officer", "one");
  await say(made, "talent", "two");
  await until(() => atOne.numbers().length === 2 && atTwo.numbers().length === 2);

  // both servers lose the connection that they listen on while people write
  await cutListening();
  await Promise.all([
    say(made, "officer", "three"),
    say(made, "member", "four"),
    say(made, "talent", "five"),
  ]);
  await until(() => atOne.numbers().length === 5 && atTwo.numbers().length === 5);

  // one page loses its server, comes back to the other one and says where it left off
  atOne.cut();
  await Promise.all([say(made, "officer", "six"), say(made, "member", "seven")]);
  const back = await Page.open(two, talent, query, atOne.lastId);
  await until(() => back.numbers().length === 2);
  await say(made, "officer", "eight");
  await until(() => back.numbers().length === 3 && atTwo.numbers().length === 8);
  expect(atOne.numbers().concat(back.numbers())).toEqual(upTo(8));
  expect(atTwo.numbers()).toEqual(upTo(8));

  // and what it then fetches is what was written
  const page = await listMessages(made.talent, { introductionId: made.id, party: "ALL" }, { after: 0 });
  expect(page!.messages.map((message) => message.seq)).toEqual(upTo(8));
  for (const open of [back, atTwo]) open.cut();
});

test("many writers and many cuts: nothing lost, nothing twice, no content in the stream", async () => {
  const of = await makeCase();
  const token = await tokenOf(of.member);
  const pages = [await Page.open(one, token, `case=${of.id}`)];
  const writers = Array.from({ length: 20 }, (_, index) =>
    say(of, (["talent", "member", "officer"] as const)[index % 3]!, `secret words ${index}`),
  );
  for (let round = 0; round < 3; round++) {
    await Promise.race(writers.slice(round * 6));
    await cutListening();
    const last = pages.at(-1)!;
    last.cut();
    pages.push(await Page.open(round % 2 ? one : two, token, `case=${of.id}`, last.lastId));
  }
  await Promise.all(writers);
  await until(() => pages.flatMap((page) => page.numbers()).length >= 20);
  expect(pages.flatMap((page) => page.numbers())).toEqual(upTo(20));
  expect(JSON.stringify(pages.map((page) => page.heard))).not.toContain("secret");
  pages.at(-1)!.cut();
});

test("nobody hears of a thread that is not theirs, nor of another case", async () => {
  const of = await makeCase();
  const page = await Page.open(one, await tokenOf(of.member), `case=${of.id}`);
  const foreign = await Page.open(one, await tokenOf(made.member), `case=${of.id}`);
  await until(() => foreign.of("shut").length > 0);
  await sendMessage(of.talent, { introductionId: of.id, party: "TALENT", body: "private" });
  await say(of, "officer", "open");
  await until(() => page.numbers().length === 1);
  expect(page.numbers("TALENT")).toEqual([]);
  expect(foreign.heard.map(({ event }) => event).filter((event) => event !== "bell")).toEqual(["shut"]);
  for (const open of [page, foreign]) open.cut();
});

test("reading is told, and the bell rings with the number of unread", async () => {
  const of = await makeCase();
  const page = await Page.open(two, await tokenOf(of.talent), `case=${of.id}`);
  await until(() => page.of("bell").length === 1);
  const before = Number(page.of("bell")[0]!.data.unread);
  await say(of, "officer", "ding");
  await tellAll();
  await until(() => page.of("bell").at(-1)!.data.unread === before + 1);
  const reads = page.of("read").length;
  await markThreadRead(of.talent, { introductionId: of.id, party: "ALL" }, 1);
  await until(() => page.of("bell").at(-1)!.data.unread === before && page.of("read").length > reads);
  page.cut();
});

test("a stream ends at once with its session and its account; with the consent the case is shut and the bell goes on", async () => {
  const of = await makeCase();
  const admin = await makeAccount({ role: "ADMIN", office: null });
  const [signedOut, kept] = [await tokenOf(of.talent), await tokenOf(of.talent)];
  const pages = await Promise.all([
    Page.open(one, signedOut, `case=${of.id}`),
    Page.open(two, kept, `case=${of.id}`),
    Page.open(one, await tokenOf(of.member), `case=${of.id}`),
    Page.open(two, await tokenOf(of.officer), `case=${of.id}`),
  ]);
  await until(() => pages.every((page) => page.of("bell").length > 0));
  await closeSession(signedOut);
  await until(() => pages[0]!.ended);
  expect(pages[0]!.heard.at(-1)!.event).toBe("over");
  expect(pages[1]!.ended).toBe(false);
  await withdrawConsents(of.matchId);
  await endCase(of.matchId);
  await until(() => pages[2]!.of("shut").length === 1);
  const told = pages[2]!.heard.length;
  await transaction(systemViewer("test"), (tx) =>
    notify(tx, {
      to: of.member.accountId!,
      kind: "caseMoved",
      params: { code: "C", title: "T", status: "WITHDRAWN" },
      path: "/enterprise",
      key: `after:${of.id}`,
    }),
  );
  await until(() => pages[2]!.heard.length > told);
  // of the case nothing more
  expect(pages[2]!.heard.slice(told).map(({ event }) => event)).toEqual(["bell"]);
  expect([pages[1]!.ended, pages[2]!.ended, pages[1]!.of("shut").length]).toEqual([false, false, 0]);
  await disableAccount(admin, of.officer.accountId!);
  await until(() => pages[3]!.ended);
  for (const open of [pages[1]!, pages[2]!]) open.cut();
});

test("pages of one account are bounded: the oldest goes and is told so", async () => {
  const token = await tokenOf(made.officer);
  const pages: Page[] = [];
  for (let index = 0; index <= MOST_OF_ONE; index++) {
    pages.push(await Page.open(one, token, `case=${made.id}&since=ALL.8`));
    await until(() => pages.at(-1)!.of("bell").length > 0);
  }
  await until(() => pages[0]!.ended);
  expect(pages[0]!.heard.at(-1)!.event).toBe("displaced");
  expect(pages.slice(1).some((page) => page.ended)).toBe(false);
  for (const page of pages) page.cut();
});

test("a server that is asked to stop ends its streams and goes, and its pages go on at another", async () => {
  const third = await serve();
  const of = await makeCase();
  const token = await tokenOf(of.talent);
  const page = await Page.open(third, token, `case=${of.id}`);
  await say(of, "officer", "one");
  await until(() => page.numbers().length === 1);
  const asked = performance.now();
  third.child.kill("SIGTERM");
  await once(third.child, "exit");
  expect(performance.now() - asked).toBeLessThan(5000);
  expect(page.ended).toBe(true);
  await say(of, "officer", "two");
  const next = await Page.open(two, token, `case=${of.id}`, page.lastId);
  await until(() => next.numbers().length === 1);
  expect([...page.numbers(), ...next.numbers()]).toEqual([1, 2]);
  next.cut();
});
