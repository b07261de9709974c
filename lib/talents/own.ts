import type { Viewer } from "#lib/auth/viewer.ts";
import type { Tx } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";

/**
 * The viewer's profile, held as theirs until the transaction ends: an erasure or a merge waits, or came first and is seen. For acts
 * that open something of the person, because a request that was under way still carries the profile it began with.
 * @throws NotFoundError when it is not theirs any more
 */
export async function holdOwn(tx: Tx, viewer: Viewer): Promise<string> {
  const { role, talentId, accountId } = viewer;
  if (role !== "TALENT" || !talentId || !accountId) throw new NotFoundError();
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Talent" WHERE id = ${talentId}::uuid AND "accountId" = ${accountId}::uuid AND status <> 'ERASED' FOR SHARE`;
  if (held.length === 0) throw new NotFoundError();
  return talentId;
}
