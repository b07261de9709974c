import type { ReactNode } from "react";
import { PublicShell } from "#components/layout/public-shell.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell>
      <div className="mx-auto w-full max-w-lg px-5 py-10 sm:py-16">{children}</div>
    </PublicShell>
  );
}
