import { useTranslations } from "next-intl";
import { listHref, type Query } from "#components/ui/query.ts";
import { useFormat } from "#components/ui/use-format.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { Counts } from "#lib/reports/queries.ts";
import { CASE_FIGURES, MATCH_FIGURES } from "#lib/reports/schema.ts";

const STEPS = [
  ...MATCH_FIGURES,
  ...CASE_FIGURES.filter((figure) => figure !== "noFit" && figure !== "withdrawn"),
];
const ENDS = ["noFit", "withdrawn"] as const;

/** From approved matches to people who stayed: each step a bar by its number, which opens what it counts. */
export function Funnel({ total, query }: { total: Counts; query: Query }) {
  const t = useTranslations("figures");
  const format = useFormat();
  const most = Math.max(1, ...STEPS.map((figure) => total[figure]));
  return (
    <>
      <ol className="grid gap-1">
        {[...STEPS, ...ENDS].map((figure) => (
          <li key={figure} className={figure === ENDS[0] ? "mt-3 border-t border-line pt-3" : undefined}>
            <Link
              href={listHref("/staff/figures/cases", { ...query, by: undefined, figure })}
              className="grid min-h-11 grid-cols-[1fr_auto] items-center gap-x-4 rounded-md px-2 py-1 text-ink no-underline hover:bg-sea-50 sm:grid-cols-[14rem_1fr_9rem]"
            >
              <span>{t(`names.${figure}`)}</span>
              <svg
                viewBox="0 0 100 4"
                preserveAspectRatio="none"
                aria-hidden
                className="order-last col-span-2 h-3 w-full sm:order-none sm:col-span-1"
              >
                <rect width="100" height="4" rx="1" className="fill-mist" />
                <rect
                  width={(100 * total[figure]) / most}
                  height="4"
                  rx="1"
                  className={figure === "noFit" || figure === "withdrawn" ? "fill-mute" : "fill-sea-fill"}
                />
              </svg>
              <span className="text-right font-semibold tabular-nums underline decoration-line underline-offset-4">
                {t("people", { count: total[figure] })}
                {figure !== "begun" && total.begun > 0 && CASE_STEPS.has(figure) && (
                  <span className="block text-sm font-normal text-mute">
                    {/* a share of all would call everybody gone whose half year is not over */}
                    {figure === "retained"
                      ? t("funnel.asked")
                      : t("funnel.share", {
                          share: format.number(total[figure] / total.begun, { style: "percent" }),
                        })}
                  </span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="mt-4 max-w-prose text-sm text-slate">{t("funnel.note")}</p>
    </>
  );
}

const CASE_STEPS: ReadonlySet<string> = new Set(CASE_FIGURES);
