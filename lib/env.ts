import { z } from "zod";

/**
 * The process environment, parsed once. The starter (scripts/start.ts) fills it for the embedded database;
 * with an external DATABASE_URL a missing secret is refused here with a clear line.
 */
const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }),
  AUTH_SECRET: z
    .string("is missing; make one with `openssl rand -hex 32`")
    .min(32, "needs at least 32 characters"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  DATA_DIR: z.string().min(1).default(".data"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Talent Bridge <no-reply@talent-bridge.example>"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** shown in the footer of public pages as it is written, e.g. the agencies' licence numbers */
  LICENCE_NUMBERS: z.string().max(300).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  /** set by the starter: the database came with the application and holds the demo */
  BRIDGE_EMBEDDED: z.enum(["1"]).optional(),
  /** set by the tests' starter: sign-in is not slowed down per address */
  BRIDGE_TEST: z.enum(["1"]).optional(),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** Throws an Error whose message names every variable that is wrong. */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(
    Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== "")),
  );
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${lines.join("; ")}`);
  }
  parsed = result.data;
  return parsed;
}

/** Readable before the rest of the environment is complete. */
export const logLevel = () => process.env.LOG_LEVEL || "info";
