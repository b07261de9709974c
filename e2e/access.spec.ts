import { readFileSync } from "node:fs";
import type pg from "pg";
import { type APIRequestContext, expect, request, test } from "playwright/test";
import { ACTION_ACCESS, PAGE_ACCESS } from "../lib/auth/access.ts";
import { ACCOUNTS, PASSWORD } from "./fixtures.ts";
import { connect, fingerprint } from "./support/fingerprint.ts";
import { addMessage, address, areaOf, type Ids, realIds, removeMessage } from "./support/ids.ts";

const ROLES = {
  nobody: null,
  talent: "TALENT",
  enterprise: "ENTERPRISE",
  hk: "OFFICER",
  yt: "OFFICER",
  admin: "ADMIN",
} as const;
type Who = keyof typeof ROLES;

const allowed = (access: "PUBLIC" | readonly string[], who: Who) =>
  access === "PUBLIC" || (ROLES[who] !== null && access.includes(ROLES[who]));

let client: pg.Client;
const sessions = {} as Record<Who, APIRequestContext>;

/** Signs in by next-auth's own route, as a script would. */
async function session(who: Who): Promise<APIRequestContext> {
  const context = await request.newContext({
    baseURL: process.env.BASE_URL,
    extraHTTPHeaders: { origin: process.env.BASE_URL! },
  });
  if (who === "nobody") return context;
  const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
  const answer = await context.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: ACCOUNTS[who], password: PASSWORD, callbackUrl: "/" },
    maxRedirects: 0,
  });
  expect(answer.headers()["set-cookie"]).toContain("bridge-session");
  return context;
}

let ids: Ids;

test.beforeAll(async () => {
  client = await connect();
  for (const who of Object.keys(ROLES) as Who[]) sessions[who] = await session(who);
  await addMessage(client);
  ids = await realIds(client);
});

test.afterAll(async () => {
  await removeMessage(client);
  await client.end();
});

for (const [route, access] of Object.entries(PAGE_ACCESS)) {
  test(`page ${route} opens for its roles only`, async () => {
    const path = `/en${address(route, ids[areaOf(route)])}`.replace(/\/$/, "");
    for (const who of Object.keys(ROLES) as Who[]) {
      const answer = await sessions[who].get(path, { maxRedirects: 0 });
      const name = `${who} at ${path}`;
      // a page that only joins other pages may send its own visitors on
      if (allowed(access, who)) expect([200, 307], name).toContain(answer.status());
      else if (who === "nobody") expect(answer.headers().location ?? "", name).toContain("/sign-in");
      else expect(answer.status(), name).toBe(404);
    }
  });
}

test("records of others look missing", async () => {
  const { foreign } = ids;
  const paths = [
    ["enterprise", `/en/enterprise/needs/${foreign.needId}`],
    ["enterprise", `/en/enterprise/needs/${foreign.needId}/edit`],
    ["enterprise", `/en/enterprise/introductions/${foreign.matchId}`],
    ["talent", `/en/talent/invitations/${foreign.matchId}`],
  ] as const;
  for (const [who, path] of paths) expect((await sessions[who].get(path)).status(), path).toBe(404);
});

test("identity and contact never reach whoever has no right to them", async () => {
  const { rows } = await client.query<{ value: string }>(
    `
    SELECT unnest(ARRAY[phone, email, wechat, "nameEn", "nameZh"]) AS value FROM "TalentIdentity" i JOIN "TalentContact" USING ("talentId")
    WHERE NOT EXISTS (SELECT 1 FROM "Match" m WHERE m."talentId" = i."talentId" AND m.status = 'INTRODUCED')
      AND NOT EXISTS (SELECT 1 FROM "Talent" t JOIN "Account" a ON a.id = t."accountId" WHERE t.id = i."talentId" AND a.email = $1)`,
    [ACCOUNTS.talent],
  );
  const canaries = rows.map((row) => row.value).filter((value) => value && value.length > 4);
  expect(canaries.length).toBeGreaterThan(20);
  for (const [route, access] of Object.entries(PAGE_ACCESS)) {
    for (const who of ["nobody", "talent", "enterprise"] as const) {
      if (!allowed(access, who)) continue;
      const html = await (await sessions[who].get(`/en${address(route, ids[areaOf(route)])}`)).text();
      // the sign-in page of the demo names the demo's accounts
      if (route === "/sign-in") continue;
      for (const canary of canaries)
        expect(html.includes(canary), `${canary} at ${route} for ${who}`).toBe(false);
    }
  }
});

type Manifest = { node: Record<string, { workers: Record<string, unknown>; exportedName?: string }> };
const manifest = () =>
  JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as Manifest;

test("every action that the build exports is in the access table", () => {
  const names = Object.values(manifest().node).map((one) => one.exportedName);
  expect(names.filter((name) => !name || !(name in ACTION_ACCESS))).toEqual([]);
});

/** Calls an action as React's client does: the state and an empty form. */
async function call(
  who: Who,
  id: string,
  worker: string,
  headers: Record<string, string> = {},
  fields: Record<string, string> = {},
) {
  const route = worker
    .replace(/^app\/\[locale\]/, "")
    .replace(/\/page$/, "")
    .replace(/\/\([^)]*\)/g, "");
  // the fields stand before the arguments that refer to them, as React sends them
  const body = new FormData();
  for (const [name, value] of Object.entries({ _probe: "1", ...fields })) body.append(`_1_${name}`, value);
  body.append("0", '[{"status":"idle"},"$K1"]');
  return sessions[who].post(`/en${address(route, {})}`, {
    headers: { "next-action": id, accept: "text/x-component", ...headers },
    multipart: body,
    maxRedirects: 0,
  });
}

test("an action that a role may not call changes nothing, whoever sends it", async () => {
  test.setTimeout(300_000);
  const actions = Object.entries(manifest().node).filter(([, one]) => one.exportedName);
  await settled();
  const before = await fingerprint(client);
  let calls = 0;
  for (const [id, { exportedName, workers }] of actions) {
    const access = ACTION_ACCESS[exportedName as keyof typeof ACTION_ACCESS];
    for (const who of Object.keys(ROLES) as Who[]) {
      if (allowed(access, who)) continue;
      const answer = await call(who, id, Object.keys(workers)[0]!);
      expect(await answer.text(), `${exportedName} as ${who}`).toMatch(/"status":"(failed|signedOut)"/);
      calls += 1;
    }
  }
  expect(calls).toBeGreaterThan(100);
  await settled();
  expect(await fingerprint(client)).toEqual(before);
});

test("an action without an origin, or from elsewhere, is refused", async () => {
  const [id, { workers }] = Object.entries(manifest().node).find(
    ([, one]) => one.exportedName === "forgotPasswordAction",
  )!;
  const email = "nobody@example.com";
  // the same call from the site's own pages is carried out
  expect(await (await call("nobody", id, Object.keys(workers)[0]!, {}, { email })).text()).toContain(
    '"status":"done"',
  );
  const bare = await request.newContext({ baseURL: process.env.BASE_URL });
  sessions.nobody = bare;
  for (const headers of [{}, { origin: "https://evil.example", "x-forwarded-host": "evil.example" }]) {
    const answer = await call("nobody", id, Object.keys(workers)[0]!, headers as Record<string, string>, {
      email,
    });
    expect(await answer.text()).not.toContain('"status":"done"');
  }
});

/** Until the worker has nothing left to do. */
async function settled() {
  await expect
    .poll(
      async () =>
        (
          await client.query(
            `SELECT count(*)::int AS n FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND start_after <= now() + interval '12 seconds'`,
          )
        ).rows[0].n,
      { timeout: 120_000 },
    )
    .toBe(0);
}
