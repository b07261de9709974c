import type { ReactNode } from "react";
import { WorkspaceShell } from "#components/layout/workspace-shell.tsx";
import { getViewer } from "#lib/auth/current.ts";

/** The frame only: each page asks for its viewer itself and turns everybody else away. */
export default async function EnterpriseLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  if (viewer?.role !== "ENTERPRISE") return children;
  return <WorkspaceShell viewer={viewer}>{children}</WorkspaceShell>;
}
