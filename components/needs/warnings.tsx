import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/surface.tsx";
import type { Warning } from "#lib/needs/checks.ts";

/** What a draft says that would stop its submission: the words, and why. */
export function DiscriminationWarnings({ warnings }: { warnings: Warning[] }) {
  const t = useTranslations("needs");
  const errors = useTranslations("errors.discrimination");
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn" title={t("edit.warnTitle")}>
      <ul className="mt-2 list-disc pl-5">
        {warnings.map((warning) => (
          <li key={`${warning.path}-${warning.start}`}>
            <strong className="block">{t(`form.${labelOf(warning.path)}`)}</strong>
            {errors(warning.category, { words: warning.text })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The label of the field that a path such as `mustHave[1]` leads to. */
function labelOf(path: string) {
  const field = path.replace(/\[.*/, "");
  return field === "qualificationsRequired" ? "qualifications" : (field as "description");
}
