import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";

type Limit = { name: string; points: number; seconds: number };

export const LIMITS = {
  signInAccount: { name: "sign-in-account", points: 10, seconds: 900 },
  signInAddress: { name: "sign-in-address", points: 60, seconds: 900 },
  mailedLink: { name: "mailed-link", points: 5, seconds: 3600 },
  register: { name: "register", points: 30, seconds: 3600 },
  reply: { name: "reply", points: 30, seconds: 3600 },
  contact: { name: "contact", points: 10, seconds: 3600 },
} satisfies Record<string, Limit>;

/**
 * Counts one attempt in a fixed window kept in PostgreSQL, so that every server counts together; throws when it is used up.
 * Never a permanent lock: the window ends by itself.
 */
export async function throttle(limit: Limit, key: string) {
  if (env().BRIDGE_TEST) return;
  const time = now().getTime();
  const rows = await db.$queryRaw<{ points: number; expire: bigint }[]>`
    INSERT INTO "RateLimit" (key, points, expire) VALUES (${`${limit.name}:${key}`}, 1, ${time + limit.seconds * 1000})
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN "RateLimit".expire < ${time} THEN 1 ELSE "RateLimit".points + 1 END,
      expire = CASE WHEN "RateLimit".expire < ${time} THEN ${time + limit.seconds * 1000} ELSE "RateLimit".expire END
    RETURNING points, expire`;
  const row = rows[0]!;
  if (row.points > limit.points)
    throw new DomainError("tooManyAttempts", { minutes: Math.ceil((Number(row.expire) - time) / 60_000) });
}
