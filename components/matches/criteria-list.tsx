import { getTranslations } from "next-intl/server";
import { cx } from "#components/ui/cx.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { Criterion } from "#lib/matching/types.ts";
import { renderReasons } from "./reason.ts";
import { acrossTheBridge, BRIDGE } from "./score-arc.tsx";

const BAR = {
  needToTalent: "text-sea-500",
  both: "text-(--bridge-both)",
  talentToNeed: "text-bau-700",
} as const;

/** Each criterion with its points, how much of what it could give, and its reasons in words. The points add up to the score. */
export async function CriteriaList({
  criteria,
  score,
  help = true,
}: {
  criteria: readonly Criterion[];
  score: number;
  /** whether it leads to the page about matching */
  help?: boolean;
}) {
  const t = await getTranslations("matches.score");
  const names = await getTranslations("matching.criteria");
  const sentences = await getTranslations("matching.reasons");
  const links = await getTranslations("matching.links");
  return (
    <div className={BRIDGE}>
      <ul>
        {acrossTheBridge(criteria).map((one) => {
          const reasons = one.value === null ? [] : renderReasons(sentences, one.reasons);
          return (
            <li key={one.id} className="border-t border-line py-2.5">
              <p className="flex items-baseline justify-between gap-3 text-[15px]">
                <span className="font-semibold">{names(one.id)}</span>
                <span className="tabular-nums">
                  <span className="font-semibold">+{one.contribution.toFixed(1)}</span>
                  <span className="ml-1 text-sm text-mute">/ {one.weight.toFixed(0)}</span>
                </span>
              </p>
              <progress
                className={cx("progress mt-1", BAR[one.direction])}
                value={one.contribution}
                max={one.weight}
                aria-label={t("part", {
                  name: names(one.id),
                  points: one.contribution.toFixed(1),
                  of: one.weight.toFixed(0),
                })}
              />
              <ul className="mt-1 text-sm leading-relaxed text-slate">
                {one.value === null && <li>{t("halfKnown")}</li>}
                {reasons.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              {one.paths.length > 0 && (
                <details className="mt-1 text-sm">
                  <summary className="cursor-pointer py-1 text-sea-700">{t("paths")}</summary>
                  <ul className="mt-1 grid gap-1 text-slate">
                    {one.paths.slice(0, 8).map((path) => (
                      <li key={`${path.from}→${path.to}`}>
                        <span className="font-medium text-ink">{path.from}</span> ≈{" "}
                        <span className="font-medium text-ink">{path.to}</span> · {links(path.link)}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
      <p className="border-t border-line pt-2.5 text-sm text-slate">
        {t("sum", { score: score.toFixed(1) })}{" "}
        {help && (
          <Link href="/matching" className="text-sea-700 underline underline-offset-4">
            {t("how")}
          </Link>
        )}
      </p>
    </div>
  );
}
