import type { ReactNode } from "react";
import { WorkspaceShell } from "#components/layout/workspace-shell.tsx";
import { Messages } from "#components/ui/messages.tsx";
import { getViewer } from "#lib/auth/current.ts";
import { isStaff } from "#lib/auth/viewer.ts";
import { deskCounts } from "#lib/desk/queries.ts";
import { searchRecordsAction } from "#lib/search/actions.ts";

/** The workstation's frame. Each page asks for its viewer itself; who is not staff gets its answer without the frame. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  if (!viewer || !isStaff(viewer)) return children;
  const { ours } = await deskCounts(viewer);
  const counts = Object.fromEntries(Object.entries(ours).map(([name, count]) => [`/staff/${name}`, count]));
  return (
    <Messages only={["staff"]}>
      <WorkspaceShell viewer={viewer} area="staff" counts={counts} search={searchRecordsAction}>
        {children}
      </WorkspaceShell>
    </Messages>
  );
}
