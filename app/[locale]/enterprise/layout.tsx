import type { ReactNode } from "react";
import { WorkspaceShell } from "#components/layout/workspace-shell.tsx";
import { getViewer } from "#lib/auth/current.ts";
import { countYourTurn } from "#lib/needs/queries.ts";

/** The frame only: each page asks for its viewer itself and turns everybody else away. */
export default async function EnterpriseLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  if (viewer?.role !== "ENTERPRISE") return children;
  const waiting = await countYourTurn(viewer);
  return (
    <WorkspaceShell
      viewer={viewer}
      area="enterprise"
      counts={waiting > 0 ? { "/enterprise/introductions": waiting } : {}}
    >
      {children}
    </WorkspaceShell>
  );
}
