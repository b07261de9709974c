import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import { DateText } from "#components/ui/date-text.tsx";
import type { Journey, Step } from "#lib/tasks/journey.ts";

/** The way as a calm path with words: where one is, what it means, what comes after. */
export function Way({ way }: Pick<Journey, "way">) {
  const t = useTranslations("journey");
  return (
    <ol aria-label={t("stations.label")}>
      {way.map((step, index) => (
        <li
          key={step.station}
          aria-current={step.state === "now" ? "step" : undefined}
          className="relative flex gap-4 pb-6 last:pb-0"
        >
          {index < way.length - 1 && (
            <span
              aria-hidden
              className={cx(
                "absolute top-7 bottom-0 left-[13px] w-[3px] rounded-full",
                step.state === "done" ? "bg-bau-700" : "bg-line",
              )}
            />
          )}
          <Dot state={step.state} />
          <div className="min-w-0 pt-0.5">
            <p
              className={cx(
                step.state === "now" && "text-lg font-semibold text-bau-800",
                step.state === "done" && "font-medium",
                step.state === "next" && "text-slate",
              )}
            >
              {t(`stations.${step.station}`)}
              <span className="sr-only"> ({t(`stations.${step.state}`)})</span>
              {step.since && step.state !== "next" && (
                <span className="ml-2 text-sm font-normal text-mute">
                  {step.state === "now" ? (
                    t.rich("stations.since", { date: () => <DateText value={step.since!} year={false} /> })
                  ) : (
                    <DateText value={step.since} year={false} />
                  )}
                </span>
              )}
            </p>
            {step.state !== "done" && (
              <p className={cx("max-w-prose", step.state === "now" ? "text-slate" : "text-sm text-mute")}>
                {t(`about.${step.station}`)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Dot({ state }: { state: Step["state"] }) {
  return (
    <span
      aria-hidden
      className={cx(
        "relative z-1 grid size-[29px] shrink-0 place-items-center rounded-full border-[3px]",
        state === "done" && "border-bau-700 bg-bau-700 text-paper",
        state === "now" && "border-bau-700 bg-paper",
        state === "next" && "border-line bg-paper",
      )}
    >
      {state === "done" && <Check className="size-4" strokeWidth={3} />}
      {state === "now" && <span className="size-2.5 rounded-full bg-bau-700" />}
    </span>
  );
}
