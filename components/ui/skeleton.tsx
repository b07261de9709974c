import { useTranslations } from "next-intl";
import { cx } from "./cx.ts";

/** The shape of what is coming, in place of a spinner. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const t = useTranslations("ui");
  const bar = "animate-pulse rounded-md bg-line";
  return (
    <div role="status" className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
      <span className="sr-only">{t("loading")}</span>
      <div className={cx(bar, "h-9 w-2/3 max-w-md")} />
      <div className={cx(bar, "mt-4 h-5 w-full max-w-xl")} />
      <div className="mt-8 grid gap-4">
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className="rounded-lg border border-line bg-paper p-5">
            <div className={cx(bar, "h-5 w-1/2")} />
            <div className={cx(bar, "mt-3 h-4 w-3/4")} />
          </div>
        ))}
      </div>
    </div>
  );
}
