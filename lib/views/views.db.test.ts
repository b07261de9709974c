import { beforeAll, expect, it } from "vitest";
import { officer } from "#e2e/support/enterprise-examples.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { createAccount } from "#lib/accounts/commands.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { deleteView, saveView } from "./commands.ts";
import { listViews } from "./queries.ts";
import { saveViewInput } from "./schema.ts";

useDatabase();

let [mine, other]: [Viewer, Viewer] = [officer("HONG_KONG"), officer("HONG_KONG")];

beforeAll(async () => {
  const account = (email: string) =>
    transaction(systemViewer("test"), (tx) =>
      createAccount(tx, {
        email,
        password: "a long enough password",
        displayName: email,
        role: "OFFICER",
        office: "HONG_KONG",
        locale: "en",
      }),
    );
  mine = { ...mine, accountId: await account("mine@test.example") };
  other = { ...other, accountId: await account("other@test.example") };
});

const view = (name: string, query: string) => saveViewInput.parse({ list: "talents", name, query });

it("keeps a list's filters under a name, without the place in the list; the same name replaces them", async () => {
  await saveView(mine, view("Wind", "q=wind&after=123.abc&done=verified"));
  expect(await listViews(mine, "talents")).toMatchObject([{ name: "Wind", query: "q=wind" }]);
  await saveView(mine, view("Wind", "q=wind&base=HK"));
  expect(await listViews(mine, "talents")).toMatchObject([{ name: "Wind", query: "q=wind&base=HK" }]);
  expect(await listViews(mine, "needs")).toEqual([]);
});

it("shows and gives nobody another's views", async () => {
  await saveView(other, view("Theirs", "base=MO"));
  expect((await listViews(mine, "talents")).map((one) => one.name)).not.toContain("Theirs");
  const [theirs] = await listViews(other, "talents");
  await expect(deleteView(mine, theirs!.id)).rejects.toBeInstanceOf(NotFoundError);
  expect(await db.savedView.count({ where: { id: theirs!.id } })).toBe(1);
  expect(await deleteView(other, theirs!.id)).toBe("talents");
  expect(await listViews(other, "talents")).toEqual([]);
});

it("is for staff only, and saves no view without a filter", async () => {
  await expect(saveView({ ...mine, role: "TALENT" }, view("x", "q=a"))).rejects.toBeInstanceOf(NotFoundError);
  expect(saveViewInput.safeParse({ list: "talents", name: "x", query: "after=1" }).success).toBe(false);
  expect(saveViewInput.safeParse({ list: "accounts", name: "x", query: "q=1" }).success).toBe(false);
});
