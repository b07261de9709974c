import { getTranslations } from "next-intl/server";
import { cx } from "#components/ui/cx.ts";
import { langTag } from "#lib/i18n/locales.ts";
import type { NeedView } from "#lib/matches/need-view.ts";
import { NeedTags } from "./need-side.tsx";

/** A need as it stands in a talent's lists: place, title, whose it is, and its terms. */
export async function NeedSummary({
  need,
  heading: Heading = "h2",
  className,
}: {
  need: NeedView;
  heading?: "h1" | "h2" | "h3";
  className?: string;
}) {
  const t = await getTranslations("matches.fitting");
  const terms = await getTranslations("terms");
  return (
    <div className={cx("min-w-0", className)}>
      <p className="text-sm font-semibold text-sea-700">
        {[
          need.content.district && terms(`districts.${need.content.district}` as never),
          need.chainId && terms(`chains.${need.chainId}` as never),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Heading lang={langTag(need.lang)} className="mt-0.5 text-xl [overflow-wrap:anywhere]">
        {need.content.title}
      </Heading>
      <p className="text-slate">
        {need.enterprise ? <span lang={langTag(need.lang)}>{need.enterprise}</span> : t("workstation")}
      </p>
      <NeedTags need={need} />
    </div>
  );
}
