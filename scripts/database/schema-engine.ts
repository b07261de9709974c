import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const MIGRATIONS = path.resolve("prisma/migrations");
const SCHEMA = path.resolve("prisma/schema");

/** Prisma's own schema engine in WebAssembly, since its native one has to be downloaded. */
async function load() {
  // the engine reports its panics here and throws a bare RuntimeError
  (globalThis as Record<string, unknown>).PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message: string) => console.error(message),
  };
  const folder = path.dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = await WebAssembly.compile(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
  const instance = await WebAssembly.instantiate(module, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  const start = instance.exports.__wbindgen_start as () => void;
  (glue as unknown as { __wbg_set_wasm: (wasm: WebAssembly.Exports) => void }).__wbg_set_wasm(
    instance.exports,
  );
  start();
  return glue as unknown as typeof import("@prisma/schema-engine-wasm");
}

let loaded: ReturnType<typeof load> | undefined;

async function engine(url: string) {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  return SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFor(url)),
  );
}

/**
 * The engine reads catalogue columns of the type "char", which the driver adapter does not know; as bpchar it does.
 * PostgreSQL 18 lists a constraint for every NOT NULL, which the schema says already; checks it cannot say.
 */
const CATALOGUE_FIXES: [string, string][] = [
  ["constr.contype AS", "constr.contype::text::bpchar AS"],
  ["NOT IN ('p', 'u', 'f')", "NOT IN ('p', 'u', 'f', 'n', 'c')"],
  [
    "con.confdeltype,\n                con.confupdtype,",
    "con.confdeltype::text::bpchar AS confdeltype, con.confupdtype::text::bpchar AS confupdtype,",
  ],
];

function adapterFor(url: string) {
  const factory = new PrismaPg({ connectionString: url, idleTimeoutMillis: 100 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = (query) =>
      queryRaw({
        ...query,
        sql: CATALOGUE_FIXES.reduce((sql, [from, to]) => sql.replace(from, to), query.sql),
      });
    return adapter;
  };
  return factory;
}

function migrationsList() {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(MIGRATIONS, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

const schemaFiles = () =>
  readdirSync(SCHEMA)
    .filter((file) => file.endsWith(".prisma"))
    .map((file) => ({
      path: path.join(SCHEMA, file),
      content: readFileSync(path.join(SCHEMA, file), "utf8"),
    }));

const filters = { externalTables: [], externalEnums: [] };

/** Applies what is not yet applied, recorded in `_prisma_migrations` as `prisma migrate deploy` does. Returns their names. */
export async function applyMigrations(url: string): Promise<string[]> {
  const schema = await engine(url);
  try {
    const { appliedMigrationNames } = await schema.applyMigrations({
      migrationsList: migrationsList(),
      filters,
    });
    return appliedMigrationNames;
  } finally {
    schema.free();
  }
}

/** SQL that leads from a database to the Prisma schema, empty when both agree. */
export async function diffToSchema(url: string): Promise<string> {
  const schema = await engine(url);
  const files = schemaFiles();
  try {
    const result = await schema.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(SCHEMA) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    });
    return result.stdout ?? "";
  } finally {
    schema.free();
  }
}
