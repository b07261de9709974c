import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";

/** A day by which something is to be done; past it, by how much. */
export function DueText({ dueOn, overdueDays }: Pick<CaseFrame, "dueOn" | "overdueDays">) {
  const t = useTranslations("cases.due");
  if (!dueOn) return <span className="text-mute">{t("none")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      <DateText value={dueOn} year={false} />
      {overdueDays > 0 && (
        <span className="font-semibold whitespace-nowrap text-bad">
          {t("overdue", { days: overdueDays })}
        </span>
      )}
    </span>
  );
}
