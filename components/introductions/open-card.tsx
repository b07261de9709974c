import { CircleCheck, CircleSlash2, Clock, FileX2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cx } from "#components/ui/cx.ts";
import { Card } from "#components/ui/surface.tsx";
import type { CategoryStanding } from "#lib/introductions/schema.ts";

const ICONS = {
  open: CircleCheck,
  opensOnAcceptance: Clock,
  notGiven: CircleSlash2,
  withdrawn: CircleSlash2,
  empty: FileX2,
};

/** What of the person is open to the enterprise and what not, each with the reason in words. */
export async function OpenCard({ categories }: { categories: CategoryStanding[] }) {
  const t = await getTranslations("introductions.open");
  return (
    <Card aria-labelledby="open">
      <h2 id="open" className="mb-2 text-lg">
        {t("title")}
      </h2>
      <ul>
        {categories.map(({ category, standing }) => {
          const Icon = ICONS[standing];
          return (
            <li key={category} className="flex items-start gap-3 border-t border-line py-2.5">
              <Icon
                aria-hidden
                className={cx("mt-0.5 size-5 shrink-0", standing === "open" ? "text-ok" : "text-mute")}
              />
              <span>
                <span className="font-semibold">{t(`categories.${category}`)}</span>
                <span className="block text-sm text-slate">{t(`standing.${standing}`)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-sm text-slate">{t("note")}</p>
    </Card>
  );
}
