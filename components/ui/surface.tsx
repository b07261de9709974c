import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** A white card. `bridge` draws the line that joins Hong Kong and Yantai along its top. */
export function Card({
  children,
  className,
  bridge = false,
  as: As = "section",
  ...rest
}: {
  children: ReactNode;
  className?: string;
  bridge?: boolean;
  as?: "section" | "div" | "article" | "li";
  id?: string;
  "aria-labelledby"?: string;
}) {
  return (
    <As
      className={cx(
        "relative overflow-clip rounded-lg border border-line bg-paper p-5 shadow-card sm:p-6",
        className,
      )}
      {...rest}
    >
      {bridge && (
        <span aria-hidden className="absolute inset-x-0 top-0 h-1 bg-linear-to-r from-bau-700 to-sea-700" />
      )}
      {children}
    </As>
  );
}

const tagTones = {
  plain: "bg-mist text-slate",
  sea: "bg-sea-100 text-sea-800",
  bauhinia: "bg-bau-100 text-bau-800",
  ok: "bg-ok-bg text-ok",
  warn: "bg-warn-bg text-warn",
  bad: "bg-bad-bg text-bad",
} as const;
export type TagTone = keyof typeof tagTones;

/** A short word with a colour; `icon` stands before it, so that the colour never stands alone for a status. */
export function Tag({
  children,
  tone = "plain",
  icon,
  lang,
}: {
  children: ReactNode;
  tone?: TagTone;
  icon?: ReactNode;
  lang?: string;
}) {
  return (
    <span
      lang={lang}
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-[13px] leading-6",
        tagTones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/**
 * A message in the page: what happened, what is kept, what to do. A live one that says what was done gives way as soon as a form
 * on the page answers with an error.
 */
export function Notice({
  tone,
  title,
  children,
  live = false,
}: {
  tone: "ok" | "warn" | "bad" | "sea";
  title?: ReactNode;
  children?: ReactNode;
  live?: boolean;
}) {
  const tones = {
    ok: "border-ok/40 bg-ok-bg text-ok",
    warn: "border-warn/40 bg-warn-bg text-warn",
    bad: "border-bad/40 bg-bad-bg text-bad",
    sea: "border-sea-300 bg-sea-50 text-sea-800",
  };
  return (
    <div
      className={cx(
        "rounded-md border px-4 py-3",
        tones[tone],
        live && tone === "ok" && "[body:has(form_[role=alert])_&]:hidden",
      )}
      {...(live ? { role: "status" } : {})}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}

/** What to do when there is nothing to show. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rounded-lg border border-dashed border-line px-6 py-10 text-center">
      <p className="text-lg font-semibold">{title}</p>
      {children && <p className="mx-auto mt-2 max-w-prose text-slate">{children}</p>}
      {action && <div className="mt-5 flex justify-center gap-3">{action}</div>}
    </div>
  );
}

/** The head of a page: where one is, what this page is for, its main action. */
export function PageHeader({
  title,
  lead,
  crumb,
  actions,
  lang,
}: {
  title: ReactNode;
  lead?: ReactNode;
  crumb?: ReactNode;
  actions?: ReactNode;
  lang?: string;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        {crumb && <p className="mb-1 text-sm text-slate">{crumb}</p>}
        <h1 lang={lang} className="text-2xl sm:text-3xl [overflow-wrap:anywhere]">
          {title}
        </h1>
        {lead && <p className="mt-2 max-w-prose text-slate">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  );
}

/** Terms and their values, in one column on a phone. */
export function Facts({ items }: { items: { term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(6rem,auto)_1fr]">
      {items.map((item, index) => (
        <div key={index} className="contents">
          <dt className="text-sm text-mute sm:pt-0.5">{item.term}</dt>
          <dd className="-mt-2 [overflow-wrap:anywhere] whitespace-pre-line sm:mt-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
