import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Card } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { OpenNeed } from "#lib/needs/views.ts";

type Read = { locale: AppLocale; read: (text: string) => string };

/** The need at a glance; what is not stated is left out. */
export function NeedFacts({ need, locale, read }: { need: OpenNeed } & Read) {
  const t = useTranslations("public.need");
  const facts = useFacts(need, { locale, read });
  return (
    <Card aria-labelledby="facts">
      <h2 id="facts" className="mb-3 text-lg">
        {t("facts")}
      </h2>
      <dl className="grid gap-2.5">
        {facts.map(([key, value]) => (
          <div key={key} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
            <dt className="pt-0.5 text-sm text-mute">{t(key)}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function useFacts(need: OpenNeed, { locale, read }: Read) {
  const t = useTranslations("public.need");
  const terms = useTranslations("terms");
  const challenge = need.type === "challenge";
  const written = (lines: string[]) =>
    lines.length > 0 && <UserText locale={locale}>{read(lines.join("\n"))}</UserText>;
  const facts: [string, ReactNode][] = [
    [
      challenge ? "budget" : "pay",
      need.pay && <Money {...need.pay} period={challenge ? null : need.pay.period} stacked />,
    ],
    [
      "offers",
      [need.housing && t("housing"), need.relocation && t("relocation")].filter(Boolean).join(" · "),
    ],
    ["mode", need.modes.map((mode) => terms(`modes.${mode}`)).join(" · ")],
    ["district", place(need, terms(`districts.${need.district}`), t("ftz"))],
    ["chain", terms(`chains.${need.chain}`)],
    ["direction", terms(`directions.${need.direction}`)],
    ["people", t("headcount", { count: need.headcount })],
    ["education", need.educationMin && terms(`education.${need.educationMin}`)],
    ["disciplines", written(need.disciplines)],
    ["experience", !!need.experienceYearsMin && t("years", { count: need.experienceYearsMin })],
    ["qualifications", written(need.qualificationsRequired)],
    ["languages", need.languages.length > 0 && <Languages need={need} />],
    ["start", need.start && <DateText value={need.start} />],
    ["until", need.deadline ? <DateText value={need.deadline} /> : t("noDeadline")],
    ["code", need.code],
  ];
  return facts.filter(([, value]) => value);
}

const place = (need: OpenNeed, district: string, ftz: string) =>
  need.ftz ? `${district} · ${ftz}` : district;

function Languages({ need }: { need: OpenNeed }) {
  const t = useTranslations("public.need");
  const terms = useTranslations("terms");
  return (
    <ul>
      {need.languages.map((language) => (
        <li key={language.code}>
          {terms(`languages.${language.code}`)} {language.level} ·{" "}
          {t(language.required ? "required" : "preferredLanguage")}
        </li>
      ))}
    </ul>
  );
}
