import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import { useFormat } from "#components/ui/use-format.ts";
import { now } from "#lib/clock.ts";

const DAY = 86_400_000;

/** How long something has waited; what waits for more than three days stands out. */
export function Age({ since }: { since: Date }) {
  const t = useTranslations("staff.common");
  const format = useFormat();
  const late = now().getTime() - since.getTime() > 3 * DAY;
  return (
    <time
      dateTime={since.toISOString()}
      className={cx("text-sm md:whitespace-nowrap", late ? "font-semibold text-warn" : "text-slate")}
    >
      {t("waiting", { age: format.relativeTime(since, now()) })}
    </time>
  );
}
