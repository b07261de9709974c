import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { until } from "../faults/wait.ts";

export type Statement = { sql: string; values: (string | null)[] };

/** `'it''s', NULL` → ["it's", null] */
function valuesOf(detail: string): (string | null)[] {
  return [...detail.matchAll(/\$\d+ = (?:(NULL)|'((?:[^']|'')*)')/g)].map(([, none, text]) =>
    none ? null : text!.replaceAll("''", "'"),
  );
}

function parse(log: string): Statement[] {
  const entries = log.split(/^\S+ \S+ UTC \[\d+\] /m);
  const found: Statement[] = [];
  for (const entry of entries) {
    const statement = /^LOG: {2}(?:execute [^:]*|statement): ([\s\S]*)$/.exec(entry);
    if (statement) found.push({ sql: statement[1]!.trim(), values: [] });
    const detail = /^DETAIL: {2}Parameters: ([\s\S]*)$/i.exec(entry);
    if (detail && found.length) found.at(-1)!.values = valuesOf(detail[1]!);
  }
  return found;
}

/**
 * The statements that PostgreSQL itself notes while `work` runs, those of the job queue and of the transactions' frames left
 * out. The product is not changed for it; `before` runs once it is connected anew.
 */
export async function statementsOf(
  client: pg.Client,
  dataDir: string,
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => {},
): Promise<Statement[]> {
  const log = path.join(dataDir, "postgres.log");
  // a role's settings count above the command line's, from its next connection on
  const set = async (settings: string[]) => {
    for (const setting of settings) await client.query(`ALTER ROLE bridge_app ${setting}`);
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'bridge_app'");
    await until("the product is connected again", () => work().then(() => true));
  };
  await set(["SET log_statement = 'all'", "SET log_error_verbosity = 'default'"]);
  try {
    await before();
    const from = statSync(log).size;
    await work();
    const end = `-- end ${performance.now()}`;
    // the superuser's own statement, logged for this once
    await client.query(`SET log_statement = 'all'`);
    await client.query(`SELECT 1 ${end}`);
    await client.query("RESET log_statement");
    const read = () => readFileSync(log).subarray(from).toString();
    await until("the log is written", () => read().includes(end));
    return parse(read().slice(0, read().indexOf(end))).filter(
      ({ sql }) =>
        !/pgboss|^(BEGIN|COMMIT|ROLLBACK|SET|SHOW|DISCARD|DEALLOCATE)\b|SELECT 1$|set_config/i.test(sql),
    );
  } finally {
    await set(["RESET log_statement", "RESET log_error_verbosity"]);
  }
}
