import type { Prisma } from "#prisma/generated/client.ts";
import { now } from "./clock.ts";
import type { Tx } from "./db.ts";

/**
 * Carries `work` out once for a key, however often it is sent: a second caller waits for the first transaction and gets its answer.
 * Without a key it simply runs. The scope names the action and the account, so that keys of others never meet.
 */
export async function once<T extends Prisma.InputJsonValue>(
  tx: Tx,
  scope: string,
  key: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!key) return work();
  const id = `${scope}:${key}`;
  const claimed =
    await tx.$executeRaw`INSERT INTO "IdempotencyKey" (key, scope, result, "createdAt") VALUES (${id}, ${scope}, 'null'::jsonb, ${now()}) ON CONFLICT DO NOTHING`;
  if (claimed === 0) return (await tx.idempotencyKey.findUniqueOrThrow({ where: { key: id } })).result as T;
  const result = await work();
  await tx.idempotencyKey.update({ where: { key: id }, data: { result } });
  return result;
}
