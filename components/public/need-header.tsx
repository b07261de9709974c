import { BadgeCheck, ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Tag } from "#components/ui/surface.tsx";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { OpenNeed } from "#lib/needs/views.ts";
import { Employer } from "./need-row.tsx";
import { Reading } from "./reading.tsx";

/** Title, employer, money, and whether the text stands in its own script or in the reader's. */
export function NeedHeader({
  need,
  locale,
  read,
  converted,
}: {
  need: OpenNeed;
  locale: AppLocale;
  read: (text: string) => string;
  converted: boolean;
}) {
  const t = useTranslations("public.need");
  const terms = useTranslations("terms");
  const challenge = need.type === "challenge";
  return (
    <header className="border-b border-line bg-linear-to-b from-sea-50 to-paper">
      <div className="mx-auto max-w-6xl px-4 pt-5 pb-8 sm:px-6 sm:pb-10">
        <Link
          href="/needs"
          className="-ml-1 inline-flex min-h-11 items-center gap-1 text-slate no-underline hover:text-sea-800 hover:underline"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {t("back")}
        </Link>
        <h1 lang={langTag(locale)} className="mt-3 max-w-4xl text-3xl [overflow-wrap:anywhere] sm:text-4xl">
          {read(need.title)}
        </h1>
        <p className="mt-2 flex flex-wrap items-center gap-x-2 text-lg text-slate">
          <Employer need={need} full />
          {need.enterprise && (
            <span className="inline-flex items-center gap-1 text-[15px] text-ok">
              <BadgeCheck aria-hidden className="size-5" />
              {t("verified")}
            </span>
          )}
        </p>
        <p className="mt-4 text-xl">
          {need.pay ? (
            <Money {...need.pay} period={challenge ? null : need.pay.period} />
          ) : (
            <Money min={null} max={null} currency="CNY" />
          )}
        </p>
        <p className="mt-4 flex flex-wrap gap-1.5">
          <Tag tone="sea">{terms(`needTypes.${need.type}`)}</Tag>
          <Tag tone={need.direction === "yantai_to_hk" ? "bauhinia" : "plain"}>
            {terms(`directions.${need.direction}`)}
          </Tag>
          <Tag>{terms(`districts.${need.district}`)}</Tag>
          {need.ftz && <Tag>{t("ftz")}</Tag>}
          {need.daysPerMonth && <Tag>{t("daysPerMonth", { count: need.daysPerMonth })}</Tag>}
          {need.deadline && (
            <Tag tone="warn">
              {t.rich("deadline", { date: () => <DateText value={need.deadline ?? ""} /> })}
            </Tag>
          )}
        </p>
        <Reading written={need.locale} converted={converted} href={`/needs/${need.id}`} />
        <p className="mt-5 lg:hidden">
          <a href="#apply" className={buttonClass("bauhinia")}>
            {t("toApply")}
          </a>
        </p>
      </div>
    </header>
  );
}
