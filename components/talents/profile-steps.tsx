import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import { IntoView } from "#components/ui/into-view.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { type Item, missing } from "#lib/talents/completeness.ts";
import { STEPS, type Step } from "#lib/talents/schema.ts";

/** The steps of the profile, each with its own address; a row to swipe on a phone, a column beside the form on a wide screen. */
export function ProfileSteps({ current, items, team }: { current: Step; items: Item[]; team: boolean }) {
  const t = useTranslations("talents");
  const open = new Set(missing(items).map((item) => item.step));
  return (
    <nav
      aria-label={t("form.steps")}
      className="relative -mx-4 mb-5 overflow-x-auto px-4 lg:mx-0 lg:mb-0 lg:overflow-visible lg:px-0"
    >
      <ol className="flex gap-1 lg:sticky lg:top-24 lg:flex-col">
        {STEPS.map((step, index) => {
          const complete = step === "review" ? open.size === 0 : !open.has(step);
          return (
            <li key={step}>
              <Link
                href={`/talent/profile?step=${step}`}
                aria-current={step === current ? "step" : undefined}
                className={cx(
                  "relative flex min-h-11 items-center gap-2.5 rounded-md px-3 whitespace-nowrap no-underline",
                  step === current ? "bg-sea-100 font-semibold text-sea-800" : "text-slate hover:bg-sea-50",
                )}
              >
                <span
                  className={cx(
                    "inline-flex size-6 shrink-0 items-center justify-center rounded-full border text-[13px] tabular-nums",
                    complete ? "border-ok bg-ok-bg text-ok" : "border-field text-slate",
                  )}
                >
                  {complete ? <Check aria-hidden className="size-4" /> : index + 1}
                </span>
                {t(`sections.${step === "about" && team ? "aboutTeam" : step}`)}
                {step === current && <IntoView />}
                <span className="sr-only">{complete ? t("form.complete") : t("form.incomplete")}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
