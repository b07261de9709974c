import pg from "pg";
import { getConstructionPlans, PgBoss } from "pg-boss";
import { JOB_QUEUES } from "#lib/jobs/names.ts";
import { applyMigrations } from "./schema-engine.ts";

export type MigrationUrls = { owner: string; app: string };

/**
 * Brings a database up to date as its owner: application tables, job queues, and the rights of the application's role.
 * Refuses an application role that owns the tables or is a superuser, because row-level security would not bind it.
 */
export async function migrate({ owner, app }: MigrationUrls): Promise<string[]> {
  const role = decodeURIComponent(new URL(app).username);
  const client = new pg.Client(owner);
  // a database that stops under it ends the query, which says so; without a listener the event would end the process
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT rolsuper, rolbypassrls, pg_has_role(rolname, current_user, 'USAGE') AS is_owner FROM pg_roles WHERE rolname = $1",
      [role],
    );
    if (!rows[0]) throw new Error(`DATABASE_URL names the role "${role}", which does not exist.`);
    if (rows[0].rolsuper || rows[0].rolbypassrls || rows[0].is_owner)
      throw new Error(
        `DATABASE_URL must name a role that is neither owner nor superuser; "${role}" is. Put the owner into MIGRATE_DATABASE_URL.`,
      );
    // several servers may start at once: one migrates, the others wait and find nothing to do
    await client.query("SELECT pg_advisory_lock(8210735)");
    await clearHalfMade(client);
    const applied = await applyMigrations(owner);
    await makeQueues(owner, client);
    await grant(client, role);
    return applied;
  } finally {
    await client.end();
  }
}

async function makeQueues(owner: string, client: pg.Client) {
  const exists = await client.query(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = 'pgboss' AND table_name = 'version'",
  );
  if (exists.rowCount === 0) await client.query(getConstructionPlans("pgboss"));
  const boss = new PgBoss({ connectionString: owner, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("dead");
  for (const [name, options] of Object.entries(JOB_QUEUES)) {
    await boss.createQueue(name, {
      retryLimit: 5,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: 300,
      // a job whose worker died is taken up again after so long, not only when it expires
      heartbeatSeconds: 30,
      deadLetter: "dead",
      ...options,
    });
  }
  await boss.stop({ graceful: false });
}

async function grant(client: pg.Client, role: string) {
  const name = client.escapeIdentifier(role);
  for (const schema of ["public", "pgboss"]) {
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${name}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${name}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${name}`);
  }
  await client.query(`REVOKE UPDATE, DELETE ON "AuditEvent" FROM ${name}`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${name}`);
}

/** Takes everything out of an embedded database and makes its tables anew. */
export async function emptyDatabase(urls: MigrationUrls): Promise<void> {
  const client = new pg.Client(urls.owner);
  // a database that stops under it ends the query, which says so; without a listener the event would end the process
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(
      "DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public",
    );
  } finally {
    await client.end();
  }
  await migrate(urls);
}

/**
 * A first start that was ended within its migrations leaves half a schema, which the engine refuses to go on with. Nothing
 * can be stored in it yet, so it is made anew; as soon as there is an account, a failed migration is left to a person.
 */
async function clearHalfMade(client: pg.Client) {
  const { rows } = await client.query(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS begun, to_regclass('public."Account"') IS NOT NULL AS accounts`,
  );
  if (!rows[0].begun) return;
  const unfinished = await client.query(
    "SELECT 1 FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
  if (unfinished.rowCount === 0) return;
  if (rows[0].accounts && (await client.query('SELECT 1 FROM "Account" LIMIT 1')).rowCount) return;
  await client.query("DROP SCHEMA public CASCADE");
  await client.query("CREATE SCHEMA public");
}
