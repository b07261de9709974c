import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { DateText } from "./date-text.tsx";

export type Moment = {
  id: string;
  at: Date | string;
  title: ReactNode;
  text?: ReactNode;
  tone?: "sea" | "bauhinia" | "ok" | "bad" | "plain";
};

const dots = {
  sea: "bg-sea-500",
  bauhinia: "bg-bau-500",
  ok: "bg-ok",
  bad: "bg-bad",
  plain: "bg-mute",
} as const;

/** What happened, in the order given. */
export function Timeline({ items, time = false }: { items: Moment[] /** with the hour */; time?: boolean }) {
  return (
    <ol>
      {items.map((item) => (
        <li
          key={item.id}
          className="relative border-l-2 border-line pb-5 pl-5 last:border-transparent last:pb-0"
        >
          <span
            aria-hidden
            className={cx(
              "absolute top-2 -left-[7px] size-3 rounded-full border-2 border-paper",
              dots[item.tone ?? "plain"],
            )}
          />
          <p className="text-sm text-mute">
            <DateText value={item.at} time={time} />
          </p>
          <p className="font-medium [overflow-wrap:anywhere]">{item.title}</p>
          {item.text && <div className="text-slate [overflow-wrap:anywhere]">{item.text}</div>}
        </li>
      ))}
    </ol>
  );
}
