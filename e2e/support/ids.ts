import type pg from "pg";
import { ACCOUNTS } from "../fixtures.ts";

/** Ids by the area of a page: those that its demo account may open, and those of somebody else. */
export type Ids = Record<"talent" | "enterprise" | "staff" | "foreign", Record<string, string>>;

/** Ids that make each route pattern a real address of the account that may open it. */
export async function realIds(client: pg.Client): Promise<Ids> {
  const one = async (sql: string, ...values: unknown[]) =>
    (await client.query(sql, values)).rows[0]?.id as string;
  const enterprise = await one(
    `SELECT "enterpriseId" AS id FROM "Account" WHERE email = $1`,
    ACCOUNTS.enterprise,
  );
  const talent = await one(
    `SELECT t.id FROM "Talent" t JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
    ACCOUNTS.talent,
  );
  return {
    talent: {
      needId: await one(`SELECT id FROM "Need" WHERE status = 'OPEN' LIMIT 1`),
      matchId: await one(
        `SELECT id FROM "Match" WHERE "talentId" = $1 AND "invitedAt" IS NOT NULL LIMIT 1`,
        talent,
      ),
      introductionId: await one(`SELECT id FROM "Introduction" WHERE "talentId" = $1 LIMIT 1`, talent),
    },
    enterprise: {
      needId: await one(
        `SELECT id FROM "Need" WHERE "enterpriseId" = $1 AND status = 'OPEN' LIMIT 1`,
        enterprise,
      ),
      matchId: await one(
        `SELECT m.id FROM "Match" m JOIN "Need" n ON n.id = m."needId" WHERE n."enterpriseId" = $1 AND m.status = 'INTRODUCED' LIMIT 1`,
        enterprise,
      ),
    },
    staff: {
      needId: await one(`SELECT id FROM "Need" WHERE status = 'OPEN' LIMIT 1`),
      matchId: await one(`SELECT id FROM "Match" WHERE status = 'SUGGESTED' LIMIT 1`),
      talentId: await one(`SELECT id FROM "Talent" WHERE status = 'LISTED' LIMIT 1`),
      enterpriseId: enterprise,
      messageId: await one(`SELECT id FROM "ContactMessage" LIMIT 1`),
      projectId: await one(`SELECT id FROM "CooperationProject" LIMIT 1`),
      conceptId: "offshore-wind",
      introductionId: await one(`SELECT id FROM "Introduction" WHERE status = 'MEETING' LIMIT 1`),
    },
    foreign: {
      needId: await one(
        `SELECT id FROM "Need" WHERE "enterpriseId" <> $1 AND status IN ('OPEN', 'PAUSED') LIMIT 1`,
        enterprise,
      ),
      matchId: await one(
        `SELECT m.id FROM "Match" m JOIN "Need" n ON n.id = m."needId" WHERE n."enterpriseId" <> $1 AND m."talentId" <> $2 AND m.status = 'INTRODUCED' LIMIT 1`,
        enterprise,
        talent,
      ),
    },
  };
}

/** A contact message, so that its page has an address. */
export const addMessage = (client: pg.Client) =>
  client.query(
    `INSERT INTO "ContactMessage" (id, name, email, topic, body, locale, office, "officeSince", "createdAt") VALUES (gen_random_uuid(), 'Test', 'test@example.com', 'other', 'Hello', 'en', 'HONG_KONG', now(), now())`,
  );
export const removeMessage = (client: pg.Client) =>
  client.query(`DELETE FROM "ContactMessage" WHERE email = 'test@example.com'`);

export const areaOf = (route: string) =>
  route.startsWith("/staff") ? "staff" : route.startsWith("/enterprise") ? "enterprise" : "talent";
export const address = (route: string, values: Record<string, string>) =>
  route.replace(/\[(\w+)\]/g, (_, name) => values[name] ?? "00000000-0000-4000-8000-000000000000");
