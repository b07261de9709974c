import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { listen, tell } from "./channels.ts";
import { db, transaction } from "./db.ts";

useDatabase();
const viewer = systemViewer("channels");

async function until(holds: () => boolean) {
  for (let i = 0; i < 500 && !holds(); i++) await pause(10);
  expect(holds()).toBe(true);
}

it("tells what was committed, in order, and nothing of what was rolled back", async () => {
  const heard: string[] = [];
  let connected = 0;
  const stop = listen("case_changed", {
    heard: (payload) => heard.push(payload),
    connected: () => connected++,
  });
  await until(() => connected === 1);
  await transaction(viewer, async (tx) => {
    await tell(tx, "case_changed", "one");
    await tell(tx, "case_changed", "two");
  });
  await transaction(viewer, async (tx) => {
    await tell(tx, "case_changed", "never");
    throw new Error("taken back");
  }).catch(() => undefined);
  await transaction(viewer, (tx) => tell(tx, "case_changed", "three"));
  await until(() => heard.length === 3);
  expect(heard).toEqual(["one", "two", "three"]);
  stop();
});

it("listens again after its connection was cut, and says so", async () => {
  const heard: string[] = [];
  let connected = 0;
  const stop = listen("notified", { heard: (payload) => heard.push(payload), connected: () => connected++ });
  await until(() => connected === 1);
  await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bridge-listen' AND datname = current_database()`;
  await until(() => connected === 2);
  await transaction(viewer, (tx) => tell(tx, "notified", "after"));
  await until(() => heard.includes("after"));
  stop();
});

it("hears a second channel on the connection it has, and no more once it stopped", async () => {
  const heard: string[] = [];
  let ready = 0;
  const stops = (["case_changed", "notified"] as const).map((channel) =>
    listen(channel, { heard: (payload) => heard.push(`${channel}:${payload}`), connected: () => ready++ }),
  );
  await until(() => ready === 2);
  stops[0]!();
  await transaction(viewer, (tx) => tell(tx, "case_changed", "x"));
  await transaction(viewer, (tx) => tell(tx, "notified", "y"));
  await until(() => heard.length === 1);
  expect(heard).toEqual(["notified:y"]);
  stops[1]!();
});
