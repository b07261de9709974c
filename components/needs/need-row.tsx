import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { DRAFTING, isLooking } from "#lib/needs/states.ts";
import type { NeedSummary } from "#lib/needs/views.ts";
import { NeedStatusTag } from "./need-status.tsx";
import { ProgressLines } from "./progress-lines.tsx";

export function OwnNeedList({ needs }: { needs: NeedSummary[] }) {
  return (
    <ul className="divide-y divide-line overflow-clip rounded-lg border border-line bg-paper shadow-card">
      {needs.map((need) => (
        <OwnNeedRow key={need.id} need={need} />
      ))}
    </ul>
  );
}

/** One need of the enterprise's own list. A draft leads to its form, anything else to its page. */
function OwnNeedRow({ need }: { need: NeedSummary }) {
  const t = useTranslations("needs");
  const href = `/enterprise/needs/${need.id}${DRAFTING.includes(need.status) ? "/edit" : ""}`;
  return (
    <li className="relative grid gap-x-6 gap-y-2 px-4 py-4 hover:bg-sea-50/60 sm:px-5 md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={href}
            lang={langTag(need.locale)}
            className="text-[17px] font-semibold no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
          >
            {need.title || t("list.untitled")}
          </Link>
          <NeedStatusTag status={need.status} />
        </p>
        <p className="mt-1 text-sm text-slate">
          {t(`types.${need.type}.name`)} · <span className="tabular-nums">{need.code}</span> ·{" "}
          {need.filledCount > 0
            ? t("list.filled", { filled: need.filledCount, headcount: need.headcount })
            : t("list.places", { count: need.headcount })}
          {need.deadline && (
            <>
              {" · "}
              {t.rich("list.deadline", { date: () => <DateText value={need.deadline ?? ""} /> })}
            </>
          )}
        </p>
      </div>
      <div className="relative text-sm">
        {isLooking(need.status) ? (
          <ProgressLines progress={need.progress} short />
        ) : (
          <p className="text-mute">
            {t.rich("list.changed", { date: () => <DateText value={need.updatedAt} /> })}
          </p>
        )}
      </div>
    </li>
  );
}
