import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

/** A band of a public page, as wide as the text of all of them. */
export function Section({
  id,
  title,
  lead,
  children,
  className,
}: {
  id?: string;
  title?: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      aria-labelledby={id && title ? id : undefined}
      className={cx("mx-auto w-full max-w-6xl px-4 sm:px-6", className)}
    >
      {title && (
        <h2 id={id} className="text-2xl sm:text-3xl">
          {title}
        </h2>
      )}
      {lead && <p className="mt-1.5 max-w-3xl text-slate">{lead}</p>}
      {children}
    </section>
  );
}

/** The head of a public page: its title over a breath of sea air. */
export function PublicHeader({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="border-b border-line bg-linear-to-b from-sea-50 to-paper">
      <div className="mx-auto max-w-6xl px-4 pt-10 pb-8 sm:px-6 sm:pt-14 sm:pb-10">
        <h1 className="max-w-3xl text-3xl sm:text-4xl">{title}</h1>
        {lead && <p className="mt-3 max-w-3xl text-lg text-slate">{lead}</p>}
        {children}
      </div>
    </div>
  );
}
