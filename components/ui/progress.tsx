import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** How far something is, in words and drawn. Without a `value` it is under way and its end not known. */
export function Progress({
  value,
  max = 100,
  label,
  text,
  tone = "sea",
  className,
}: {
  value?: number;
  max?: number;
  label: string;
  /** beside the label, e.g. "25 / 66" */
  text?: ReactNode;
  tone?: "sea" | "bauhinia";
  className?: string;
}) {
  return (
    <div className={className}>
      <p className="flex justify-between gap-3 text-sm text-slate">
        <span>{label}</span>
        {text && <span className="tabular-nums">{text}</span>}
      </p>
      <progress
        aria-label={label}
        value={value}
        max={max}
        className={cx("progress", tone === "bauhinia" ? "text-bau-700" : "text-sea-500")}
      />
    </div>
  );
}

/** Where somebody is on a way of a few stations. */
export function Steps({
  label,
  items,
}: {
  label: string;
  items: { label: string; state: "done" | "now" | "next"; note?: string }[];
}) {
  return (
    <ol aria-label={label} className="grid auto-cols-fr grid-flow-col">
      {items.map((item, index) => (
        <li
          key={item.label}
          aria-current={item.state === "now" ? "step" : undefined}
          className={cx(
            "relative flex flex-col items-center gap-1.5 px-0.5 text-center text-xs leading-snug",
            item.state === "now" ? "font-semibold text-bau-800" : "text-slate",
          )}
        >
          {index > 0 && (
            <span
              aria-hidden
              className={cx(
                "absolute top-2 right-1/2 h-[3px] w-full",
                item.state === "next" ? "bg-line" : "bg-bau-700",
              )}
            />
          )}
          <span
            aria-hidden
            className={cx(
              "relative z-1 size-5 rounded-full border-[3px]",
              item.state === "done" && "border-bau-700 bg-bau-700",
              item.state === "now" && "border-bau-700 bg-paper",
              item.state === "next" && "border-line bg-paper",
            )}
          />
          {item.label}
          {item.note && <span className="sr-only">{item.note}</span>}
        </li>
      ))}
    </ol>
  );
}
