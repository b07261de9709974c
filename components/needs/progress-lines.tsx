import { useTranslations } from "next-intl";
import { Link } from "#lib/i18n/navigation.ts";
import type { Progress } from "#lib/needs/views.ts";

const STAGES = ["yourTurn", "introduced", "invited", "reviewing", "declined"] as const;

/** How many candidates are where, as sentences; what the enterprise must do stands first and leads there. */
export function ProgressLines({ progress, short = false }: { progress: Progress; short?: boolean }) {
  const t = useTranslations("needs.progress");
  const stages = STAGES.filter((stage) => progress[stage] > 0 && !(short && stage === "declined"));
  if (stages.length === 0) return <p className="text-slate">{t("none")}</p>;
  return (
    <ul className="grid gap-1">
      {stages.map((stage) => (
        <li key={stage} className={stage === "yourTurn" ? "font-semibold text-bau-800" : "text-slate"}>
          {t(stage, { count: progress[stage] })}
          {stage === "yourTurn" && (
            <>
              {" "}
              <Link href="/enterprise/introductions" className="inline-block py-2 underline">
                {t("answer")}
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
