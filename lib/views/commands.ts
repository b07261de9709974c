import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { DomainError, NotFoundError } from "#lib/errors.ts";
import type { SaveView } from "./schema.ts";

const MOST = 50;

/**
 * Keeps a list's filters under a name; the same name again replaces them. Views are a person's own tool and change no record,
 * so they are not in the audit trail. @throws DomainError tooManyViews
 */
export async function saveView(viewer: Viewer, { list, name, query }: SaveView): Promise<void> {
  const { accountId } = viewer;
  if (!isStaff(viewer) || !accountId) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const others = await tx.savedView.count({ where: { accountId, list, name: { not: name } } });
    if (others >= MOST) throw new DomainError("tooManyViews", { maximum: MOST });
    await tx.savedView.upsert({
      where: { accountId_list_name: { accountId, list, name } },
      create: { accountId, list, name, query, createdAt: now() },
      update: { query },
    });
  });
}

/** Returns the list it was of. @throws NotFoundError when it is not the viewer's own */
export async function deleteView(viewer: Viewer, viewId: string): Promise<string> {
  return transaction(viewer, async (tx) => {
    const where = { id: viewId, accountId: viewer.accountId ?? "" };
    const view = viewer.accountId ? await tx.savedView.findFirst({ where, select: { list: true } }) : null;
    if (!view) throw new NotFoundError();
    await tx.savedView.deleteMany({ where });
    return view.list;
  });
}
