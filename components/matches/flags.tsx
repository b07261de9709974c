import { CircleCheck, CircleHelp, Info, TriangleAlert, Wrench } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import { renderAdvice, renderReason, renderReasons } from "./reason.ts";

const LOOKS = {
  conflict: { look: "bg-bad-bg text-bad", icon: TriangleAlert },
  unknown: { look: "bg-mist text-slate", icon: CircleHelp },
  information: { look: "bg-sea-50 text-sea-800", icon: Info },
  change: { look: "bg-warn-bg text-warn", icon: Wrench },
  ok: { look: "bg-ok-bg text-ok", icon: CircleCheck },
} as const;

function Flag({ kind, label, children }: { kind: keyof typeof LOOKS; label: string; children?: ReactNode }) {
  const { look, icon: Icon } = LOOKS[kind];
  return (
    <div className={cx("flex gap-2.5 rounded-md px-3 py-2.5 text-sm leading-relaxed", look)}>
      <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div>
        <p className="font-semibold">{label}</p>
        {children}
      </div>
    </div>
  );
}

/** Hard conditions in words: conflicts first, what nobody stated, what is for information, and what would change the match. */
export async function Flags({ result }: { result: MatchResult }) {
  const t = await getTranslations("matches.checks");
  const names = await getTranslations("matching.checks");
  const sentences = await getTranslations("matching.reasons");
  const of = (outcome: string) => result.checks.filter((check) => check.outcome === outcome);
  const hard = result.checks.filter((check) => check.outcome !== "information");
  const missing = renderReasons(
    sentences,
    result.missing.filter((one) => !one.key.startsWith("missing.unknown.")),
  );
  const changes = [
    ...new Set(result.wouldChange.map((advice) => renderAdvice(sentences, advice)).filter(Boolean)),
  ];
  return (
    <div className="grid gap-2.5">
      {of("conflict").map((check) => (
        <Flag key={check.id} kind="conflict" label={`${t("conflict")} · ${names(check.id)}`}>
          {renderReason(sentences, check.reason)}
        </Flag>
      ))}
      {of("conflict").length === 0 && hard.length > 0 && (
        <Flag kind="ok" label={t("none")}>
          {t("passed", { count: of("pass").length, of: hard.length })}
        </Flag>
      )}
      {of("unknown").map((check) => (
        <Flag key={check.id} kind="unknown" label={`${t("unknown")} · ${names(check.id)}`}>
          {renderReason(sentences, check.reason)}
        </Flag>
      ))}
      {missing.length > 0 && (
        <Flag kind="unknown" label={t("missing")}>
          <Lines texts={missing} />
        </Flag>
      )}
      {changes.length > 0 && (
        <Flag kind="change" label={t("wouldChange")}>
          <Lines texts={changes} />
        </Flag>
      )}
      {of("information").map((check) => (
        <Flag key={check.id} kind="information" label={names(check.id)}>
          {renderReason(sentences, check.reason)}
        </Flag>
      ))}
    </div>
  );
}

const Lines = ({ texts }: { texts: string[] }) => (
  <ul>
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);
