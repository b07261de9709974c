import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
import { Notice } from "#components/ui/surface.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { CaseTab, CaseFrame as Frame } from "#lib/introductions/case-schema.ts";
import { CaseNews } from "./case-news.tsx";
import { caseHref, tabsOf } from "./case-paths.ts";
import { CaseStatus } from "./case-status.tsx";
import { NextStepText, TurnText } from "./case-turn.tsx";
import { DueText } from "./due-text.tsx";

const LISTS = {
  STAFF: "/staff/introductions",
  TALENT: "/talent/introductions",
  ENTERPRISE: "/enterprise/introductions",
};

/** The head of every page of a case: what it is, where it stands, whose turn it is and by when, and the way to its parts. */
export async function CaseFrame({
  case: of,
  tab,
  actions,
  children,
}: {
  case: Frame;
  tab: CaseTab;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations("cases");
  const candidates = await getTranslations("introductions");
  const tabs = tabsOf(of.side);
  return (
    <>
      <header className="mb-5">
        <p className="mb-1 text-sm text-slate">
          <Link href={LISTS[of.side]} className="underline underline-offset-4">
            {of.side === "TALENT"
              ? t("own.title")
              : of.side === "ENTERPRISE"
                ? candidates("title")
                : t("title")}
          </Link>{" "}
          › {of.code}
        </p>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div className="min-w-0">
            <h1 lang={langTag(of.need.lang)} className="text-2xl [overflow-wrap:anywhere] sm:text-3xl">
              {of.need.title}
            </h1>
            <p className="mt-1.5 text-slate">
              <Sides of={of} />
            </p>
          </div>
          {actions}
        </div>
        <Standing of={of} brief={tab !== "overview"} />
        {of.needFilled && of.side !== "TALENT" && (
          <div className="mt-3">
            <Notice tone="warn">{t("needFilled")}</Notice>
          </div>
        )}
      </header>
      {tab !== "conversation" && (
        <CaseNews id={of.id} stamp={of.stamp} text={t("news.text")} show={t("news.show")} />
      )}
      {tabs.length > 1 && (
        <Tabs
          label={t("tabs.label")}
          items={tabs.map((name) => ({
            href: caseHref(of, name),
            label: t(`tabs.${name}`),
            active: name === tab,
          }))}
        />
      )}
      {children}
    </>
  );
}

/** Whom it joins, as far as the reader may know. */
async function Sides({ of }: { of: Frame }) {
  const t = await getTranslations("cases");
  const talent = of.talent.name ?? t("talent", { code: of.talent.code });
  if (of.side === "TALENT") return of.enterprise.name;
  if (of.side === "ENTERPRISE") return talent;
  return (
    <>
      {talent} · {of.enterprise.name}
    </>
  );
}

const box = "min-w-0 border-line py-2.5 sm:border-l sm:px-4 sm:first:border-0 sm:first:pl-0";

/** State, next step, whose turn, by when, who helps. Brief, a phone gets one line of it: the overview has the rest. */
async function Standing({ of, brief }: { of: Frame; brief: boolean }) {
  const t = await getTranslations("cases");
  const terms = await getTranslations("terms");
  return (
    <div className="mt-4 rounded-lg border border-line bg-paper px-4 py-1 shadow-card print:hidden">
      <dl
        className={cx(
          "sm:flex sm:flex-wrap",
          brief
            ? "flex flex-wrap items-center gap-x-3 max-sm:py-1.5 max-sm:*:py-0.5 sm:items-stretch sm:gap-x-0"
            : "grid divide-y divide-line sm:divide-y-0",
        )}
      >
        <div className={cx(box, "sm:self-center")}>
          <dt className="sr-only">{t("tabs.overview")}</dt>
          <dd>
            <CaseStatus status={of.status} side={of.side} />
          </dd>
        </div>
        <div className={cx(box, "sm:min-w-64 sm:flex-1", brief && "max-sm:hidden")}>
          <dt className="text-sm text-mute">{t(of.running ? "next" : "now")}</dt>
          <dd className="font-medium">
            <NextStepText of={of} />
          </dd>
        </div>
        {of.running && (
          <>
            <div className={box}>
              <dt className={cx("text-sm text-mute", brief && "max-sm:sr-only")}>{t("ball.label")}</dt>
              <dd className="font-medium">
                <TurnText of={of} />
              </dd>
            </div>
            <div className={cx(box, brief && "max-sm:flex max-sm:items-baseline max-sm:gap-1.5")}>
              <dt className="text-sm text-mute">{t("due.label")}</dt>
              <dd className="font-medium">
                <DueText dueOn={of.dueOn} overdueDays={of.overdueDays} />
              </dd>
            </div>
          </>
        )}
        <div className={cx(box, brief && "max-sm:hidden")}>
          <dt className="text-sm text-mute">{t("helper")}</dt>
          <dd>
            {of.owner && <span className="font-medium">{of.owner} · </span>}
            {terms(`offices.${of.office}`)}
          </dd>
        </div>
      </dl>
      {of.handOverTo && (
        <p className="border-t border-line py-2 text-sm font-semibold text-warn">
          {t("handedOver", { office: terms(`offices.${of.handOverTo}`) })}
        </p>
      )}
    </div>
  );
}
