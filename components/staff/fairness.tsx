import { useTranslations } from "next-intl";
import { Card, Notice } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { Warning } from "#lib/needs/checks.ts";
import type { NeedForStaff } from "#lib/needs/views.ts";

/** What the check for discriminatory requirements finds in a need, in the words of the need. */
export function Fairness({ need, findings }: { need: NeedForStaff; findings: Warning[] }) {
  const t = useTranslations("staff.needs");
  const errors = useTranslations("errors.discrimination");
  return (
    <Card aria-labelledby="fairness">
      <h2 id="fairness" className="mb-3 text-lg">
        {t("fairness")}
      </h2>
      {findings.length === 0 ? (
        <Notice tone="ok">{t("fair")}</Notice>
      ) : (
        <>
          <Notice tone="bad">{t("unfair")}</Notice>
          <ul className="mt-3 grid gap-3">
            {findings.map((finding) => (
              <li key={`${finding.path}${finding.start}`}>
                <mark className="rounded-sm bg-bad-bg px-1 font-semibold text-bad">
                  <UserText as="span" locale={need.locale}>
                    {finding.text}
                  </UserText>
                </mark>
                <span className="block text-sm text-slate">
                  {errors(finding.category, { words: finding.text })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
