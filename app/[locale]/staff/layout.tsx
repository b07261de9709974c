import type { ReactNode } from "react";
import { WorkspaceShell } from "#components/layout/workspace-shell.tsx";
import { Messages } from "#components/ui/messages.tsx";
import { getViewer } from "#lib/auth/current.ts";
import { isStaff } from "#lib/auth/viewer.ts";

/** The workstation's frame. Each page asks for its viewer itself; who is not staff gets its answer without the frame. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  if (!viewer || !isStaff(viewer)) return children;
  return (
    <Messages only={["staff"]}>
      <WorkspaceShell viewer={viewer}>{children}</WorkspaceShell>
    </Messages>
  );
}
