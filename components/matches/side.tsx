import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

/** A part of one side under its heading; absent without content. */
export function Block({
  title,
  children,
  className,
}: {
  title: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={cx("mt-4", className)}>
      <h3 className="mb-1 text-sm font-semibold text-mute">{title}</h3>
      {children}
    </section>
  );
}

/** Short sentences, one below the other. */
export const Items = ({ children }: { children: ReactNode }) => (
  <ul className="grid gap-1.5 pl-3">{children}</ul>
);
