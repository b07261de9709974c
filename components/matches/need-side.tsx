import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { Tag } from "#components/ui/surface.tsx";
import type { NeedView } from "#lib/matches/need-view.ts";
import { MarkedText, type Shown } from "./marked-text.tsx";
import { Block, Items } from "./side.tsx";

/** Yantai's shore: the need as it was written, with what it asks for. */
export async function NeedSide({ need, shown, tools }: { need: NeedView; shown: Shown; tools?: ReactNode }) {
  const t = await getTranslations("matches.review");
  const terms = await getTranslations("terms");
  const { content } = need;
  const text = (value: string, field: string) => <MarkedText text={value} field={field} shown={shown} />;
  const place = need.content.district ? terms(`districts.${need.content.district}`) : "";
  return (
    <>
      <p className="text-sm font-semibold text-sea-700">
        {[terms(`needTypes.${content.type ?? "job"}`), place, need.code].filter(Boolean).join(" · ")}
      </p>
      <h2 className="mt-1 text-xl">{text(content.title ?? "", "title")}</h2>
      <p className="text-slate">
        <span lang={shown.lang}>{need.enterprise}</span>
        {need.verified && ` · ${t("verifiedEnterprise")}`}
      </p>
      {need.confidential && <p className="text-sm text-warn">{t("confidential")}</p>}
      {tools}
      <NeedTags need={need} />
      {content.chain && (
        <p className="mt-3 text-sm text-slate">
          {need.content.chain === need.chainId
            ? terms(`chains.${need.chainId}`)
            : text(content.chain, "chain")}
        </p>
      )}
      {(content.mustHave ?? []).length > 0 && (
        <Block title={t("must")}>
          <Items>
            {content.mustHave?.map((one, index) => (
              <li key={one}>{text(one, `mustHave[${index}]`)}</li>
            ))}
          </Items>
        </Block>
      )}
      {(content.preferred ?? []).length > 0 && (
        <Block title={t("preferred")}>
          <Items>
            {content.preferred?.map((one, index) => (
              <li key={one}>{text(one, `preferred[${index}]`)}</li>
            ))}
          </Items>
        </Block>
      )}
      <Conditions need={need} text={text} />
      {(content.duties ?? []).length > 0 && (
        <Block title={t("duties")}>
          <Items>
            {content.duties?.map((one, index) => (
              <li key={one}>{text(one, `duties[${index}]`)}</li>
            ))}
          </Items>
        </Block>
      )}
      {content.description && (
        <Block title={t("description")}>{text(content.description, "description")}</Block>
      )}
    </>
  );
}

/** Terms at a glance. */
export async function NeedTags({ need }: { need: NeedView }) {
  const t = await getTranslations("matches.review");
  const terms = await getTranslations("terms");
  const { content } = need;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5">
      {content.modes?.map((mode) => (
        <Tag key={mode} tone="sea">
          {terms(`modes.${mode}`)}
        </Tag>
      ))}
      {content.pay && (
        <Tag>
          <Money
            min={content.pay.min}
            max={content.pay.max}
            currency={content.pay.currency}
            period={content.pay.period}
          />
        </Tag>
      )}
      {content.daysPerMonth && <Tag>{t("days", { count: content.daysPerMonth })}</Tag>}
      {(content.headcount ?? 1) > 1 && <Tag>{t("headcount", { count: content.headcount ?? 1 })}</Tag>}
      {content.deadline && (
        <Tag>
          {t("deadline")} <DateText value={content.deadline} />
        </Tag>
      )}
      {content.ftz && <Tag>{t("ftz")}</Tag>}
      {need.housing && <Tag>{t("housing")}</Tag>}
      {need.relocation && <Tag>{t("relocation")}</Tag>}
    </div>
  );
}

async function Conditions({
  need,
  text,
}: {
  need: NeedView;
  text: (value: string, field: string) => ReactNode;
}) {
  const t = await getTranslations("matches.review");
  const terms = await getTranslations("terms");
  const { content } = need;
  const lines: ReactNode[] = [];
  const level = content.educationMin;
  if (level) lines.push(t("educationMin", { level: terms(`education.${level}`) }));
  if (content.experienceYearsMin) lines.push(t("yearsMin", { years: content.experienceYearsMin }));
  for (const one of content.languages ?? [])
    lines.push(
      t(one.required ? "languageRequired" : "languagePreferred", {
        language: terms(`languages.${one.code}` as never),
        level: one.level,
      }),
    );
  content.disciplines?.forEach((one, index) => {
    lines.push(t.rich("discipline", { mark: () => text(one, `disciplines[${index}]`) }));
  });
  content.qualificationsRequired?.forEach((one, index) => {
    lines.push(t.rich("licence", { mark: () => text(one, `qualificationsRequired[${index}]`) }));
  });
  if (lines.length === 0) return null;
  return (
    <Block title={t("conditions")}>
      <Items>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </Items>
    </Block>
  );
}
