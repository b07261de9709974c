"use client";

import { ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Progress } from "#components/ui/progress.tsx";
import { IDLE } from "#lib/action-state.ts";
import { estimateFitAction } from "#lib/matches/actions.ts";
import type { Count, Estimate } from "#lib/needs/estimate.ts";
import type { Requirement } from "#lib/needs/estimate-conditions.ts";

/** Counts who fits what stands in the form around it, after each pause in typing. The form does not depend on it. */
export function EstimatePanel() {
  const t = useTranslations("needs.estimate");
  const box = useRef<HTMLElement>(null);
  const { estimate, working } = useEstimate(box);
  return (
    <aside
      ref={box}
      aria-label={t("title")}
      className="sticky bottom-0 z-20 -mx-4 border-t border-line bg-paper px-4 sm:-mx-6 sm:px-6 lg:top-24 lg:bottom-auto lg:mx-0 lg:self-start lg:rounded-lg lg:border lg:px-5 lg:shadow-card"
    >
      <details className="group lg:hidden">
        <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-3 font-semibold">
          <Headline estimate={estimate} working={working} />
          <ChevronUp aria-hidden className="size-5 shrink-0 text-slate group-open:rotate-180" />
        </summary>
        <Body estimate={estimate} />
      </details>
      <div className="hidden py-5 lg:block">
        <h2 className="mb-2 text-base">{t("title")}</h2>
        <p className="text-lg font-semibold" aria-live="polite">
          <Headline estimate={estimate} working={working} />
        </p>
        <Body estimate={estimate} />
      </div>
    </aside>
  );
}

function Headline({ estimate, working }: { estimate: Estimate | null; working: boolean }) {
  const t = useTranslations("needs.estimate");
  if (!estimate) return <span className="text-slate">{t("working")}</span>;
  return (
    <span className={working ? "opacity-60" : undefined}>
      {estimate.fit === null ? t("fitFew") : t("fit", { count: estimate.fit })}
    </span>
  );
}

function Body({ estimate }: { estimate: Estimate | null }) {
  const t = useTranslations("needs.estimate");
  const terms = useTranslations("terms.languages");
  const what = (requirement: Requirement) =>
    requirement.kind === "licence" || requirement.kind === "mustHave"
      ? t("kinds.text", { text: requirement.text })
      : requirement.kind === "language"
        ? t("kinds.language", { language: terms(requirement.code) })
        : t(`kinds.${requirement.kind}`);
  const word = (count: Count) => (count === null ? t("few") : String(count));
  if (!estimate) return null;
  if (estimate.total === null) return <p className="pb-4 text-sm text-slate lg:pb-0">{t("totalFew")}</p>;
  return (
    <div className="pb-4 lg:pb-0">
      <Progress
        label={t("total", { count: estimate.total })}
        value={estimate.fit ?? 0}
        max={Math.max(1, estimate.total)}
      />
      {estimate.withoutEach.length > 0 ? (
        <>
          <h3 className="mt-4 text-sm text-slate">{t("without")}</h3>
          <ul className="mt-1 divide-y divide-line">
            {estimate.withoutEach.slice(0, 5).map((one) => (
              <li key={JSON.stringify(one.requirement)} className="py-2">
                <span className="[overflow-wrap:anywhere]">{t("gain", { what: what(one.requirement) })}</span>
                <span className="block font-semibold text-sea-800 tabular-nums">
                  {word(estimate.fit)} → {word(one.count)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mt-3 text-sm text-slate">{t("nothing")}</p>
      )}
      {estimate.source === "database" && <p className="mt-3 text-sm text-warn">{t("stored")}</p>}
      <p className="mt-3 text-sm text-mute">{t("note")}</p>
    </div>
  );
}

/** The newest answer to the newest state of the form; late answers of older ones are dropped. */
function useEstimate(box: { current: HTMLElement | null }) {
  const [estimate, setEstimate] = useState<Estimate | null>(null);
  const [working, setWorking] = useState(false);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    let asked = 0;
    const ask = async () => {
      const turn = ++asked;
      setWorking(true);
      const state = await estimateFitAction(IDLE, new FormData(form)).catch(() => IDLE);
      if (turn !== asked) return;
      setWorking(false);
      // a half-typed number is no reason to take the last answer away
      if (state.status === "done" && state.data) setEstimate(state.data as Estimate);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 600);
    };
    soon();
    form.addEventListener("input", soon);
    form.addEventListener("click", soon);
    return () => {
      asked = -1;
      clearTimeout(timer);
      form.removeEventListener("input", soon);
      form.removeEventListener("click", soon);
    };
  }, [box]);
  return { estimate, working };
}
