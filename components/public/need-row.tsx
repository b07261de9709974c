import { useLocale, useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Tag } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { OpenNeedSummary } from "#lib/needs/views.ts";

/** One open need in a list. The whole row leads to it; its title is the link. */
export function NeedRow({ need, level = 3 }: { need: OpenNeedSummary; level?: 2 | 3 }) {
  const t = useTranslations("public.need");
  const terms = useTranslations("terms");
  const Title = level === 2 ? "h2" : "h3";
  return (
    <li className="relative grid gap-x-6 gap-y-2 border-b border-line py-5 first:border-t hover:bg-sea-50/60 sm:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)] lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)_minmax(0,1fr)_auto] lg:items-center">
      <div className="min-w-0">
        <Title className="text-[17px] leading-snug">
          <Link
            href={`/needs/${need.id}`}
            lang={langTag(need.locale)}
            className="no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:text-sea-700 hover:underline"
          >
            {need.title}
          </Link>
        </Title>
        <p className="mt-0.5 text-sm text-slate">
          <Employer need={need} /> · {terms(`chains.${need.chain}`)} · {terms(`districts.${need.district}`)}
        </p>
      </div>
      <p className="flex flex-wrap content-start gap-1.5">
        <Tag tone="sea">{terms(`needTypes.${need.type}`)}</Tag>
        {need.daysPerMonth && <Tag>{t("daysPerMonth", { count: need.daysPerMonth })}</Tag>}
        {need.direction === "yantai_to_hk" && <Tag tone="bauhinia">{terms("directions.yantai_to_hk")}</Tag>}
      </p>
      <p>
        {need.pay ? (
          <Money {...need.pay} period={need.type === "challenge" ? null : need.pay.period} stacked />
        ) : (
          <Money min={null} max={null} currency="CNY" />
        )}
      </p>
      <p className="text-sm text-slate lg:text-right lg:whitespace-nowrap">
        {need.deadline
          ? t.rich("deadline", { date: () => <DateText value={need.deadline ?? ""} /> })
          : t("noDeadline")}
      </p>
    </li>
  );
}

/** The enterprise by its name in the reader's language, or the workstation that stands in its place. */
export function Employer({ need, full = false }: { need: OpenNeedSummary; full?: boolean }) {
  const t = useTranslations("public.need");
  const locale = useLocale();
  if (!need.enterprise) return full ? t("station") : t("stationShort");
  const { name, nameEn } = need.enterprise;
  if (locale === "en" && nameEn) return nameEn;
  return <span lang={need.locale === "en" ? undefined : langTag(need.locale)}>{name}</span>;
}
