import { Messages } from "#components/ui/messages.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { getUndoable } from "#lib/matches/review-query.ts";
import { RejectedToast, UndoToast } from "./undo-toast.tsx";

type Param = string | string[] | undefined;

/** What the decision before this page came to: an approval can still be taken back. */
export async function ReviewToast({
  viewer,
  approved,
  rejected,
  filters,
}: {
  viewer: Viewer;
  approved: Param;
  rejected: Param;
  filters: string;
}) {
  const id = typeof approved === "string" && /^[0-9a-f-]{36}$/.test(approved) ? approved : null;
  const undoable = id ? await getUndoable(viewer, id) : null;
  if (!undoable && !rejected) return null;
  return (
    <Messages only={["matches"]}>
      {/* above the dock */}
      <div className="lg:[&>[role=status]]:bottom-44">
        {undoable ? (
          <UndoToast
            key={undoable.id}
            matchId={undoable.id}
            code={undoable.code}
            seconds={Math.max(1, Math.floor((undoable.notifyAt.getTime() - now().getTime()) / 1000))}
            filters={filters}
          />
        ) : (
          <RejectedToast key={String(rejected)} />
        )}
      </div>
    </Messages>
  );
}
